package org.libstation.device.escpos.lab;

import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaultKind;

/// What can go wrong with a receipt printer.
enum PrinterFault implements TwinFaultKind {
  PAPER_OUT("the roll is empty"),
  PAPER_OUT_AFTER("the roll ends after so many more rows of dots", "200"),
  PAPER_NEAR_END("the roll is nearly empty; it still prints"),
  COVER_OPEN("the cover is open"),
  CUTTER_JAM("the knife is stuck"),
  CUTTER_JAM_AT_CUT("the knife is found stuck by the next cut"),
  HEAD_HOT("the head is too hot and cools down"),
  BROKEN("a fault it cannot recover from"),
  FEED_BUTTON("the feed button is held"),
  OFF("it is switched off until it is healed"),
  POWER_CYCLE("it is switched off and on in no time"),
  POWER_CYCLE_AFTER("the same after so many more bytes came", "3000"),
  MUTE("it prints and says nothing"),
  MUTE_MARKS("it answers no end-of-job mark");

  private final String words;
  private final String arguments;

  PrinterFault(String words, String... arguments) {
    this.words = words;
    this.arguments = String.join(" ", arguments);
  }

  @Override
  public TwinFault fault() {
    return TwinFault.of(this, words, arguments);
  }
}
