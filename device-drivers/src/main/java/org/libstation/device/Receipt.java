package org.libstation.device;

import java.util.List;
import java.util.regex.Pattern;
import org.libstation.tag.InvisibleCharacters;

/// The content of a receipt, from top to bottom. The printer decides its appearance.
///
/// @param language BCP 47 tag of the text (`zh-Hant-HK`, `zh-Hans`, `en`); it selects the shapes of
///   the characters
/// @param again the heading for a second print; empty texts print nothing
public record Receipt(String language, List<Line> lines, Again again) {
  public Receipt {
    lines = List.copyOf(lines);
  }

  /// A receipt without a heading for a second print.
  public static Receipt of(String language, List<Line> lines) {
    return new Receipt(language, lines, new Again("", ""));
  }

  /// Headings for a print after a fault, so that a reader does not take it for a second loan.
  ///
  /// @param rest stands above the lines that were missing
  /// @param whole stands above a whole receipt that was begun once before
  public record Again(String rest, String whole) {}

  /// One line. The printer wraps a line that is too long.
  public sealed interface Line {}

  /// Running text.
  public record Text(String text, Style style, Align align) implements Line {
    public Text {
      text = InvisibleCharacters.without(text);
    }
  }

  /// A label at the left and a figure at the right of the same line.
  public record Pair(String left, String right, Style style) implements Line {
    public Pair {
      left = InvisibleCharacters.without(left);
      right = InvisibleCharacters.without(right);
    }
  }

  /// A horizontal line across the paper.
  public record Rule() implements Line {}

  /// Empty space of about one line.
  public record Space() implements Line {}

  /// A QR code, error correction M.
  public record Qr(String text) implements Line {}

  /// A Codabar symbol with its text below.
  ///
  /// @param data includes the start and stop letters, such as `A31234000012342B`
  public record Codabar(String data) implements Line {
    private static final Pattern CODABAR = Pattern.compile("[A-D][0-9$:/.+-]+[A-D]");

    /// Whether a Codabar symbol can hold this text (ANSI/AIM BC3): a start letter, digits and
    /// signs, a stop letter.
    public static boolean fits(String data) {
      return CODABAR.matcher(data).matches();
    }
  }

  /// A centred picture, black on white.
  ///
  /// @param rows one text per row of dots, with `#` for black; all have the same length
  public record Picture(List<String> rows) implements Line {
    public Picture {
      rows = List.copyOf(rows);
    }

    /// Width in dots.
    public int width() {
      return rows.isEmpty() ? 0 : rows.getFirst().length();
    }
  }

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
