package org.libstation.device.feig;

/// Frames of the OBID ISO-host protocol as they stand on the wire, written by hand from the
/// manual's rules and readers' logs; never made by our own codec.
public final class FeigFrames {
  public static final String UID = "E004015012345678";
  public static final String UID_2 = "E00401509ABCDEF0";
  static final String ITEM_RECORD = "11061C683B79C4360201A003041B80E60F650110";

  public static final String PING = "06 FF 52 00 0F 6E";
  public static final String PING_OK = "06 00 52 00 FC A8";
  public static final String VERSION = "05 FF 65 E5 CB";
  public static final String VERSION_OK = "0D 00 65 00 03 00 00 00 50 00 38 41 B2";
  public static final String READER_INFO = "06 FF 66 00 CD BF";
  public static final String READER_INFO_OK = "11 00 66 00 03 00 00 00 50 00 38 01 18 01 18 D3 3A";
  public static final String RF_RESET = "05 FF 69 89 01";
  public static final String RF_RESET_OK = "06 00 69 00 F6 FA";
  public static final String RF_ON = "06 FF 6A 01 E4 07";
  public static final String RF_OFF = "06 FF 6A 00 6D 16";
  public static final String RF_OK = "06 00 6A 00 9E D0";
  public static final String INVENTORY = "07 FF B0 01 00 1C 56";
  public static final String MORE = "07 FF B0 01 80 14 D2";
  public static final String NO_TAG = "06 00 B0 01 5C 63";
  public static final String ONE_TAG = "11 00 B0 00 01 03 06 E0 04 01 50 12 34 56 78 A5 E4";
  public static final String TWO_TAGS =
      "1B 00 B0 00 02 03 06 E0 04 01 50 12 34 56 78 03 06 E0 04 01 50 9A BC DE F0 84 F3";
  public static final String MORE_DATA = "11 00 B0 94 01 03 06 E0 04 01 50 12 34 56 78 CB 5A";
  public static final String ONE_CARD = "11 00 B0 00 01 04 08 00 00 00 00 A1 B2 C3 D4 BE 6B";
  public static final String SELECT = "0F FF B0 25 01 E0 04 01 50 12 34 56 78 88 57";
  public static final String ISO_OK = "06 00 B0 00 D5 72";
  public static final String SYSTEM_INFO = "0F FF B0 2B 01 E0 04 01 50 12 34 56 78 73 D6";
  public static final String SYSTEM_INFO_OK =
      "13 00 B0 00 06 E0 04 01 50 12 34 56 78 07 03 1B 01 B6 5D";
  public static final String READ_5 = "11 FF B0 23 01 E0 04 01 50 12 34 56 78 00 05 2D 7F";
  public static final String READ_5_OK =
      "21 00 B0 00 05 04 00 68 1C 06 11 00 36 C4 79 3B 00 03 A0 01 02 00 E6 80 1B 04 00 10 01 65"
          + " 0F 03 77";
  public static final String READ_28_LOCKS = "11 FF B0 23 09 E0 04 01 50 12 34 56 78 00 1C C7 4E";
  public static final String NO_SUCH_BLOCK = "07 00 B0 95 10 72 FD";
  public static final String WRITE_5 =
      "26 FF B0 24 01 E0 04 01 50 12 34 56 78 00 05 04 68 1C 06 11 36 C4 79 3B 03 A0 01 02 E6 80"
          + " 1B 04 10 01 65 0F 88 A5";
  public static final String WRITE_ERROR_AT_2 = "07 00 B0 03 02 6C 83";
  public static final String BLOCK_0_LOCKED = "08 00 B0 95 12 00 51 5E";
  public static final String AFI_C2 = "10 FF B0 27 01 E0 04 01 50 12 34 56 78 C2 18 0F";
  public static final String AFI_07 = "10 FF B0 27 01 E0 04 01 50 12 34 56 78 07 B9 9E";
  public static final String DSFID_06 = "10 FF B0 29 01 E0 04 01 50 12 34 56 78 06 ED C6";
  public static final String QUIET = "0F FF B0 02 01 E0 04 01 50 12 34 56 78 C8 3F";
  public static final String READY = "0F FF B0 26 01 E0 04 01 50 12 34 56 78 E1 23";
  public static final String EAS_ON = "10 FF B1 04 A2 01 E0 04 01 50 12 34 56 78 9E CE";
  public static final String EAS_OFF = "10 FF B1 04 A3 01 E0 04 01 50 12 34 56 78 B9 E2";
  public static final String EAS_OK = "06 00 B1 00 0D 6B";
  public static final String EAS_UNKNOWN = "06 00 B1 80 05 EF";
  public static final String LENGTH_ERROR = "06 00 B0 81 54 E7";
  public static final String NOT_AVAILABLE = "06 00 B0 82 CF D5";
  public static final String OUTPUT = "0D FF 71 00 11 00 00 00 02 00 00 64 5B";
  public static final String OUTPUT_OK = "06 00 71 00 A7 A1";
  public static final String ADVANCED_INVENTORY = "02 00 09 FF B0 01 00 18 43";
  public static final String ADVANCED_ONE_TAG =
      "02 00 13 00 B0 00 01 03 06 E0 04 01 50 12 34 56 78 7E A0";
  public static final String ADVANCED_RF_ON = "02 00 08 FF 6A 01 A1 AA";
  public static final String ADVANCED_RF_OFF = "02 00 08 FF 6A 00 28 BB";

  private FeigFrames() {}
}
