package org.libstation.screen.kit.look;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into runs of Chinese and of other script, so that each has its own font family (WCAG
/// 2.2, 3.1.2 Language of Parts).
public final class Scripts {
  private Scripts() {}

  /// A run of one script.
  ///
  /// @param chinese whether it needs a Chinese family
  public record ScriptRun(String text, boolean chinese) {}

  /// Runs of a text. Spaces, digits and other neutral characters stay with the text before them.
  public static List<ScriptRun> pieces(String text) {
    List<ScriptRun> pieces = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    boolean chinese = false;
    boolean decided = false;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      boolean han = isChinese(point);
      if (decided && (han || Character.isLetter(point)) && han != chinese) {
        pieces.add(new ScriptRun(run.toString(), chinese));
        run.setLength(0);
      }
      if (han || Character.isLetter(point)) {
        chinese = han;
        decided = true;
      }
      run.appendCodePoint(point);
      at += Character.charCount(point);
    }
    if (!run.isEmpty()) {
      pieces.add(new ScriptRun(run.toString(), chinese));
    }
    return pieces;
  }

  public static boolean hasChinese(String text) {
    return text.codePoints().anyMatch(Scripts::isChinese);
  }

  private static boolean isChinese(int point) {
    return Character.isIdeographic(point)
        || (point >= 0x3000 && point <= 0x312F)
        || (point >= 0xFF00 && point <= 0xFF65)
        || (point >= 0xAC00 && point <= 0xD7AF);
  }
}
