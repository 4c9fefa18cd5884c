package org.libstation.device.exam;

import java.util.Map;
import java.util.Optional;

/// Faults that an examination may find in a device, its line, or its readings. Each has a code; the
/// text files hold the words for people under that code. A code never gets a second meaning.
public enum DeviceFault {
  // The line of any device
  NO_LINE("E10", true),
  SILENT("E11", true),
  UNANSWERED("E12", false),
  LATE("E13", false),
  BROKEN_OFF("E14", false),
  DISTURBED("E15", false),
  NOISE("E16", false),
  OTHER_DEVICE_ANSWERS("E17", true),
  OTHER_ANSWER("E18", false),
  MISSHAPEN("E19", false),
  NONSENSE("E20", true),
  ECHO("E21", false),
  REFUSED("E22", true),
  FLOODS("E23", true),
  NO_RIGHT("E24", true),
  // The pad and the tags on it
  WEAK_TAG("E31", false),
  GHOST("E32", false),
  BIT_WRONG("E33", false),
  NOT_E0("E34", false),
  LISTED_TWICE("E35", false),
  ENDLESS_LIST("E36", true),
  THIRD_AFI("E37", false),
  TORN_RECORD("E38", false),
  QUIET_TAG("E39", false),
  FIELD_OFF("E40", true),
  DEAF_TAG("E41", true),
  LOCKED_AFI("E42", false),
  LOCKED_BLOCK("E43", false),
  PULLED_AWAY("E44", false),
  OTHER_TAG("E45", false),
  // The receipt printer
  PAPER_OUT("E51", true),
  PAPER_NEAR_END("E52", false),
  COVER_OPEN("E53", true),
  CUTTER_JAM("E54", true),
  HEAD_HOT("E55", false),
  PRINTER_BROKEN("E56", true),
  PRINTER_OFFLINE("E57", true),
  POWER_CUT("E58", true),
  NO_MARK("E59", true),
  NOT_PRINTED("E60", true),
  PAPER_JAM("E84", true),
  TONER_OUT("E85", true),
  TONER_LOW("E86", false),
  QUEUE_STOPPED("E87", true),
  QUEUE_REFUSED("E88", true),
  PRINTER_UNREACHED("E89", true),
  // The barcode scanner
  MISREAD("E61", true),
  SCAN_BROKEN_OFF("E62", false),
  SCAN_LOST_START("E63", false),
  SCAN_REPEATED("E64", false),
  WRONG_SPEED("E65", true),
  BABBLE("E66", true),
  NOTHING_READ("E67", true),
  READS_UNASKED("E68", false),
  OTHER_PREFIX("E69", true),
  OTHER_SUFFIX("E70", true),
  CASE_CHANGED("E81", true),
  OTHER_LAYOUT("E82", true),
  // The book drop
  LEVEL_SILENT("E71", true),
  LEVEL_BLIND("E72", true),
  LEVEL_FROZEN("E73", true),
  EYE_BLIND("E74", true),
  JAM("E75", true),
  DOOR_OPEN("E76", false),
  BIN_OUT("E77", true),
  FLAP_OPEN("E78", true),
  LOCK_STUCK("E79", true),
  OUTPUTS_LOST("E80", false),
  LEVELS_ALIKE("E83", true),
  // The chip card reader
  RANDOM_NUMBER("E90", false),
  TWO_CARDS("E91", false),
  CARD_TORN("E92", false),
  CARD_NOT_OURS("E93", true),
  NO_CARD_READ("E94", true);

  /// The faults that match health codes of drivers ([org.libstation.device.DeviceHealth]).
  private static final Map<String, DeviceFault> OF_HEALTH =
      Map.ofEntries(
          Map.entry("DS10", NO_LINE),
          Map.entry("DR10", NO_LINE),
          Map.entry("DP10", NO_LINE),
          Map.entry("DB10", NO_LINE),
          Map.entry("DC10", NO_LINE),
          Map.entry("DS11", SILENT),
          Map.entry("DR11", SILENT),
          Map.entry("DP11", SILENT),
          Map.entry("DB11", SILENT),
          Map.entry("DC11", SILENT),
          Map.entry("DP12", NO_LINE),
          Map.entry("D12", NONSENSE),
          Map.entry("D13", OTHER_DEVICE_ANSWERS),
          Map.entry("D14", NO_RIGHT),
          Map.entry("D60", FLOODS),
          Map.entry("DP16", COVER_OPEN),
          Map.entry("DP1A", CUTTER_JAM),
          Map.entry("DP1B", PRINTER_OFFLINE),
          Map.entry("DP1E", PAPER_NEAR_END),
          Map.entry("DP32", PAPER_OUT),
          Map.entry("DP42", PRINTER_BROKEN),
          Map.entry("DP52", HEAD_HOT),
          Map.entry("DP14", POWER_CUT),
          Map.entry("DP13", NO_MARK),
          Map.entry("DP17", NO_MARK),
          Map.entry("DP20", PAPER_JAM),
          Map.entry("DP21", TONER_OUT),
          Map.entry("DP22", QUEUE_STOPPED),
          Map.entry("DP23", QUEUE_REFUSED),
          Map.entry("DP24", QUEUE_STOPPED),
          Map.entry("DP26", QUEUE_REFUSED),
          Map.entry("DP27", TONER_LOW),
          Map.entry("DP28", PRINTER_UNREACHED),
          Map.entry("DP29", PRINTER_BROKEN),
          Map.entry("DB12", REFUSED),
          Map.entry("DB21", JAM),
          Map.entry("DB22", LEVEL_BLIND),
          Map.entry("DB23", LEVEL_FROZEN),
          Map.entry("DB24", EYE_BLIND),
          Map.entry("DB25", FLAP_OPEN),
          Map.entry("DB26", DOOR_OPEN),
          Map.entry("DB27", BIN_OUT),
          Map.entry("DB28", LOCK_STUCK));

  private final String code;
  private final boolean fault;

  DeviceFault(String code, boolean fault) {
    this.code = code;
    this.fault = fault;
  }

  /// The fault of a device whose health has this code; empty if no fault matches.
  public static Optional<DeviceFault> ofHealth(String code) {
    return Optional.ofNullable(OF_HEALTH.get(code));
  }

  /// Whether this code reports that a device's line did not open or gave no data, so the device is
  /// not there.
  public static boolean isAway(String code) {
    return code.equals(NO_LINE.code) || code.equals(SILENT.code);
  }

  /// Short stable code, such as `E15`.
  public String code() {
    return code;
  }

  /// Whether some function fails until the fault is mended. Otherwise the device works, but a
  /// person should see to it.
  public boolean isFault() {
    return fault;
  }
}
