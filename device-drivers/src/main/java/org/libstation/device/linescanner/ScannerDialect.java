package org.libstation.device.linescanner;

import java.util.HexFormat;

/// The commands of a scanner's maker. Plain scanners understand none and need none.
///
/// Sources: Honeywell Xenon/N86 user guides (serial trigger commands; menu commands `SYN M CR`),
/// Honeywell 2020 guide (beeper by `ESC`), Datalogic Magellan 800i product reference (one-letter
/// host commands), CipherLab programming guide (`#@` commands).
public enum ScannerDialect {
  PLAIN("plain", "", "", "", ""),
  /// Trigger on and off work in the manual/serial trigger mode only. The probe asks for the state
  /// of Codabar; its answer ends with ACK and a full stop.
  HONEYWELL("honeywell", "16540D", "16550D", "1B34", "164D0D636272656E613F2E"),
  DATALOGIC("datalogic", "45", "44", "01", ""),
  CIPHERLAB("cipherlab", "45", "44", "23402F2F2F2F0D", "");

  private final String word;
  private final String enable;
  private final String disable;
  private final String beep;
  private final String probe;

  ScannerDialect(String word, String enable, String disable, String beep, String probe) {
    this.word = word;
    this.enable = enable;
    this.disable = disable;
    this.beep = beep;
    this.probe = probe;
  }

  /// The word for it in a configuration.
  public String word() {
    return word;
  }

  /// Starts reading; empty where there is no such command.
  public byte[] enable() {
    return HexFormat.of().parseHex(enable);
  }

  /// Stops reading.
  public byte[] disable() {
    return HexFormat.of().parseHex(disable);
  }

  /// A short beep.
  public byte[] beep() {
    return HexFormat.of().parseHex(beep);
  }

  /// A question that a living scanner answers with [#ACK] and a full stop.
  public byte[] probe() {
    return HexFormat.of().parseHex(probe);
  }

  /// What stands just before the full stop of a good answer to a Honeywell menu command.
  public static final byte ACK = 0x06;
}
