package org.libstation.device.pad;

import org.libstation.device.link.WireBytes;

/// The frame format of a make: how frames begin, their length and their check.
///
/// @param <F> a frame
public interface Framing<F extends PadFrame> {
  /// These bytes begin no frame.
  int NO_FRAME = -1;

  /// More bytes are needed to know the length.
  int NOT_YET = 0;

  /// The length of the frame that begins with these bytes: [#NO_FRAME], [#NOT_YET], or a number of
  /// bytes.
  ///
  /// @param soFar at least 1 byte
  int length(WireBytes soFar);

  /// Whether the check sum of a frame of the right length is correct.
  boolean isWhole(WireBytes frame);

  /// Decodes a whole frame.
  F decode(WireBytes frame);
}
