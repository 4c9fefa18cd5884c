package org.libstation.device.escpos.lab;

import java.util.OptionalInt;

/// The state of the twin, and the status bytes that report it (Epson TM-T88III specification, DLE
/// EOT and GS a).
final class TwinCondition {
  boolean on = true;
  boolean coverOpen;
  boolean paperOut;
  boolean nearEnd;
  boolean knifeStuck;
  boolean cutterError;
  boolean unrecoverable;
  boolean hot;
  boolean feedHeld;
  boolean mute;
  boolean muteMarks;
  boolean knowsMacros = true;
  boolean knowsNames = true;

  boolean online() {
    return on && !coverOpen && !paperOut && !cutterError && !unrecoverable && !hot && !feedHeld;
  }

  /// The answer to `DLE EOT n`; empty for an unknown n.
  OptionalInt realTime(int n) {
    return switch (n) {
      case 1 -> OptionalInt.of(0x12 | (online() ? 0 : 0x08));
      case 2 ->
          OptionalInt.of(
              0x12
                  | (coverOpen ? 0x04 : 0)
                  | (feedHeld ? 0x08 : 0)
                  | (paperOut ? 0x20 : 0)
                  | (cutterError || unrecoverable || hot ? 0x40 : 0));
      case 3 ->
          OptionalInt.of(
              0x12 | (cutterError ? 0x08 : 0) | (unrecoverable ? 0x20 : 0) | (hot ? 0x40 : 0));
      case 4 -> OptionalInt.of(0x12 | (nearEnd ? 0x0C : 0) | (paperOut ? 0x60 : 0));
      default -> OptionalInt.empty();
    };
  }

  /// The answer to `GS r n`.
  int queued(int n) {
    return n == 1 ? (paperOut ? 0x0C : 0) | (nearEnd ? 0x03 : 0) : 0;
  }

  /// The four bytes of automatic status back.
  byte[] automatic() {
    return new byte[] {
      (byte) (0x10 | (online() ? 0 : 0x08) | (coverOpen ? 0x20 : 0) | (feedHeld ? 0x40 : 0)),
      (byte) ((cutterError ? 0x08 : 0) | (unrecoverable ? 0x20 : 0) | (hot ? 0x40 : 0)),
      (byte) ((nearEnd || paperOut ? 0x03 : 0) | (paperOut ? 0x0C : 0)),
      0
    };
  }
}
