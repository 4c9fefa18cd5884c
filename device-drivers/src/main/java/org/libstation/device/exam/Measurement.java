package org.libstation.device.exam;

import org.libstation.device.TagUid;
import org.libstation.tag.TagContent;

/// A value measured during an examination, for the person at the device. It is shown and then
/// dropped; no report keeps it.
public sealed interface Measurement {

  /// A part of a drop that is on or off.
  enum DropInput {
    /// An object is in front of the photo-eye.
    EYE,
    /// The flap is shut.
    FLAP,
    /// The door of the cabinet is open.
    DOOR,
    /// The bin is in its place.
    BIN,
    /// The lock's output is on.
    LOCK,
    /// The lamp's output is on.
    LAMP
  }

  record Switch(DropInput part, boolean on) implements Measurement {}

  /// A reading of the level sensor.
  ///
  /// @param value as measured
  /// @param unit `mm` or `g`
  /// @param percent of a full bin, by the present calibration
  record Level(long value, String unit, int percent) implements Measurement {}

  /// The measurements over an empty and over a full bin.
  ///
  /// @param unit `mm` or `g`, as in the options `empty.mm` and `full.mm`
  record Calibrated(long empty, long full, String unit) implements Measurement {}

  /// A scan of the test code.
  ///
  /// @param shown the code that was presented
  /// @param came what the scanner sent; dots of the same length if it may be another code
  record Scanned(String shown, String came) implements Measurement {}

  /// A tag in the field. The protocol (ISO/IEC 15693 behind ISO-host) gives no signal strength, so
  /// the number of answers stands for it.
  ///
  /// @param answered how many of the last looks it answered
  /// @param of number of looks counted
  /// @param raw its first bytes as hex; empty when they could not be read, or belong to a patron's
  ///   card
  record Tag(TagUid uid, int answered, int of, Content content, String raw)
      implements Measurement {}

  /// The content of a tag.
  sealed interface Content {
    /// Its bytes could not be read.
    record ContentUnread() implements Content {}

    record JudgedTag(TagContent content) implements Content {}
  }
}
