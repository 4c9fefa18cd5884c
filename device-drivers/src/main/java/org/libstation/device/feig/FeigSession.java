package org.libstation.device.feig;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.libstation.device.DeviceClock;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;

/// One conversation with a reader over an open link: one request, one reply.
///
/// A reader does not answer a damaged frame, and its own answer may be damaged on the way; both
/// look like silence, and the request is sent again, at most [#TRIES] times in all. All requests
/// here may be repeated.
final class FeigSession implements AutoCloseable {
  static final int TRIES = 3;

  /// The protocol asks for at least 5 ms between a reply and the next request.
  static final Duration GAP = Duration.ofMillis(5);

  static final Duration WRITE_LIMIT = Duration.ofMillis(500);

  /// A reply that began must be whole after so many times the reply limit, or the line babbles.
  static final int LONGEST_REPLY_IN_LIMITS = 3;

  /// So many pieces of late answers are thrown away before a request.
  static final int STALE_PIECES = 32;

  private final ByteLink link;
  private final DeviceClock clock;
  private final Duration replyLimit;
  private final int address;
  private final byte[] buffer = new byte[512];

  FeigSession(ByteLink link, DeviceClock clock, Duration replyLimit, int address) {
    this.link = link;
    this.clock = clock;
    this.replyLimit = replyLimit;
    this.address = address;
  }

  /// Asks, and asks again while there is no whole reply.
  ///
  /// @return empty when the reader stayed silent each time
  Optional<FeigReply> ask(FeigRequest request) throws LinkLostException {
    for (int i = 0; i < TRIES; i++) {
      Optional<FeigReply> reply = askOnce(request);
      if (reply.isPresent()) {
        return reply;
      }
    }
    return Optional.empty();
  }

  private Optional<FeigReply> askOnce(FeigRequest request) throws LinkLostException {
    keepGap();
    link.write(request.encode(false, address).toArray(), WRITE_LIMIT);
    FeigParser parser = new FeigParser();
    Duration end = clock.monotonic().plus(replyLimit.multipliedBy(LONGEST_REPLY_IN_LIMITS));
    while (clock.monotonic().compareTo(end) < 0) {
      int count = link.read(buffer, replyLimit);
      List<FeigFrame> frames =
          count == 0 ? parser.silence() : parser.parse(Arrays.copyOf(buffer, count));
      Optional<FeigReply> reply = replyTo(request, frames);
      if (reply.isPresent() || count == 0) {
        return reply;
      }
    }
    return Optional.empty();
  }

  /// Waits on the line itself, so that an answer that came too late is thrown away too.
  private void keepGap() throws LinkLostException {
    for (int i = 0; i < STALE_PIECES && link.read(buffer, GAP) > 0; i++) {
      // Thrown away: it belongs to no request.
    }
  }

  private static Optional<FeigReply> replyTo(FeigRequest request, List<FeigFrame> frames) {
    return frames.stream()
        .filter(frame -> frame.command() == request.command())
        .flatMap(frame -> FeigReply.decode(frame).stream())
        .findFirst();
  }

  @Override
  public void close() {
    link.close();
  }
}
