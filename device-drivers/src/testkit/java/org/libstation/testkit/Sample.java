package org.libstation.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// How many cases a long test tries. Damaged inputs and random cases come in the same order each
/// time: all tests take the first tenth, `./station test --long cases` takes all of them. What has
/// no such order is drawn by [#SEED].
public final class Sample {
  /// Whether all of it is wanted, not a sample.
  public static final boolean WHOLE = Boolean.getBoolean("libstation.whole");

  /// What a sample is drawn by; it stays, so that what was green is not red by chance.
  public static final long SEED = Long.getLong("libstation.seed", 21);

  private static final int TENTH = 10;
  private static final int THIRD = 3;

  private Sample() {}

  /// Of so many; `-Dlibstation.whole=true` for all.
  public static int of(int all) {
    return WHOLE ? all : all / TENTH;
  }

  /// One in three of these, in their order, beginning where [#SEED] says; `-Dlibstation.whole=true`
  /// for all.
  public static <T> List<T> third(Collection<T> all) {
    List<T> list = new ArrayList<>(all);
    int first = Math.floorMod(SEED, THIRD);
    List<T> some = new ArrayList<>();
    for (int at = first; at < list.size(); at += THIRD) {
      some.add(list.get(at));
    }
    return WHOLE ? list : some;
  }
}
