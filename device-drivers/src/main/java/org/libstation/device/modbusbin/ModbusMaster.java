package org.libstation.device.modbusbin;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.libstation.device.DeviceClock;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;

/// The one master of a bus: one request at a time, at least [#GAP] of silence before it.
///
/// A slave is silent to a damaged frame, and its own answer may be damaged on the way; both look
/// like silence, and the request is sent again, at most [#TRIES] times in all. All requests used
/// here may be repeated.
final class ModbusMaster implements AutoCloseable {
  static final int TRIES = 3;

  /// More than 3.5 characters at 9600 baud and above.
  static final Duration GAP = Duration.ofMillis(5);

  static final Duration WRITE_LIMIT = Duration.ofMillis(500);

  /// A reply that began must be whole after so many times the reply limit, or the line babbles.
  static final int LONGEST_REPLY_IN_LIMITS = 3;

  /// So many pieces of late answers are thrown away before a request.
  static final int STALE_PIECES = 32;

  private final ByteLink link;
  private final DeviceClock clock;
  private final Duration replyLimit;
  private final byte[] buffer = new byte[256];

  ModbusMaster(ByteLink link, DeviceClock clock, Duration replyLimit) {
    this.link = link;
    this.clock = clock;
    this.replyLimit = replyLimit;
  }

  /// @return empty when the slave stayed silent each time
  Optional<ModbusReply> ask(ModbusRequest request) throws LinkLostException {
    for (int i = 0; i < TRIES; i++) {
      Optional<ModbusReply> reply = askOnce(request);
      if (reply.isPresent()) {
        return reply;
      }
    }
    return Optional.empty();
  }

  /// Asks without a second try, for what is asked again soon anyway.
  Optional<ModbusReply> askOnce(ModbusRequest request) throws LinkLostException {
    keepGap();
    link.write(request.encode().toArray(), WRITE_LIMIT);
    RtuParser parser = new RtuParser(RtuParser.Side.REPLIES);
    Duration end = clock.monotonic().plus(replyLimit.multipliedBy(LONGEST_REPLY_IN_LIMITS));
    while (clock.monotonic().compareTo(end) < 0) {
      int count = link.read(buffer, replyLimit);
      List<WireBytes> frames =
          count == 0 ? parser.silence() : parser.parse(Arrays.copyOf(buffer, count));
      Optional<ModbusReply> reply =
          frames.stream().flatMap(frame -> ModbusReply.decode(request, frame).stream()).findFirst();
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

  @Override
  public void close() {
    link.close();
  }
}
