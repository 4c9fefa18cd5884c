package org.libstation.device.exam;

import java.util.random.RandomGenerator;

/// A barcode that nobody owns: capitals, small letters, digits and signs, so that a scanner that
/// changes any of them is found out.
public final class TestCode {
  /// No number of a library begins so.
  public static final String PREFIX = "LS-Test-";

  /// Letters that another keyboard's layout moves, large and small.
  private static final String[] MOVED = {"aZ", "yQ", "zA", "qY", "Wm", "wM"};

  private TestCode() {}

  /// Another one each time: what a scanner kept from before is not taken for it.
  public static String random(RandomGenerator random) {
    String first = MOVED[random.nextInt(MOVED.length)];
    String second = MOVED[random.nextInt(MOVED.length)];
    return PREFIX + first + random.nextInt(10, 100) + second + random.nextInt(10, 100);
  }
}
