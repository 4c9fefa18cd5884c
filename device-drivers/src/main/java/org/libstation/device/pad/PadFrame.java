package org.libstation.device.pad;

import org.libstation.device.link.WireBytes;

/// One whole frame on a reader's line.
public interface PadFrame {

  /// Who sent it, on a bus of several; 0 where there is none.
  int address();

  int command();

  /// All its bytes.
  WireBytes encode();
}
