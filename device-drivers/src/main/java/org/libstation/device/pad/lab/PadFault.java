package org.libstation.device.pad.lab;

import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaultKind;

/// Faults of a pad, its line and its tags that twins simulate.
public enum PadFault implements TwinFaultKind {
  PULL_AWAY("the tag is pulled away while a write reaches this block", TwinFault.SOME_TAG, "2"),
  WEAK(
      "the next so many commands to the tag are not heard; it is still listed",
      TwinFault.SOME_TAG,
      "2"),
  DEAF("the tag says yes to a new security byte and keeps the old one", TwinFault.SOME_TAG),
  LOCK_AFI("the tag's security byte is locked", TwinFault.SOME_TAG),
  LOCK_BLOCK("a block of the tag is locked", TwinFault.SOME_TAG, "1"),
  THIRD_AFI("the tag's security byte is neither of the pair", TwinFault.SOME_TAG, "D7"),
  QUIET(
      "the tag was told to be quiet and is not listed until the field is reset",
      TwinFault.SOME_TAG),
  TORN("only the first blocks of the tag's record were written, so many", TwinFault.SOME_TAG, "3"),
  GHOST("the next so many inventories name a tag that is not there", "E004015000FACADE", "2"),
  FLIPPED(
      "the next so many inventories name the tag with one bit wrong too", TwinFault.SOME_TAG, "40"),
  NO_E0("the next so many inventories name a number that does not begin with E0", "1F04", "4"),
  TWICE("the next so many inventories name the tag twice", TwinFault.SOME_TAG, "3"),
  ENDLESS("the next so many inventories say that more follows, and nothing does", "70"),
  REFUSE("the next so many requests are refused with this status", "83", "4"),
  SILENT("the next so many requests are not answered", "2"),
  LATE("the next so many answers come when the next request was sent", "2"),
  HALF("the next so many answers break off in the middle", "2"),
  NOISE("the next so many answers come behind noise", "3"),
  CORRUPT("the next so many answers have a wrong check sum", "2"),
  MISSHAPEN("the next so many answers have a right check sum and too few bytes", "2"),
  OTHER_ADDRESS("another reader on the bus gives the next so many answers", "2"),
  OTHER_COMMAND("the next so many answers are to another command", "2"),
  OTHER_TAG("the next so many answers to a tag's commands speak of another tag", "2"),
  FIELD_OFF("the field is switched off until the station connects anew");

  private final String words;
  private final String arguments;

  PadFault(String words, String... arguments) {
    this.words = words;
    this.arguments = String.join(" ", arguments);
  }

  @Override
  public TwinFault fault() {
    return TwinFault.of(this, words, arguments);
  }
}
