package org.libstation.device.escpos.lab;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The printing part of the twin: obeys one whole command after the other and produces rows of
/// dots.
final class PrintHead {
  private static final Map<Integer, String> PAGES =
      Map.of(
          0, "IBM437", 2, "IBM850", 16, "windows-1252", 17, "IBM866", 18, "IBM852", 19, "IBM00858");
  private static final int DEFAULT_SPACING = 30;

  /// Most rows that one command feeds (Epson: 1016 mm).
  private static final int MOST_FED = 8128;

  private static final Charset GBK = Charset.forName("GBK");

  private final Consumer<String> words;
  private final PrintLine line;
  private final LetterCells letters;
  private final CodePrinter codes;
  private boolean bold;
  private boolean underline;
  private boolean inverted;
  private boolean fontB;
  private int across = 1;
  private int down = 1;
  private int spacing = DEFAULT_SPACING;
  private Charset page = Charset.forName("IBM437");
  private boolean chinese;
  private int leadByte = -1;
  private int lastControl = -1;
  private byte @Nullable [] graphics;
  private boolean knowsRaster = true;
  private int pinHeight = 3;

  PrintHead(int width, LetterCells letters, Consumer<boolean[]> rows, Consumer<String> words) {
    this.words = words;
    this.letters = letters;
    this.line = new PrintLine(width, rows, words);
    this.codes = new CodePrinter(width);
  }

  void initialise(boolean chineseMode) {
    line.clear();
    bold = false;
    underline = false;
    inverted = false;
    fontB = false;
    across = 1;
    down = 1;
    spacing = DEFAULT_SPACING;
    page = Charset.forName("IBM437");
    chinese = chineseMode;
    leadByte = -1;
    lastControl = -1;
    graphics = null;
    codes.forgetLook();
  }

  /// @param pins height on paper of each dot of an 8-dot column, in dots of the twin
  void onlyColumns(int pins) {
    knowsRaster = false;
    pinHeight = pins;
  }

  /// @return false if the twin does not know the command
  boolean obey(byte[] command) {
    int first = command[0] & 0xFF;
    return switch (first) {
      case 0x1B -> esc(command);
      case 0x1C -> fs(command);
      case 0x1D -> gs(command);
      case 0x10 -> true;
      default -> {
        letter(first);
        yield true;
      }
    };
  }

  void feedLineIfBegun() {
    if (line.begun()) {
      line.print(spacing);
    }
  }

