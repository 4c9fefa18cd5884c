package org.libstation.screen;

import java.util.Optional;
import java.util.Set;

/// What a screen says at the first size of text and leaves out at a larger one, each with its
/// reason.
final class LeftOut {
  private static final Set<String> TURNERS = Set.of("Back", "Next", "上一頁", "下一頁", "上一页", "下一页");

  private LeftOut() {}

  static Optional<String> why(String screen, PanelKind kind, String text) {
    return Optional.empty();
  }

  /// Whether a key only turns pages: there are more where the text is larger, or fewer.
  static boolean turns(String key) {
    return TURNERS.contains(key);
  }
}
