package org.libstation.device.threem;

import org.libstation.device.pad.PadReply;

/// The status byte of a reply (3M model 210 specification 1.0.0, error codes).
public final class ThreemStatus {
  public static final int OK = 0x00;
  public static final int NOT_IMPLEMENTED = 0x02;
  public static final int NO_TAG = 0x06;
  static final int UNKNOWN = 0x0F;
  public static final int NO_SUCH_BLOCK = 0x11;
  public static final int LOCKED = 0x12;
  static final int READ_FAILED = 0x15;
  public static final int WRITE_FAILED = 0x16;
  public static final int PARAMETER = 0x32;

  private ThreemStatus() {}

  /// The meaning of a status other than [#OK].
  static PadReply.PadRefused refused(int status) {
    return switch (status) {
      case NOT_IMPLEMENTED ->
          said(
              PadReply.PadRefusal.UNKNOWN_COMMAND,
              status,
              "the reader does not know the command",
              true);
      case NO_TAG -> said(PadReply.PadRefusal.GONE, status, "no tag answers", false);
      case NO_SUCH_BLOCK ->
          said(PadReply.PadRefusal.TAG, status, "the tag has no such block", true);
      case LOCKED -> said(PadReply.PadRefusal.LOCKED, status, "locked, it cannot be changed", true);
      case READ_FAILED -> said(PadReply.PadRefusal.TAG, status, "the tag could not be read", false);
      case WRITE_FAILED ->
          said(
              PadReply.PadRefusal.NOT_KEPT, status, "the tag did not keep what was written", false);
      case 0x21 ->
          said(PadReply.PadRefusal.TAG, status, "the tag does not support the command", true);
      case 0x22 ->
          said(PadReply.PadRefusal.TAG, status, "the tag does not recognise the command", true);
      case 0x23 ->
          said(PadReply.PadRefusal.TAG, status, "the tag does not support the option", true);
      case 0x30 ->
          said(PadReply.PadRefusal.TAG, status, "this kind of tag does not support it", true);
      case 0x31 ->
          said(
              PadReply.PadRefusal.TAG,
              status,
              "this kind of tag does not support the option",
              true);
      case UNKNOWN ->
          said(PadReply.PadRefusal.READER, status, "the reader reports an error", false);
      case PARAMETER ->
          said(PadReply.PadRefusal.READER, status, "a parameter is out of range", false);
      case 0xFD ->
          said(PadReply.PadRefusal.READER, status, "the reader broke the command off", false);
      case 0xFE -> said(PadReply.PadRefusal.READER, status, "the reader has no memory left", false);
      default -> said(PadReply.PadRefusal.READER, status, "status %02Xh".formatted(status), false);
    };
  }

  private static PadReply.PadRefused said(
      PadReply.PadRefusal why, int status, String words, boolean isFinal) {
    return new PadReply.PadRefused(why, status, words, isFinal);
  }
}
