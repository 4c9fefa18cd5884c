package org.libstation.device.ippprinter.lab;

import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaultKind;

/// What can go wrong with a print server. Faults with a number happen that many times; the others
/// last until they are healed.
enum IppFault implements TwinFaultKind {
  OFF("it answers nothing until it is healed"),
  SILENT("its next questions stay unanswered", "1"),
  ANSWER_LOST("it does what it is asked, and its next answers are lost on the way", "1"),
  HALF("of its next answers only the first half comes", "1"),
  NOISE("its next answers are no IPP at all", "1"),
  ENDLESS_ANSWER("its next answers have no end", "1"),
  PAPER_JAM("paper is jammed in it until it is healed"),
  QUEUE_STOPPED("its queue is stopped until it is healed"),
  QUEUE_CLOSED("its queue takes no jobs until it is healed"),
  UNREACHED("it does not reach its printer until it is healed, and goes on trying"),
  UNREACHED_MUTE("it does not reach its printer, and says no word of it, until it is healed"),
  GIVES_UP("it gives up the next jobs", "1");

  private final String words;
  private final String arguments;

  IppFault(String words, String... arguments) {
    this.words = words;
    this.arguments = String.join(" ", arguments);
  }

  @Override
  public TwinFault fault() {
    return TwinFault.of(this, words, arguments);
  }
}
