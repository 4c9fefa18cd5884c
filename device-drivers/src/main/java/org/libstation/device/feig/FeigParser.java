package org.libstation.device.feig;

import org.libstation.device.pad.FrameParser;
import org.libstation.device.pad.Framing;

/// Finds the frames of the OBID ISO-host protocol in what comes over the line.
public final class FeigParser extends FrameParser<FeigFrame> {
  public FeigParser() {
    super(FeigFrame.FRAMING);
  }

  /// How its frames are told.
  public static Framing<FeigFrame> framing() {
    return FeigFrame.FRAMING;
  }
}
