package org.libstation.device.modbusbin.lab;

import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaultKind;

/// What can go wrong with a drop. Faults with a number happen to that many answers of the input
/// module.
enum BinFault implements TwinFaultKind {
  IO_OFF("the input module is without power until it is healed"),
  LEVEL_OFF("the level sensor is without power until it is healed"),
  REFUSE("the input module refuses so many requests: its failure, code 04", "3"),
  CORRUPT("so many answers come with a wrong check sum", "2"),
  HALF("of so many answers only the first half comes", "2"),
  LATE("so many answers come a second late, into other questions", "2"),
  OTHER_UNIT("so many answers bear another slave's address", "2"),
  OTHER_FUNCTION("so many answers are to another function", "2"),
  ECHO("the adapter echoes every request before the answer, until it is healed"),
  BABBLE("the input module sends noise in place of answers until it is healed"),
  LOCK_STUCK("the lock's output says yes to a write and stays as it is until it is healed"),
  BROWN_OUT("the input module loses its outputs once"),
  NO_ECHO("the level sensor measures nothing until it is healed"),
  LEVEL_FROZEN("the level sensor shows the same for ever until it is healed"),
  EYE_BLIND("the photo-eye sees nothing until it is healed"),
  JAM("something stays before the photo-eye until it is healed"),
  DOOR_OPEN("the door of the cabinet is open until it is healed"),
  BIN_OUT("the bin is taken out until it is healed"),
  FLAP_OPEN("the flap stands open until it is healed");

  private final String words;
  private final String arguments;

  BinFault(String words, String... arguments) {
    this.words = words;
    this.arguments = String.join(" ", arguments);
  }

  @Override
  public TwinFault fault() {
    return TwinFault.of(this, words, arguments);
  }
}
