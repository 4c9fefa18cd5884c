package org.libstation.device;

import java.util.List;

/// What a receipt shows, from top to bottom; how it looks is the printer's business.
///
/// @param language BCP 47 tag of the text (`zh-Hant-HK`, `zh-Hans`, `en`): it chooses the shapes
public record Receipt(String language, List<Line> lines) {
  public Receipt {
    lines = List.copyOf(lines);
  }

  /// One line, wrapped by the printer where it is too long.
  public sealed interface Line {}

  /// Running text.
  public record Text(String text, Style style, Align align) implements Line {}

  /// A label at the left and a figure at the right of the same line.
  public record Pair(String left, String right, Style style) implements Line {}

  /// A rule across the paper.
  public record Rule() implements Line {}

  /// Empty space of about one line.
  public record Space() implements Line {}

  /// A QR code, error correction M.
  public record Qr(String text) implements Line {}

  public enum Style {
    NORMAL,
    BOLD,
    LARGE
  }

  public enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }
}
