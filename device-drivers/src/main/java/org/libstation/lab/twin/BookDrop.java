package org.libstation.lab.twin;

import org.libstation.lab.link.Twin;

/// A twin of a book drop: a flap with a lock, a photo-eye behind it, a bin with its level, a door
/// and a lamp.
public interface BookDrop extends Twin {
  /// Number of the output that locks the flap.
  int LOCK = 0;

  /// Number of the lamp's output, as the example site wires it.
  int LAMP = 1;

  /// Is told when an output changes; must return at once.
  @FunctionalInterface
  interface OutputWatch {
    /// @param number of the output
    void turned(int number, boolean on);
  }

  /// Sets the only watcher of outputs.
  void watched(OutputWatch by);

  /// Whether an output, such as [#LOCK], is on.
  boolean output(int number);

  /// How often the inputs were read.
  long looks();

  /// Closes or opens the flap.
  void flapClosed(boolean closed);

  /// Covers or frees the photo-eye.
  void beam(boolean dark);

  /// Sets the distance from the level sensor to the contents of the bin; 65535 for no echo.
  void distance(int millimetres);

  /// Puts the bin in place or takes it out.
  void binPresent(boolean present);

  /// Opens or closes the door of the cabinet.
  void tampered(boolean tampered);
}
