package org.libstation.device.escpos.lab;

import java.util.ArrayList;
import java.util.List;

/// The macro of the printer's twin (Epson, `GS :` and `GS ^`): the commands between the two ends of
/// its definition. A power cut erases it.
final class TwinMacro {
  private static final int MOST_BYTES = 2048;

  private final List<byte[]> commands = new ArrayList<>();
  private boolean defining;
  private int bytes;

  List<byte[]> commands() {
    return commands;
  }

  boolean defining() {
    return defining;
  }

  /// Begins or ends the definition.
  void toggle() {
    if (defining) {
      defining = false;
    } else {
      forget();
      defining = true;
    }
  }

  void add(byte[] command) {
    commands.add(command);
    bytes += command.length;
    if (bytes > MOST_BYTES) {
      forget();
    }
  }

  void forget() {
    defining = false;
    commands.clear();
    bytes = 0;
  }
}
