package org.libstation.device.threem;

/// Frames of the 3M pads as hex, made from the printed rules and checked against the published
/// vectors; never through the codec under test.
final class ThreemFrames {
  static final String UID = "E004015012345678";
  static final String UID_2 = "E00401509ABCDEF0";

  static final String PROBE = "D5 00 05 04 00 11 8C 66";
  static final String PROBE_OK = "D5 00 09 04 00 11 0A 05 00 02 72 50";
  static final String RADIO = "D6 00 0C 13 04 01 00 02 00 03 00 04 00 AA F2";
  static final String RADIO_OK = "D6 00 0C 13 00 02 01 01 03 02 02 03 00 E7 78";
  static final String VERSION = "D6 00 03 11 64 20";
  static final String VERSION_OK = "D6 00 08 11 00 0A 05 00 02 A1 51";
  static final String INVENTORY = "D6 00 05 FE 00 05 FA 40";
  static final String NONE = "D6 00 07 FE 00 00 05 00 C9 7B";
  static final String ONE_TAG = "D6 00 0F FE 00 00 05 01 E0 04 01 50 12 34 56 78 06 DE";
  static final String TWO_TAGS =
      "D6 00 17 FE 00 00 05 02 E0 04 01 50 12 34 56 78 E0 04 01 50 9A BC DE F0 F2 DF";
  static final String WITH_DSFID = "D6 00 05 FE 00 03 9A 86";
  static final String ONE_WITH_DSFID = "D6 00 10 FE 00 00 03 01 06 E0 04 01 50 12 34 56 78 04 FC";
  static final String INVENTORY_07 = "D6 00 05 FE 07 05 63 D7";
  static final String READ_5 = "D6 00 0D 02 E0 04 01 50 12 34 56 78 00 05 9B 43";
  static final String READ_5_OK =
      "D6 00 2B 02 00 E0 04 01 50 12 34 56 78 05 00 00 11 06 1C 68 01 00 3B 79 C4 36 02 00 02 01 A0"
          + " 03 03 00 04 1B 80 E6 04 00 0F 65 01 10 88 35";
  static final String READ_NO_TAG = "D6 00 0C 02 06 E0 04 01 50 12 34 56 78 59 8C";
  static final String READ_NO_BLOCK = "D6 00 0C 02 11 E0 04 01 50 12 34 56 78 BB D9";
  static final String WRITE_5 =
      "D6 00 22 04 E0 04 01 50 12 34 56 78 00 05 00 11 06 1C 68 3B 79 C4 36 02 01 A0 03 04 1B 80 E6"
          + " 0F 65 01 10 5A 15";
  static final String WRITE_OK = "D6 00 0D 04 00 E0 04 01 50 12 34 56 78 05 88 48";
  static final String WRITE_FAILED_AT_2 = "D6 00 0D 04 16 E0 04 01 50 12 34 56 78 02 1F 86";
  static final String GET_AFI = "D6 00 0B 0A E0 04 01 50 12 34 56 78 6A AD";
  static final String AFI_IS_07 = "D6 00 0D 0A 00 E0 04 01 50 12 34 56 78 07 FB 70";
  static final String AFI_C2 = "D6 00 0C 09 E0 04 01 50 12 34 56 78 C2 1F 9F";
  static final String AFI_07 = "D6 00 0C 09 E0 04 01 50 12 34 56 78 07 96 76";
  static final String AFI_OK = "D6 00 0C 09 00 E0 04 01 50 12 34 56 78 F8 80";
  static final String AFI_NO_TAG = "D6 00 0C 09 06 E0 04 01 50 12 34 56 78 A2 08";
  static final String CHECK_EAS = "D6 00 0B 03 E0 04 01 50 12 34 56 78 A8 71";
  static final String EAS_IS_ON = "D6 00 0D 03 00 E0 04 01 50 12 34 56 78 01 E1 71";
  static final String EAS_IS_OFF = "D6 00 0D 03 06 E0 04 01 50 12 34 56 78 00 82 EF";
  static final String EAS_ON = "D6 00 0C 0C E0 04 01 50 12 34 56 78 01 34 C0";
  static final String EAS_OFF = "D6 00 0C 0C E0 04 01 50 12 34 56 78 00 24 E1";
  static final String EAS_OK = "D6 00 0C 0C 00 E0 04 01 50 12 34 56 78 3A F0";
  static final String GET_DSFID = "D6 00 0B 0F E0 04 01 50 12 34 56 78 1D 61";
  static final String DSFID_IS_06 = "D6 00 0D 0F 00 E0 04 01 50 12 34 56 78 06 62 5F";
  static final String TAG_INFO = "D6 00 0C 0D E0 04 01 50 12 34 56 78 0F BA 4B";
  static final String TAG_INFO_OK =
      "D6 00 13 0D 00 E0 04 01 50 12 34 56 78 0F 06 07 03 1B 01 00 AD 4A";
  static final String QUIET = "D6 00 0B 01 E0 04 01 50 12 34 56 78 6E 16";
  static final String QUIET_OK = "D6 00 0C 01 00 E0 04 01 50 12 34 56 78 B2 CB";
  static final String NOT_IMPLEMENTED = "D6 00 04 55 02 76 F7";

  /// Published as it stands.
  static final String PUBLISHED = "D6 00 09 03 00 02 00 00 00 03 12 E6";

  private ThreemFrames() {}
}
