package org.libstation.device.pad;

import org.libstation.device.link.WireBytes;

/// One whole frame on a reader's line.
public interface PadFrame {

  /// Address of the sender on a bus of several readers; 0 if there is no bus.
  int address();

  int command();

  /// All its bytes.
  WireBytes encode();
}
