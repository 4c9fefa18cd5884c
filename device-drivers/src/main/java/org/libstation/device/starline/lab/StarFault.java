package org.libstation.device.starline.lab;

import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaultKind;

/// What can go wrong with a Star printer.
enum StarFault implements TwinFaultKind {
  PAPER_OUT("the roll is empty"),
  PAPER_NEAR_END("the roll is nearly empty; it still prints"),
  COVER_OPEN("the cover is open"),
  CUTTER_JAM("the knife is stuck"),
  BROKEN("a fault it cannot recover from"),
  MUTE("it prints and says nothing"),
  POWER_CYCLE_AFTER("it is switched off and on after so many more bytes came", "3000");

  private final String words;
  private final String arguments;

  StarFault(String words, String... arguments) {
    this.words = words;
    this.arguments = String.join(" ", arguments);
  }

  @Override
  public TwinFault fault() {
    return TwinFault.of(this, words, arguments);
  }
}
