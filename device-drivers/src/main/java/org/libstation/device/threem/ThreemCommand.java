package org.libstation.device.threem;

/// Commands of the 3M pads (3M model 210 specification 1.0.0).
public final class ThreemCommand {
  public static final int QUIET = 0x01;
  public static final int READ_BLOCKS = 0x02;
  public static final int CHECK_EAS = 0x03;
  public static final int WRITE_BLOCKS = 0x04;
  public static final int WRITE_AFI = 0x09;
  public static final int GET_AFI = 0x0A;
  public static final int WRITE_DSFID = 0x0B;
  public static final int SET_EAS = 0x0C;
  public static final int TAG_INFO = 0x0D;
  public static final int GET_DSFID = 0x0F;
  public static final int VERSION = 0x11;

  /// Sent to an 810 at its start; seen on the wire, in no manual.
  public static final int RADIO = 0x13;

  public static final int INVENTORY = 0xFE;

  /// Part of the start dialogue: asks which pad is there.
  public static final int PROBE = 0x04;

  /// Option of [#INVENTORY]: lists each tag by its UID. Bit 2 was seen on the wire; its meaning is
  /// unknown.
  public static final int LIST_UIDS = 0x05;

  /// Option of [#TAG_INFO]: DSFID, AFI, memory size, chip reference.
  public static final int ALL_INFO = 0x0F;

  private ThreemCommand() {}
}
