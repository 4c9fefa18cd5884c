package org.libstation.fines;

import java.util.List;
import org.libstation.circulation.Money;
import org.libstation.fines.FineExplained.Basis;
import org.libstation.fines.FineExplained.ByDays;

/// A fine for tests that change what they are about.
public final class SampleFine {
  /// 1.50 for a day, no day charged, by rules of an example.
  public static final ByDays NONE =
      new ByDays(
          Money.of(0, "HKD"),
          Money.of(150, "HKD"),
          0,
          List.of(),
          new Basis("example-2026-12", "rules-7", false, false, false),
          List.of(),
          100);

  private SampleFine() {}
}
