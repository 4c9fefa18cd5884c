package org.libstation.device.keyscanner.lab;

import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaultKind;

/// What can go wrong with a scanner that types. Faults with a number happen that many times.
enum KeyFault implements TwinFaultKind {
  OFF("it is switched off until it is healed"),
  BREAK_OFF("the next codes lose their second half and their end", "1"),
  LOSE_START("the next codes lose their first sign", "1"),
  MISREAD("the next codes have one digit wrong", "1"),
  OTHER_PREFIX("the next codes have a sign more before them", "1"),
  OTHER_SUFFIX("the next codes have a sign more behind them", "1"),
  CAPS_LOCK("Caps Lock is on while it types the next codes", "1"),
  GERMAN_KEYS("the next codes are typed as on a German keyboard", "1"),
  REPEAT("the next code is typed so many times more", "3"),
  DROPPED("a piece in the middle of the next codes is lost, and the system says so", "1"),
  BABBLE("it types so many signs without an end", "5000");

  private final String words;
  private final String arguments;

  KeyFault(String words, String... arguments) {
    this.words = words;
    this.arguments = String.join(" ", arguments);
  }

  @Override
  public TwinFault fault() {
    return TwinFault.of(this, words, arguments);
  }
}
