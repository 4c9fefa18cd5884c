package org.libstation.lab.twin;

import org.libstation.lab.link.Twin;

/// A twin of a drop: a flap with a lock, a photo-eye behind it, a bin and how full it is, a door
/// and a lamp.
public interface BookDrop extends Twin {
  /// The output of the flap's lock.
  int LOCK = 0;

  /// The output of the lamp, as the example site wires it.
  int LAMP = 1;

  /// Sees an output change; must return at once.
  @FunctionalInterface
  interface OutputWatch {
    /// @param number of the output
    void turned(int number, boolean on);
  }

  /// Who sees the outputs change from now on.
  void watched(OutputWatch by);

  /// How an output stands, such as [#LOCK].
  boolean output(int number);

  /// How often the inputs were read.
  long looks();

  void flapClosed(boolean closed);

  /// Something is before the photo-eye, or nothing.
  void beam(boolean dark);

  /// From the level sensor to the contents of the bin; 65535 for no echo.
  void distance(int millimetres);

  void binPresent(boolean present);

  /// The door of the cabinet is open.
  void tampered(boolean tampered);
}
