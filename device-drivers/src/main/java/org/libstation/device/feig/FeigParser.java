package org.libstation.device.feig;

import org.libstation.device.pad.FrameParser;
import org.libstation.device.pad.Framing;

/// Finds the frames of the OBID ISO-host protocol in the bytes from the line.
public final class FeigParser extends FrameParser<FeigFrame> {
  public FeigParser() {
    super(FeigFrame.FRAMING);
  }

  /// The rules by which its frames are found.
  public static Framing<FeigFrame> framing() {
    return FeigFrame.FRAMING;
  }
}
