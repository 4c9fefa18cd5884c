package org.libstation.device.feig;

/// Frames of the OBID ISO-host protocol as they stand on the wire, written by hand from the
/// manual's rules and readers' logs; never made by our own codec.
final class FeigFrames {
  static final String UID = "E004015012345678";
  static final String UID_2 = "E00401509ABCDEF0";
  static final String ITEM_RECORD = "11061C683B79C4360201A003041B80E60F650110";

  static final String PING = "06 FF 52 00 0F 6E";
  static final String PING_OK = "06 00 52 00 FC A8";
  static final String VERSION = "05 FF 65 E5 CB";
  static final String VERSION_OK = "0D 00 65 00 03 00 00 00 50 00 38 41 B2";
  static final String READER_INFO = "06 FF 66 00 CD BF";
  static final String READER_INFO_OK = "11 00 66 00 03 00 00 00 50 00 38 01 18 01 18 D3 3A";
  static final String RF_RESET = "05 FF 69 89 01";
  static final String RF_RESET_OK = "06 00 69 00 F6 FA";
  static final String RF_ON = "06 FF 6A 01 E4 07";
  static final String RF_OFF = "06 FF 6A 00 6D 16";
  static final String RF_OK = "06 00 6A 00 9E D0";
  static final String INVENTORY = "07 FF B0 01 00 1C 56";
  static final String MORE = "07 FF B0 01 80 14 D2";
  static final String NO_TAG = "06 00 B0 01 5C 63";
  static final String ONE_TAG = "11 00 B0 00 01 03 06 E0 04 01 50 12 34 56 78 A5 E4";
  static final String TWO_TAGS =
      "1B 00 B0 00 02 03 06 E0 04 01 50 12 34 56 78 03 06 E0 04 01 50 9A BC DE F0 84 F3";
  static final String MORE_DATA = "11 00 B0 94 01 03 06 E0 04 01 50 12 34 56 78 CB 5A";
  static final String ONE_CARD = "11 00 B0 00 01 04 08 00 00 00 00 A1 B2 C3 D4 BE 6B";
  static final String SELECT = "0F FF B0 25 01 E0 04 01 50 12 34 56 78 88 57";
  static final String ISO_OK = "06 00 B0 00 D5 72";
  static final String SYSTEM_INFO = "0F FF B0 2B 01 E0 04 01 50 12 34 56 78 73 D6";
  static final String SYSTEM_INFO_OK = "13 00 B0 00 06 E0 04 01 50 12 34 56 78 07 03 1B 01 B6 5D";
  static final String READ_5 = "11 FF B0 23 01 E0 04 01 50 12 34 56 78 00 05 2D 7F";
  static final String READ_5_OK =
      "21 00 B0 00 05 04 00 68 1C 06 11 00 36 C4 79 3B 00 03 A0 01 02 00 E6 80 1B 04 00 10 01 65"
          + " 0F 03 77";
  static final String READ_28_LOCKS = "11 FF B0 23 09 E0 04 01 50 12 34 56 78 00 1C C7 4E";
  static final String NO_SUCH_BLOCK = "07 00 B0 95 10 72 FD";
  static final String WRITE_5 =
      "26 FF B0 24 01 E0 04 01 50 12 34 56 78 00 05 04 68 1C 06 11 36 C4 79 3B 03 A0 01 02 E6 80"
          + " 1B 04 10 01 65 0F 88 A5";
  static final String WRITE_ERROR_AT_2 = "07 00 B0 03 02 6C 83";
  static final String BLOCK_0_LOCKED = "08 00 B0 95 12 00 51 5E";
  static final String AFI_C2 = "10 FF B0 27 01 E0 04 01 50 12 34 56 78 C2 18 0F";
  static final String AFI_07 = "10 FF B0 27 01 E0 04 01 50 12 34 56 78 07 B9 9E";
  static final String DSFID_06 = "10 FF B0 29 01 E0 04 01 50 12 34 56 78 06 ED C6";
  static final String QUIET = "0F FF B0 02 01 E0 04 01 50 12 34 56 78 C8 3F";
  static final String READY = "0F FF B0 26 01 E0 04 01 50 12 34 56 78 E1 23";
  static final String EAS_ON = "10 FF B1 04 A2 01 E0 04 01 50 12 34 56 78 9E CE";
  static final String EAS_OFF = "10 FF B1 04 A3 01 E0 04 01 50 12 34 56 78 B9 E2";
  static final String EAS_OK = "06 00 B1 00 0D 6B";
  static final String EAS_UNKNOWN = "06 00 B1 80 05 EF";
  static final String LENGTH_ERROR = "06 00 B0 81 54 E7";
  static final String NOT_AVAILABLE = "06 00 B0 82 CF D5";
  static final String OUTPUT = "0D FF 71 00 11 00 00 00 02 00 00 64 5B";
  static final String OUTPUT_OK = "06 00 71 00 A7 A1";
  static final String ADVANCED_INVENTORY = "02 00 09 FF B0 01 00 18 43";
  static final String ADVANCED_ONE_TAG = "02 00 13 00 B0 00 01 03 06 E0 04 01 50 12 34 56 78 7E A0";
  static final String ADVANCED_RF_ON = "02 00 08 FF 6A 01 A1 AA";
  static final String ADVANCED_RF_OFF = "02 00 08 FF 6A 00 28 BB";

  private FeigFrames() {}
}
