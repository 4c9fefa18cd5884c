package org.libstation.device;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.libstation.tag.TagContent;

/// What a device noticed, or how a command given to it ended.
public sealed interface DeviceEvent {

  /// The configured name of the device that speaks.
  String device();

  /// Its health changed (not sent for a mere new `lastGoodAnswer`).
  record HealthChanged(String device, DeviceHealth health) implements DeviceEvent {}

  /// All that came for one scan, before anybody judged it; for the technician's test scan, and
  /// never for a log: it may be a card's number.
  ///
  /// @param bytes wrapping and terminator included, as hex
  /// @param aim the AIM identifier without its bracket, such as `F0`, when sent
  /// @param data what the barcode says; empty when the bytes were no scan
  /// @param problem why it was not delivered; empty when [BarcodeScanned] follows
  record ScanSeen(
      String device, String bytes, Optional<String> aim, String data, Optional<String> problem)
      implements DeviceEvent {}

  /// A barcode was read, framing and AIM identifier taken off.
  ///
  /// @param symbology the AIM symbology letter (`F` Codabar, `C` Code 128, `E` EAN …) when sent
  record BarcodeScanned(String device, String data, Optional<Character> symbology)
      implements DeviceEvent {}

  /// The bytes that came were no scan: too long, or not printable. Nothing was delivered.
  record ScanRejected(String device, String reason) implements DeviceEvent {}

  /// A reader that can tell says whether a card lies there now.
  record CardLying(String device, boolean lies) implements DeviceEvent {}

  /// A card was presented, and there is no number to take from it. Nothing was delivered.
  record CardRefused(String device, CardProblem problem) implements DeviceEvent {}

  /// A read had to be made once more: a question stayed unanswered, or a tag could not be read at
  /// once. Says how a line or a field is, long before anything fails.
  record ReadRepeated(String device) implements DeviceEvent {}

  /// A tag came to lie on the pad and was read.
  record TagArrived(
      String device, TagUid uid, int afi, int dsfid, TagContent content, TagSecurity security)
      implements DeviceEvent {}

  /// A tag was not seen for several inventories in a row.
  record TagLeft(String device, TagUid uid) implements DeviceEvent {}

  /// A command to [TagReader#readSecurity] ended.
  ///
  /// @param security as it stands in the tag; empty unless `outcome` is done
  record SecurityRead(
      String device, long command, TagUid uid, TagOutcome outcome, Optional<TagSecurity> security)
      implements DeviceEvent {}

  /// Once after each connection, once after the reader did not say what lies there
  /// ([DeviceHealth.NeedsHand]), and after [TagReader#lookAnew], when all that lies in the field
  /// has been said by [TagArrived] and what was lifted while the reader was out of reach by
  /// [TagLeft]: what arrived before and did not leave was seen anew, and what arrives from now on
  /// was laid down since. Until then nothing that was said before counts.
  record FieldListed(String device) implements DeviceEvent {}

  /// A command to [TagReader#setSecurity] ended.
  record SecuritySet(String device, long command, TagUid uid, TagOutcome outcome)
      implements DeviceEvent {}

  /// A command to [TagReader#write] or [TagReader#rewrite] ended.
  record TagWritten(String device, long command, TagUid uid, TagOutcome outcome)
      implements DeviceEvent {}

  /// The photo-eye of a drop saw an object begin to pass.
  ///
  /// @param count objects since the station started, by this sensor
  record ObjectPassed(String device, Instant at, long count) implements DeviceEvent {}

  /// The photo-eye of a drop is light again.
  ///
  /// @param lasted how long it had been dark
  record ShadowEnded(String device, Duration lasted) implements DeviceEvent {}

  /// The fill level of the bin, after median and hysteresis.
  ///
  /// @param percent 0 to 100
  record FillLevel(String device, int percent) implements DeviceEvent {}

  /// Items in the bin by the photo-eye: since it was emptied, or since the program started.
  record BinCount(String device, long items) implements DeviceEvent {}

  /// What the drop's inputs say, when one of them changed.
  record DropInputsChanged(
      String device, boolean flapClosed, boolean beamDark, boolean binPresent, boolean tampered)
      implements DeviceEvent {}

  /// The lock of the flap answered a command and was read back.
  record FlapLockSet(String device, long command, boolean locked, boolean done)
      implements DeviceEvent {}

  /// A print job that has not ended stands somewhere new.
  record PrintMoved(String device, long job, PrintState state) implements DeviceEvent {}

  /// A print job ended: confirmed by the end-of-job mark, or not, with a cause.
  record PrintEnded(String device, long job, PrintOutcome outcome) implements DeviceEvent {}
}
