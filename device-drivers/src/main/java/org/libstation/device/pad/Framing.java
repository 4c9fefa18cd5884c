package org.libstation.device.pad;

import org.libstation.device.link.WireBytes;

/// How frames of a make begin, how long they are and how they are checked.
///
/// @param <F> a frame
public interface Framing<F extends PadFrame> {
  /// No frame begins so.
  int NO_FRAME = -1;

  /// More bytes are needed to tell.
  int NOT_YET = 0;

  /// How many bytes a frame has that begins so: [#NO_FRAME], [#NOT_YET], or its length.
  ///
  /// @param soFar at least 1 byte
  int length(WireBytes soFar);

  /// Whether the check sum of a frame of the right length is right.
  boolean isWhole(WireBytes frame);

  /// Takes a whole frame apart.
  F decode(WireBytes frame);
}