  private boolean esc(byte[] c) {
    int n = c.length > 2 ? c[2] & 0xFF : 0;
    switch (c[1] & 0xFF) {
      case 0x61 -> line.align(n & 0x03);
      case 0x45, 0x47 -> bold = (n & 1) != 0;
      case 0x2D -> underline = (n & 3) != 0;
      case 0x4D -> fontB = (n & 1) != 0;
      case 0x32 -> spacing = DEFAULT_SPACING;
      case 0x33 -> spacing = n;
      case 0x4A -> {
        feedLineIfBegun();
        line.feed(n);
      }
      case 0x64 -> {
        feedLineIfBegun();
        line.feed(Math.min(MOST_FED, n * spacing));
      }
      case 0x74 -> page = Charset.forName(PAGES.getOrDefault(n, "IBM437"));
      case 0x21 -> {
        fontB = (n & 1) != 0;
        bold = (n & 8) != 0;
        down = (n & 0x10) != 0 ? 2 : 1;
        across = (n & 0x20) != 0 ? 2 : 1;
        underline = (n & 0x80) != 0;
      }
      case 0x2A -> columns(c);
      case 0x24 -> line.moveTo(word(c, 2));
      case 0x5C -> line.moveBy((short) word(c, 2));
      case 0x7B, 0x70, 0x20, 0x52, 0x25, 0x3D, 0x63, 0x44 -> {
        // Understood, but without effect on this paper.
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean fs(byte[] c) {
    switch (c[1] & 0xFF) {
      case 0x26 -> chinese = true;
      case 0x2E -> chinese = false;
      case 0x57 -> {
        across = (c[2] & 1) + 1;
        down = (c[2] & 1) + 1;
      }
      case 0x53, 0x2D, 0x28, 0x21, 0x43 -> {
        // Understood, but without effect on this paper.
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean gs(byte[] c) {
    switch (c[1] & 0xFF) {
      case 0x21 -> {
        across = ((c[2] & 0x70) >> 4) + 1;
        down = (c[2] & 0x07) + 1;
      }
      case 0x42 -> inverted = (c[2] & 1) != 0;
      case 0x76 -> {
        if (!knowsRaster) {
          return false;
        }
        raster(c, 8, word(c, 4), word(c, 6), c[3] & 0x03);
      }
      case 0x28 -> counted(c);
      case 0x38 -> counted(shortForm(c));
      case 0x68 -> codes.height(c[2] & 0xFF);
      case 0x77 -> codes.module(c[2] & 0xFF);
      case 0x48 -> codes.text(c[2] & 0x03);
      case 0x6B -> {
        feedLineIfBegun();
        codes
            .barcode(c)
            .ifPresent(
                bars -> {
                  line.block(bars);
                  line.block(side(codes.textBelow()));
                });
        words.accept(codes.said());
      }
      case 0x4C, 0x57, 0x62, 0x66, 0x50 -> {
        // Understood, but without effect on this paper.
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Draws the text of a barcode, letters side by side, outside the line buffer.
  private boolean[][] side(String text) {
    boolean[][] all = new boolean[text.isEmpty() ? 0 : 24][12 * text.length()];
    LetterCells.LetterLook look = new LetterCells.LetterLook(12, false, false, false, 1, 1);
    for (int i = 0; i < text.length(); i++) {
      boolean[][] cell = letters.cell(text.substring(i, i + 1), look);
      for (int y = 0; y < all.length; y++) {
        System.arraycopy(cell[y], 0, all[y], 12 * i, 12);
      }
    }
    return all;
  }

  /// Converts `GS 8 L`, which is `GS ( L` with two more bytes of length.
  private static byte[] shortForm(byte[] c) {
    byte[] form = new byte[c.length - 2];
    System.arraycopy(c, 0, form, 0, 5);
    System.arraycopy(c, 7, form, 5, c.length - 7);
    form[1] = 0x28;
    return form;
  }

  private void counted(byte[] c) {
    int kind = c[2] & 0xFF;
    if (kind == 0x6B) {
      codes
          .qrCommand(c)
          .ifPresent(
              dots -> {
                feedLineIfBegun();
                line.block(dots);
                words.accept(codes.said());
              });
    } else if (kind == 0x4C && c.length > 15 && (c[6] & 0xFF) == 0x70) {
      graphics = c.clone();
    } else if (kind == 0x4C && c.length > 6 && (c[6] == 0x32 || c[6] == 0x02)) {
      byte[] stored = graphics;
      graphics = null;
      if (stored != null) {
        raster(stored, 15, (word(stored, 11) + 7) / 8, word(stored, 13), 0);
      }
    }
  }

  /// @param stretch bit 0 doubles the width, bit 1 the height
  private void raster(byte[] c, int from, int bytesPerRow, int height, int stretch) {
    if (bytesPerRow == 0 || (long) bytesPerRow * height > c.length - from) {
      return;
    }
    feedLineIfBegun();
    boolean[][] dots = new boolean[height][bytesPerRow * 8];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < bytesPerRow * 8; x++) {
        dots[y][x] = (c[from + y * bytesPerRow + x / 8] & (0x80 >> (x % 8))) != 0;
      }
    }
    line.block(PrintLine.scaled(dots, 1 + (stretch & 1), 1 + (stretch >> 1)));
  }

  /// `ESC *`: puts a strip of 8 or 24 dots into the line, column by column. Single density doubles
  /// the width; each of 8 dots is normally as high as three of 24.
  private void columns(byte[] c) {
    int mode = c[2] & 0xFF;
    int bytes = mode >= 32 ? 3 : 1;
    int count = word(c, 3);
    boolean[][] dots = new boolean[bytes * 8][Math.max(1, count)];
    for (int x = 0; x < count; x++) {
      for (int y = 0; y < bytes * 8; y++) {
        dots[y][x] = (c[5 + x * bytes + y / 8] & (0x80 >> (y % 8))) != 0;
      }
    }
    line.put(
        "", PrintLine.scaled(dots, (mode & 1) == 0 ? 2 : 1, bytes == 1 ? pinHeight : 1), spacing);
  }

  private void letter(int b) {
    if (leadByte >= 0) {
      byte[] pair = {(byte) leadByte, (byte) b};
      leadByte = -1;
      cell(new String(pair, GBK), 24);
    } else if (b == 0x0A || b == 0x0D) {
      newLine(b);
      return;
    } else if (chinese && b >= 0x80) {
      leadByte = b;
    } else if (b >= 0x20 && b != 0x7F) {
      cell(new String(new byte[] {(byte) b}, page), fontB ? 9 : 12);
    }
    lastControl = -1;
  }

  /// LF prints the line. A CR directly before or after it belongs to the same new line.
  private void newLine(int b) {
    boolean secondOfPair = (b == 0x0A && lastControl == 0x0D) || (b == 0x0D && lastControl == 0x0A);
    lastControl = secondOfPair ? -1 : b;
    if (!secondOfPair) {
      line.print(spacing);
    }
  }

  private void cell(String text, int cellWidth) {
    LetterCells.LetterLook look =
        new LetterCells.LetterLook(cellWidth, bold, underline, inverted, across, down);
    line.put(text, letters.cell(text, look), spacing);
  }

  private static int word(byte[] c, int at) {
    return (c[at] & 0xFF) | (c[at + 1] & 0xFF) << 8;
  }
}
