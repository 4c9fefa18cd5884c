package org.libstation.device;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.libstation.tag.TagContent;

/// Something a device noticed, or the end of a command given to it.
public sealed interface DeviceEvent {

  /// Configured name of the reporting device.
  String device();

  /// The health changed. A new `lastGoodAnswer` alone is not reported.
  record HealthChanged(String device, DeviceHealth health) implements DeviceEvent {}

  /// All data of one scan, before it is judged. Meant for the technician's test scan; never log it,
  /// because it may be a card's number.
  ///
  /// @param bytes wrapping and terminator included, as hex
  /// @param aim the AIM identifier without its bracket, such as `F0`; empty if the reader sent none
  /// @param data the content of the barcode; empty when the bytes were no scan
  /// @param problem why the scan was not delivered; empty when [BarcodeScanned] follows
  record ScanSeen(
      String device, String bytes, Optional<String> aim, String data, Optional<String> problem)
      implements DeviceEvent {}

  /// A barcode was read. Framing and AIM identifier are removed.
  ///
  /// @param symbology the AIM symbology letter (`F` Codabar, `C` Code 128, `E` EAN …); empty if the
  ///   reader sent none
  record BarcodeScanned(String device, String data, Optional<Character> symbology)
      implements DeviceEvent {}

  /// The received bytes were no scan, for example too long or not printable. Nothing was delivered.
  record ScanRejected(String device, String reason) implements DeviceEvent {}

  /// Whether a card lies on the reader now; only some readers can report it.
  record CardLying(String device, boolean lies) implements DeviceEvent {}

  /// A card was presented, but gave no number. Nothing was delivered.
  record CardRefused(String device, CardProblem problem) implements DeviceEvent {}

  /// A read had to be repeated: a request got no answer, or a tag could not be read at once. This
  /// shows the quality of a line or a field long before anything fails.
  record ReadRepeated(String device) implements DeviceEvent {}

  /// A tag was laid on the pad and read.
  record TagArrived(
      String device, TagUid uid, int afi, int dsfid, TagContent content, TagSecurity security)
      implements DeviceEvent {}

  /// A tag was missing in several inventories in a row.
  record TagLeft(String device, TagUid uid) implements DeviceEvent {}

  /// A command to [TagReader#readSecurity] ended.
  ///
  /// @param security the state read from the tag; empty unless `outcome` is done
  record SecurityRead(
      String device, long command, TagUid uid, TagOutcome outcome, Optional<TagSecurity> security)
      implements DeviceEvent {}

  /// The contents of the field are completely reported.
  ///
  /// Sent once after each connection, once after the reader could not report the field
  /// ([DeviceHealth.NeedsHand]), and after [TagReader#lookAnew]. By then [TagArrived] has reported
  /// all tags in the field, and [TagLeft] all that were lifted while the reader was out of reach. A
  /// tag that arrived before and did not leave was seen anew; a tag that arrives later was laid
  /// down later. Until this event, earlier reports do not count.
  record FieldListed(String device) implements DeviceEvent {}

  /// A command to [TagReader#setSecurity] ended.
  record SecuritySet(String device, long command, TagUid uid, TagOutcome outcome)
      implements DeviceEvent {}

  /// A command to [TagReader#write] or [TagReader#rewrite] ended.
  record TagWritten(String device, long command, TagUid uid, TagOutcome outcome)
      implements DeviceEvent {}

  /// The photo-eye of a drop saw an object begin to pass.
  ///
  /// @param count objects that this sensor saw since the station started
  record ObjectPassed(String device, Instant at, long count) implements DeviceEvent {}

  /// The photo-eye of a drop is light again.
  ///
  /// @param lasted how long it had been dark
  record ShadowEnded(String device, Duration lasted) implements DeviceEvent {}

  /// The fill level of the bin, after median and hysteresis.
  ///
  /// @param percent 0 to 100
  record FillLevel(String device, int percent) implements DeviceEvent {}

  /// Number of items in the bin by the photo-eye, since the bin was emptied or the program started.
  record BinCount(String device, long items) implements DeviceEvent {}

  /// At least one of the drop's inputs changed; all their states follow.
  record DropInputsChanged(
      String device, boolean flapClosed, boolean beamDark, boolean binPresent, boolean tampered)
      implements DeviceEvent {}

  /// The flap's lock answered a command and was read back.
  record FlapLockSet(String device, long command, boolean locked, boolean done)
      implements DeviceEvent {}

  /// A print job that has not ended reached a new state.
  record PrintMoved(String device, long job, PrintState state) implements DeviceEvent {}

  /// A print job ended: the end-of-job mark confirmed it, or it failed with a cause.
  record PrintEnded(String device, long job, PrintOutcome outcome) implements DeviceEvent {}
}
