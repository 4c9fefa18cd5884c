package org.libstation.device.exam;

import org.libstation.device.TagUid;
import org.libstation.tag.TagContent;

/// What is measured while a device is examined, for the person who stands beside it. Shown and
/// forgotten; kept in no report.
public sealed interface Measurement {

  /// Something of a drop that is on or off.
  enum DropInput {
    /// Something stands before the photo-eye.
    EYE,
    /// The flap is shut.
    FLAP,
    /// The door of the cabinet is open.
    DOOR,
    /// There is a bin.
    BIN,
    /// The output of the lock is on.
    LOCK,
    /// The output of the lamp is on.
    LAMP
  }

  record Switch(DropInput part, boolean on) implements Measurement {}

  /// @param value as measured
  /// @param unit `mm` or `g`
  /// @param percent of a full bin, by the present calibration
  record Level(long value, String unit, int percent) implements Measurement {}

  /// What was measured over an empty and over a full bin.
  ///
  /// @param unit `mm` or `g`, as the options `empty.mm` and `full.mm` are named
  record Calibrated(long empty, long full, String unit) implements Measurement {}

  /// A scan of the test code.
  ///
  /// @param came what the scanner sent; only its length, in dots, where it might be another code
  record Scanned(String shown, String came) implements Measurement {}

  /// A tag in the field. The protocol (ISO/IEC 15693 behind ISO-host) tells no strength: how often
  /// it answered stands for it.
  ///
  /// @param answered of the last looks
  /// @param of how many looks that were
  /// @param raw its first bytes as hex; empty when they could not be read, or are a card's
  record Tag(TagUid uid, int answered, int of, Content content, String raw)
      implements Measurement {}

  /// What a tag says.
  sealed interface Content {
    /// Its bytes could not be read.
    record ContentUnread() implements Content {}

    record JudgedTag(TagContent content) implements Content {}
  }
}
