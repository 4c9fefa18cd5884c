package org.libstation.file;

/// The name by which people call this program: `./station` in a checkout, `libstation` if a package
/// installed it.
public final class ProgramName {
  /// The system property that a package sets.
  static final String PROPERTY = "libstation.command";

  private static final String CHECKOUT = "./station";

  private ProgramName() {}

  /// Whether a package installed the program.
  public static boolean isInstalled() {
    return !get().equals(CHECKOUT);
  }

  public static String get() {
    return System.getProperty(PROPERTY, CHECKOUT);
  }

  /// Puts the right name into a text that was written for a checkout.
  public static String in(String text) {
    return isInstalled() ? text.replace(CHECKOUT, get()) : text;
  }
}
