package org.libstation.device.starline.lab;

import java.util.Optional;
import org.libstation.lab.link.FaultKind;

/// What can go wrong with a Star printer.
enum StarFault implements FaultKind {
  PAPER_OUT("the roll is empty"),
  PAPER_NEAR_END("the roll is nearly empty; it still prints"),
  COVER_OPEN("the cover is open"),
  CUTTER_JAM("the knife is stuck"),
  BROKEN("a fault it cannot recover from"),
  MUTE("it prints and says nothing"),
  POWER_CYCLE_AFTER("it is switched off and on after so many more bytes came", "3000");

  private final String words;
  private final Optional<String> count;

  StarFault(String words) {
    this.words = words;
    this.count = Optional.empty();
  }

  StarFault(String words, String count) {
    this.words = words;
    this.count = Optional.of(count);
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public Optional<String> count() {
    return count;
  }
}
