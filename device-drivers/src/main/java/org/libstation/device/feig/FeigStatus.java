package org.libstation.device.feig;

import org.libstation.device.pad.PadReply;

/// The status byte of a reply (FEIG manual H20800-16e, annex of status bytes).
public final class FeigStatus {
  public static final int OK = 0x00;
  public static final int NO_TAG = 0x01;
  static final int AIR_CRC = 0x02;
  public static final int WRITE_ERROR = 0x03;
  static final int PARAMETER_RANGE = 0x11;
  public static final int UNKNOWN_COMMAND = 0x80;
  public static final int LENGTH_ERROR = 0x81;
  static final int NOT_AVAILABLE = 0x82;
  static final int RF_ERROR = 0x83;
  public static final int MORE_DATA = 0x94;
  public static final int TAG_ERROR = 0x95;

  /// Codes after [#TAG_ERROR] (ISO 15693-3, table of error codes).
  public static final int NO_SUCH_BLOCK = 0x10;

  static final int ALREADY_LOCKED = 0x11;
  public static final int LOCKED = 0x12;

  private FeigStatus() {}

  static String inWords(FeigReply reply) {
    return switch (reply.status()) {
      case OK -> "done";
      case NO_TAG -> "no tag answers";
      case AIR_CRC -> "the tag's answer was disturbed";
      case WRITE_ERROR -> "the tag did not keep what was written";
      case 0x04 -> "address out of range";
      case 0x05 -> "a tag of the wrong type";
      case 0x08 -> "wrong key";
      case 0x0E -> "the reader reports a general error";
      case 0x10 -> "the reader's own memory is faulty";
      case PARAMETER_RANGE -> "a parameter is out of range";
      case UNKNOWN_COMMAND -> "the reader does not know the command";
      case LENGTH_ERROR -> "the reader finds the length wrong";
      case NOT_AVAILABLE -> "the reader is in scan mode and takes no commands";
      case RF_ERROR -> "the reader's radio part fails: look at the antenna";
      case 0x93 -> "the reader's buffer overflowed";
      case MORE_DATA -> "more follows";
      case TAG_ERROR -> tagError(reply);
      case 0x96 -> "a card reports an error";
      case 0xF1 -> "the reader's hardware fails";
      default -> "status %02Xh".formatted(reply.status());
    };
  }

  private static String tagError(FeigReply reply) {
    int code = reply.data().length() == 0 ? 0 : reply.data().at(0);
    return switch (code) {
      case 0x01 -> "the tag does not support the command";
      case 0x02 -> "the tag does not recognise the command";
      case 0x03 -> "the tag does not support the option";
      case NO_SUCH_BLOCK -> "the tag has no such block";
      case ALREADY_LOCKED -> "already locked";
      case LOCKED -> "locked, it cannot be changed";
      case 0x13 -> "the tag did not keep what was written";
      case 0x14 -> "the tag could not be locked";
      default -> "the tag reports error %02Xh".formatted(code);
    };
  }

  /// Whether the reply to an inventory lists the field, even if nothing is there.
  static boolean isList(FeigReply reply) {
    return reply.status() == OK || reply.status() == NO_TAG || reply.status() == MORE_DATA;
  }

  /// The meaning of a status other than [#OK].
  static PadReply.PadRefused refused(FeigReply reply) {
    PadReply.PadRefusal why =
        switch (reply.status()) {
          case NO_TAG -> PadReply.PadRefusal.GONE;
          case WRITE_ERROR -> PadReply.PadRefusal.NOT_KEPT;
          case UNKNOWN_COMMAND -> PadReply.PadRefusal.UNKNOWN_COMMAND;
          case TAG_ERROR ->
              reply.data().length() > 0 && reply.data().at(0) == LOCKED
                  ? PadReply.PadRefusal.LOCKED
                  : PadReply.PadRefusal.TAG;
          default -> PadReply.PadRefusal.READER;
        };
    return new PadReply.PadRefused(why, reply.status(), inWords(reply), isFinal(reply));
  }

  /// Whether the tag will give the same answer to every repetition.
  static boolean isFinal(FeigReply reply) {
    if (reply.status() != TAG_ERROR || reply.data().length() == 0) {
      return reply.status() == UNKNOWN_COMMAND || reply.status() == LENGTH_ERROR;
    }
    int code = reply.data().at(0);
    return code == NO_SUCH_BLOCK || code == ALREADY_LOCKED || code == LOCKED || code <= 0x03;
  }
}
