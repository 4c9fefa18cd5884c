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

  /// What an 810 is told at its start: seen on the wire, in no manual.
  public static final int RADIO = 0x13;

  public static final int INVENTORY = 0xFE;

  /// In the dialogue of the start: who is there.
  public static final int PROBE = 0x04;

  /// Of [#INVENTORY]: each tag by its UID. Bit 2 is seen on the wire and has no meaning.
  public static final int LIST_UIDS = 0x05;

  /// Of [#TAG_INFO]: DSFID, AFI, size of the memory, reference of the chip.
  public static final int ALL_INFO = 0x0F;

  private ThreemCommand() {}
}
