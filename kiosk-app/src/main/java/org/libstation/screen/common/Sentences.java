package org.libstation.screen.common;

import java.util.ArrayList;
import java.util.List;

/// Where a text may be cut so that each piece can be read by itself.
public final class Sentences {
  private Sentences() {}

  /// After each full stop, with the space that follows.
  public static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      char mark = text.charAt(at);
      boolean end =
          mark == '。'
              || mark == '！'
              || mark == '？'
              || (".!?".indexOf(mark) >= 0 && at + 1 < text.length() && text.charAt(at + 1) == ' ');
      if (end) {
        sentences.add(text.substring(from, at + 1));
        from = at + 1;
      }
    }
    if (from < text.length()) {
      sentences.add(text.substring(from));
    }
    return sentences;
  }
}
