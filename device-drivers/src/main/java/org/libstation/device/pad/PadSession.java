package org.libstation.device.pad;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.libstation.device.DeviceClock;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;

/// One conversation with a reader over an open link: one request, then one reply or silence.
///
/// A reader does not answer a damaged frame, and its own answer may be damaged on the way. Both
/// look like silence, and the caller asks again. An answer to the repeated request may belong to
/// either request, and another may still follow. So nothing else is asked until the line was quiet
/// for as long as a reply may take. Otherwise one tag's answer would be taken for another's.
final class PadSession {
  static final Duration WRITE_LIMIT = Duration.ofMillis(200);

  /// Time after the limit for the first byte within which a begun reply must be complete.
  static final Duration REST_LIMIT = Duration.ofMillis(150);

  /// Longest silence inside a frame. It is far above any manual's, because USB adapters hold bytes
  /// back.
  static final Duration PIECE_LIMIT = Duration.ofMillis(120);

  /// How long one call waits for the line to become quiet.
  static final Duration QUIET_STEP = Duration.ofMillis(100);

  /// Number of calls of [#QUIET_STEP] after which the line counts as never quiet.
  static final int QUIET_STEPS = 30;

  /// Most pieces of late answers that are dropped before a request.
  static final int STALE_PIECES = 32;

  /// Most frames in answer to one question; no bus has so many readers.
  static final int MOST_FRAMES = 8;

  private final ByteLink link;
  private final DeviceClock clock;
  private final PadWire wire;
  private final byte[] buffer = new byte[512];
  private Duration lastByte;
  private boolean unanswered;
  private boolean unsettled;
  private int quietSteps;
  private int noise;

  PadSession(ByteLink link, DeviceClock clock, PadWire wire) {
    this.link = link;
    this.clock = clock;
    this.wire = wire;
    this.lastByte = clock.monotonic();
  }

  /// Sends a request once.
  ///
  /// @return the reply; empty when no whole answer to this request came in time
  Optional<PadReply> ask(PadRequest request) throws LinkLostException {
    keepGap();
    link.write(wire.encode(request).toArray(), WRITE_LIMIT);
    FrameParser<?> parser = new FrameParser<>(wire.framing());
    boolean heard = false;
    int framed = 0;
    Duration end = clock.monotonic().plus(wire.reply());
    Duration last = end.plus(REST_LIMIT);
    for (Duration left = wire.reply(); left.isPositive(); left = left(parser, end, last)) {
      int count = link.read(buffer, left);
      List<? extends PadFrame> frames =
          count == 0 ? parser.hidden() : parser.parse(Arrays.copyOf(buffer, count));
      // The tag may be a patron's card.
      Arrays.fill(buffer, 0, count, (byte) 0);
      heard |= count > 0;
      framed += frames.size();
      Optional<PadReply> reply = replyTo(request, frames);
      if (reply.isPresent()) {
        lastByte = clock.monotonic();
        unsettled = unanswered;
        unanswered = false;
        noise = 0;
        return reply;
      }
    }
    unanswered = true;
    boolean none = framed == 0 || framed > MOST_FRAMES;
    noise = heard && none ? noise + 1 : 0;
    return Optional.empty();
  }

  /// Whether each of the last questions was answered only by noise: bytes without a frame, or
  /// endless frames without an answer.
  boolean isNoisy(int questions) {
    return noise >= questions;
  }

  /// How long to wait for the next piece; not positive when the reply is given up.
  private Duration left(FrameParser<?> parser, Duration end, Duration last) {
    Duration now = clock.monotonic();
    if (parser.isInFrame()) {
      Duration rest = last.minus(now);
      return rest.compareTo(PIECE_LIMIT) < 0 ? rest : PIECE_LIMIT;
    }
    return end.minus(now);
  }

  /// Whether another answer may still be on its way, so that [#settle()] must come first.
  boolean isUnsettled() {
    return unsettled;
  }

  /// Drops received bytes for a moment.
  ///
  /// @return false when the line never becomes quiet
  boolean settle() throws LinkLostException {
    quietSteps++;
    if (link.read(buffer, QUIET_STEP) > 0) {
      lastByte = clock.monotonic();
    }
    if (clock.monotonic().minus(lastByte).compareTo(wire.reply()) >= 0) {
      unsettled = false;
      quietSteps = 0;
    }
    return quietSteps < QUIET_STEPS;
  }

  /// Waits for the gap between requests by reading the line, so that an answer that came too late
  /// is dropped.
  private void keepGap() throws LinkLostException {
    for (int i = 0; i < STALE_PIECES; i++) {
      Duration left = wire.gap().minus(clock.monotonic().minus(lastByte));
      if (link.read(buffer, left.isNegative() ? Duration.ZERO : left) == 0) {
        return;
      }
      lastByte = clock.monotonic();
    }
  }

  /// Finds the reply among the frames. A late answer about another tag does not count.
  private Optional<PadReply> replyTo(PadRequest request, List<? extends PadFrame> frames) {
    for (PadFrame frame : frames) {
      Optional<PadReply> reply = wire.isOurs(frame) ? wire.reply(request, frame) : Optional.empty();
      if (reply.filter(it -> !(it instanceof PadReply.OfAnotherTag)).isPresent()) {
        wire.answered(frame);
        return reply;
      }
    }
    return Optional.empty();
  }
}
