package org.libstation.device;

import java.util.List;
import java.util.regex.Pattern;
import org.libstation.tag.InvisibleCharacters;

/// What a receipt shows, from top to bottom; how it looks is the printer's business.
///
/// @param language BCP 47 tag of the text (`zh-Hant-HK`, `zh-Hans`, `en`): it chooses the shapes
/// @param again what stands above when it is printed once more; empty prints nothing there
public record Receipt(String language, List<Line> lines, Again again) {
  public Receipt {
    lines = List.copyOf(lines);
  }

  /// A receipt without words for a second print.
  public static Receipt of(String language, List<Line> lines) {
    return new Receipt(language, lines, new Again("", ""));
  }

  /// Words above what is printed after a trouble, so that nobody takes it for a second loan.
  ///
  /// @param rest above the lines that were missing
  /// @param whole above a whole receipt that was begun once before
  public record Again(String rest, String whole) {}

  /// One line, wrapped by the printer where it is too long.
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

  /// A rule across the paper.
  public record Rule() implements Line {}

  /// Empty space of about one line.
  public record Space() implements Line {}

  /// A QR code, error correction M.
  public record Qr(String text) implements Line {}

  /// A Codabar symbol with its text below.
  ///
  /// @param data start and stop letter included, such as `A31234000012342B`
  public record Codabar(String data) implements Line {
    private static final Pattern CODABAR = Pattern.compile("[A-D][0-9$:/.+-]+[A-D]");

    /// Whether a Codabar symbol can hold this (ANSI/AIM BC3): a start letter, digits and signs, a
    /// stop letter.
    public static boolean fits(String data) {
      return CODABAR.matcher(data).matches();
    }
  }

  /// A picture in the middle, black on white.
  ///
  /// @param rows one text a row of dots, `#` black, all equally long
  public record Picture(List<String> rows) implements Line {
    public Picture {
      rows = List.copyOf(rows);
    }

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
