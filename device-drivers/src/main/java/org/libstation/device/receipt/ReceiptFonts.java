package org.libstation.device.receipt;

import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Selects the installed font family for a receipt. Some characters have different shapes in Hong
/// Kong and on the mainland, and only the family's own name selects them.
public final class ReceiptFonts {
  private static final List<String> ANY_CHINESE =
      List.of("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "AR PL UMing HK", "AR PL UMing CN");

  private ReceiptFonts() {}

  /// Message that says what to install if no family is found.
  public static final String INSTALL = "no Chinese font is installed: install fonts-noto-cjk";

  /// The font family for a language; empty if none is installed.
  ///
  /// @param language BCP 47 tag
  public static Optional<String> family(String language) {
    Set<String> installed = Installed.FAMILIES;
    return Stream.concat(wanted(language).stream(), ANY_CHINESE.stream())
        .filter(installed::contains)
        .findFirst();
  }

  /// Whether Chinese text in this language is written in traditional characters.
  public static boolean traditional(String language) {
    String tag = language.toLowerCase(Locale.ROOT);
    return tag.contains("hant")
        || tag.endsWith("-hk")
        || tag.endsWith("-tw")
        || tag.endsWith("-mo");
  }

  private static List<String> wanted(String language) {
    String tag = language.toLowerCase(Locale.ROOT);
    if (tag.endsWith("tw")) {
      return List.of("Noto Sans CJK TC", "Noto Sans CJK HK");
    }
    return traditional(language) || !tag.startsWith("zh")
        ? List.of("Noto Sans CJK HK", "Noto Sans CJK TC")
        : List.of("Noto Sans CJK SC");
  }

  private static final class Installed {
    static final Set<String> FAMILIES =
        Arrays.stream(
                GraphicsEnvironment.getLocalGraphicsEnvironment()
                    .getAvailableFontFamilyNames(Locale.ENGLISH))
            .collect(Collectors.toUnmodifiableSet());
  }
}
