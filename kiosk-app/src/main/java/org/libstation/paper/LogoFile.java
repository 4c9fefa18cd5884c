package org.libstation.paper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.libstation.device.Receipt;

/// Reads a picture file as dots: black is what is darker than half grey and not transparent.
final class LogoFile {
  static final int MOST_ROWS = 400;
  private static final long MOST_BYTES = 2_000_000;

  private LogoFile() {}

  /// The file cannot be used; the message says what was expected.
  static final class WrongLogo extends Exception {
    private static final long serialVersionUID = 1L;

    WrongLogo(String expected) {
      super(expected);
    }
  }

  /// Reads a PNG file.
  ///
  /// @param dots largest width
  static Receipt.Picture read(Path file, int dots) throws WrongLogo {
    BufferedImage image;
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        throw new WrongLogo("a PNG file of at most 2 MB, and there is none at " + file);
      }
      image = ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new WrongLogo("a PNG file: " + file + ": " + e.getMessage());
    }
    if (image == null) {
      throw new WrongLogo("a PNG file, not what stands in " + file);
    }
    if (image.getWidth() > dots || image.getHeight() > MOST_ROWS) {
      throw new WrongLogo(
          "a picture of at most %d by %d dots, not %d by %d"
              .formatted(dots, MOST_ROWS, image.getWidth(), image.getHeight()));
    }
    List<String> rows = new ArrayList<>();
    for (int y = 0; y < image.getHeight(); y++) {
      StringBuilder row = new StringBuilder();
      for (int x = 0; x < image.getWidth(); x++) {
        row.append(black(image.getRGB(x, y)) ? '#' : ' ');
      }
      rows.add(row.toString());
    }
    return new Receipt.Picture(rows);
  }

  private static boolean black(int argb) {
    int red = argb >> 16 & 0xFF;
    int green = argb >> 8 & 0xFF;
    int blue = argb & 0xFF;
    boolean seen = (argb >>> 24) >= 128;
    return seen && red * 3 + green * 6 + blue < 1280;
  }
}
