package org.libstation.slip;

import java.nio.file.Path;
import java.util.Optional;
import org.libstation.text.Texts;

/// The template and the texts that come with the program.
public final class ShippedLayout {
  private static final Path CONFIG = Path.of("..", "config");

  private ShippedLayout() {}

  public static Layout layout() {
    return LayoutFile.read(CONFIG.resolve("receipts").resolve("slip.layout"), texts(), 576);
  }

  public static Texts texts() {
    return Texts.load(CONFIG.resolve("texts"), Optional.empty());
  }
}
