package org.libstation.device.exam;

import java.util.random.RandomGenerator;

/// Makes a barcode that belongs to no item or patron. It has capitals, small letters, digits and
/// signs, to expose a scanner that changes any of them.
public final class TestCode {
  /// Prefix of every test code. No library number begins with it.
  public static final String PREFIX = "LS-Test-";

  /// Pairs of letters in both cases that other keyboard layouts exchange.
  private static final String[] MOVED = {"aZ", "yQ", "zA", "qY", "Wm", "wM"};

  private TestCode() {}

  /// A new code each time, so that a scan left over from before is not taken for it.
  public static String random(RandomGenerator random) {
    String first = MOVED[random.nextInt(MOVED.length)];
    String second = MOVED[random.nextInt(MOVED.length)];
    return PREFIX + first + random.nextInt(10, 100) + second + random.nextInt(10, 100);
  }
}
