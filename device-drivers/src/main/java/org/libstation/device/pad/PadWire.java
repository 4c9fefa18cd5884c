package org.libstation.device.pad;

import java.time.Duration;
import java.util.Optional;
import org.libstation.device.link.WireBytes;

/// The protocol of one make of pads: how requests are encoded and answers decoded. One object
/// serves one conversation, because it may remember which reader answered.
public interface PadWire {

  /// The maker's common name, such as `FEIG`.
  String maker();

  /// Longest wait for the first byte of a reply.
  Duration reply();

  /// Shortest time between a reply and the next request.
  Duration gap();

  Framing<? extends PadFrame> framing();

  /// Number of questions in the greeting, at least 1.
  int greetings();

  /// Whether a refusal of this greeting question means that it is another device.
  boolean mustGreet(int step);

  /// The limits to use until the reader has given its own.
  PadLimits usualLimits();

  /// Pause after a field reset; empty if the field can be neither reset nor switched.
  Optional<Duration> resetPause();

  /// Whether the EAS bit can be read back.
  boolean readsEas();

  /// The request's frame, as sent on the line.
  WireBytes encode(PadRequest request);

  /// The command code that the answer to this request repeats.
  int command(PadRequest request);

  /// Whether the frame came from the reader in this conversation, not from another one on the bus.
  boolean isOurs(PadFrame frame);

  /// Notes that this frame was an answer; the first reader to answer is the one to talk to from now
  /// on.
  void answered(PadFrame frame);

  /// The meaning of a frame as the answer to a request; empty when it answers another command.
  Optional<PadReply> reply(PadRequest request, PadFrame frame);

  /// Whether the bytes, which are no whole frame, begin like an answer of this make.
  boolean beginsAsReply(WireBytes came);
}
