package org.libstation.lab.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// What Xvfb shows: the file that it keeps with `-fbdir`, in the format of xwd(1) (XWDFile.h,
/// version 7, 32 bits a pixel).
public final class Framebuffer {
  private static final int HEADER_SIZE = 0;
  private static final int WIDTH = 4;
  private static final int HEIGHT = 5;
  private static final int BYTES_PER_LINE = 12;
  private static final int COLOURS = 19;
  private static final int COLOUR_BYTES = 12;

  private final int width;
  private final int height;
  private final int[] pixels;

  private Framebuffer(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /// @param directory that Xvfb was given with `-fbdir`
  public static Framebuffer read(Path directory) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(directory.resolve("Xvfb_screen0")));
    int width = word(file, WIDTH);
    int height = word(file, HEIGHT);
    int line = word(file, BYTES_PER_LINE);
    int begin = word(file, HEADER_SIZE) + word(file, COLOURS) * COLOUR_BYTES;
    ByteBuffer points = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = points.getInt(begin + y * line + x * Integer.BYTES) & 0xFFFFFF;
      }
    }
    return new Framebuffer(width, height, pixels);
  }

  private static int word(ByteBuffer file, int index) {
    return file.getInt(index * Integer.BYTES);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// Red, green and blue.
  public int at(int x, int y) {
    return pixels[y * width + x];
  }

  /// Leaves it as a picture for a person to look at.
  public void save(Path file) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    ImageIO.write(picture, "png", file.toFile());
  }

  /// What part of the points is the same, 0 to 1.
  ///
  /// @param first row that is looked at
  /// @param end the row after the last
  public double likeness(Framebuffer other, int first, int end) {
    int same = 0;
    for (int i = first * width; i < end * width; i++) {
      if (pixels[i] == other.pixels[i]) {
        same++;
      }
    }
    return (double) same / ((end - first) * width);
  }

  /// Whether the points along the four edges are the same.
  public boolean sameEdges(Framebuffer other) {
    for (int x = 0; x < width; x++) {
      if (at(x, 0) != other.at(x, 0) || at(x, height - 1) != other.at(x, height - 1)) {
        return false;
      }
    }
    for (int y = 0; y < height; y++) {
      if (at(0, y) != other.at(0, y) || at(width - 1, y) != other.at(width - 1, y)) {
        return false;
      }
    }
    return true;
  }

  /// How many points along the four edges are black, as nothing of ours is.
  public int blackEdges() {
    int black = 0;
    for (int x = 0; x < width; x++) {
      black += (at(x, 0) == 0 ? 1 : 0) + (at(x, height - 1) == 0 ? 1 : 0);
    }
    for (int y = 0; y < height; y++) {
      black += (at(0, y) == 0 ? 1 : 0) + (at(width - 1, y) == 0 ? 1 : 0);
    }
    return black;
  }
}
