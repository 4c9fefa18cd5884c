package org.libstation.testkit;

/// How many cases a long test tries. Damaged inputs and random cases come in the same order each
/// time: all tests take the first fifth, `./station test --long cases` takes all of them.
public final class Sample {
  private static final int FIFTH = 5;

  private Sample() {}

  /// Of so many; `-Dlibstation.whole=true` for all.
  public static int of(int all) {
    return Boolean.getBoolean("libstation.whole") ? all : all / FIFTH;
  }
}
