package org.libstation.device.linescanner.lab;

import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaultKind;

/// What can go wrong with a scanner. Faults with a number happen that many times.
enum ScannerFault implements TwinFaultKind {
  OFF("it is switched off until it is healed"),
  MUTE("it reads on, and answers no question until it is healed"),
  LATE_ANSWER("its next answers come so many turns late", "300"),
  HALF_ANSWER("of its next answers only the first half comes", "1"),
  REFUSE("it does not know the commands of its next answers", "1"),
  BREAK_OFF("the next scans lose their second half and their end", "1"),
  LOSE_START("the next scans lose their first byte", "1"),
  MISREAD("the next scans have one digit wrong", "1"),
  OTHER_PREFIX("the next scans have a character more before them", "1"),
  OTHER_SUFFIX("the next scans have a character more behind them", "1"),
  SMALL_LETTERS("the next scans come in small letters", "1"),
  GERMAN_KEYS("the next scans come as typed on a German keyboard", "1"),
  REPEAT("the next scan is sent so many times more", "3"),
  WRONG_BAUD("the next scans come as at a wrong baud rate", "12"),
  BABBLE("it sends so many bytes without an end", "5000");

  private final String words;
  private final String arguments;

  ScannerFault(String words, String... arguments) {
    this.words = words;
    this.arguments = String.join(" ", arguments);
  }

  @Override
  public TwinFault fault() {
    return TwinFault.of(this, words, arguments);
  }
}
