package org.libstation.device.pad;

import java.time.Duration;
import java.util.Optional;
import org.libstation.device.link.WireBytes;

/// What of a pad is its make's own: how it is asked and what its answers mean. One object is for
/// one conversation: it may remember who answered.
public interface PadWire {

  /// As people call it, such as `FEIG`.
  String maker();

  /// How long the first byte of a reply is awaited.
  Duration reply();

  /// Least time between a reply and the next request.
  Duration gap();

  Framing<? extends PadFrame> framing();

  /// Questions of its greeting, at least 1.
  int greetings();

  /// Whether who refuses this question of the greeting is another device.
  boolean mustGreet(int step);

  /// Until the reader has said otherwise.
  PadLimits usualLimits();

  /// How long the field is left alone after a reset; empty where it is neither reset nor switched.
  Optional<Duration> resetPause();

  /// Whether the EAS bit can be read back.
  boolean readsEas();

  WireBytes encode(PadRequest request);

  /// The command that an answer to this repeats.
  int command(PadRequest request);

  /// Whether it came from the reader that is spoken to, and not from another one on the bus.
  boolean isOurs(PadFrame frame);

  /// It answered: whoever does so first is the reader from now on.
  void answered(PadFrame frame);

  /// What a frame says in answer to a request; empty when it answers another command.
  Optional<PadReply> reply(PadRequest request, PadFrame frame);

  /// Whether bytes that are no whole frame begin as an answer of this make does.
  boolean beginsAsReply(WireBytes came);
}
