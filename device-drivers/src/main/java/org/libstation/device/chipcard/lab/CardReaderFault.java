package org.libstation.device.chipcard.lab;

import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaultKind;

/// What can go wrong with a card reader. Faults with a number happen that many times.
enum CardReaderFault implements TwinFaultKind {
  OFF("it is switched off until it is healed"),
  SILENT("its next questions stay unanswered", "1"),
  HALF("of its next answers only the first half comes", "1"),
  CORRUPT("its next answers have a bit wrong", "1"),
  NOISE("its next answers are bytes that mean nothing", "1"),
  OTHER_ANSWER("its next answers are those to other questions", "1"),
  REFUSE("it understands its next questions wrongly", "1"),
  TAKEN_AWAY("the card is taken away after so many more questions", "2"),
  TWO("two cards lie there, and each answers in its turn, until it is healed"),
  RANDOM("the card shows another number each time, until it is healed"),
  MUTE_CARD("what lies there answers to nothing, until it is healed"),
  BABBLE("it sends so many bytes without an end", "5000");

  private final String words;
  private final String arguments;

  CardReaderFault(String words, String... arguments) {
    this.words = words;
    this.arguments = String.join(" ", arguments);
  }

  @Override
  public TwinFault fault() {
    return TwinFault.of(this, words, arguments);
  }
}
