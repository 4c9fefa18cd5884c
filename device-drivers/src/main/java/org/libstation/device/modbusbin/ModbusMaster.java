package org.libstation.device.modbusbin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceClock;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;

/// The only master of a bus: one request at a time, with at least one gap of silence before it. It
/// never broadcasts: [ModbusRequest] has no unit 0.
///
/// A slave does not answer a damaged frame, and its own answer may be damaged on the way. Both look
/// like silence, and the request is sent again, at most [#TRIES] times in all. All requests used
/// here may be repeated.
///
/// A late answer to a request that is being repeated shows an earlier state. It is still used, in
/// its order, because what it saw may be over by now. A late answer to anything else is discarded.
final class ModbusMaster implements AutoCloseable {
  static final int TRIES = 3;

  static final Duration WRITE_LIMIT = Duration.ofMillis(500);

  /// A reply that has begun must be whole after this many reply limits; otherwise the line carries
  /// nonsense.
  static final int LONGEST_REPLY_IN_LIMITS = 3;

  /// A longer silence ends an answer. USB adapters that pass on their bytes every 16 ms stay below
  /// it.
  static final Duration TORN = Duration.ofMillis(40);

  /// Most pieces of late answers that are read before a request.
  static final int STALE_PIECES = 32;

  private final ByteLink link;
  private final DeviceClock clock;
  private final Duration replyLimit;
  private final Duration wholeLimit;
  private final Duration pieceLimit;
  private final Duration gap;
  private final byte[] buffer = new byte[256];
  private final Deque<ModbusReply> early = new ArrayDeque<>();
  private @Nullable ModbusRequest asked;
  private Duration askedAt = Duration.ZERO;
  private Duration oldest = Duration.ZERO;
  private int owed;
  private Duration lastByte;
  private Duration seenFrom;
  private int noise;
  private int repeats;

  /// @param gap at least 3.5 characters
  ModbusMaster(ByteLink link, DeviceClock clock, Duration replyLimit, Duration gap) {
    this.link = link;
    this.clock = clock;
    this.replyLimit = replyLimit;
    this.wholeLimit = replyLimit.multipliedBy(LONGEST_REPLY_IN_LIMITS);
    this.pieceLimit = TORN.compareTo(replyLimit) < 0 ? TORN : replyLimit;
    this.gap = gap;
    this.lastByte = clock.monotonic();
    this.seenFrom = lastByte;
  }

  /// @return empty if the slave stayed silent each time
  Optional<ModbusReply> ask(ModbusRequest request) throws LinkLostException {
    for (int i = 0; i < TRIES; i++) {
      Optional<ModbusReply> reply = askOnce(request);
      if (reply.isPresent()) {
        return reply;
      }
      repeats++;
    }
    return Optional.empty();
  }

  /// Asks without a repeat, for requests that come again soon anyway.
  Optional<ModbusReply> askOnce(ModbusRequest request) throws LinkLostException {
    if (!request.equals(asked) || clock.monotonic().minus(askedAt).compareTo(wholeLimit) > 0) {
      owed = 0;
      early.clear();
    }
    take(request, keepGap());
    if (!early.isEmpty()) {
      return answered();
    }
    asked = request;
    askedAt = clock.monotonic();
    oldest = owed == 0 ? askedAt : oldest;
    owed = Math.min(owed + 1, TRIES);
    link.write(request.encode().toArray(), WRITE_LIMIT);
    RtuParser parser = new RtuParser(RtuParser.FrameDirection.REPLIES);
    Duration end = clock.monotonic().plus(wholeLimit);
    boolean heard = false;
    while (clock.monotonic().compareTo(end) < 0) {
      int count = link.read(buffer, heard ? pieceLimit : replyLimit);
      lastByte = clock.monotonic();
      List<WireBytes> frames =
          count == 0 ? parser.silence() : parser.parse(Arrays.copyOf(buffer, count));
      heard |= count > 0;
      take(request, frames);
      if (!early.isEmpty()) {
        return answered();
      }
      if (count == 0) {
        break;
      }
    }
    noise = heard ? noise + 1 : 0;
    return Optional.empty();
  }

  /// Keeps the answers among these frames, but no more than are expected.
  private void take(ModbusRequest request, List<WireBytes> frames) {
    for (WireBytes frame : frames) {
      if (early.size() < owed) {
        ModbusReply.decode(request, frame).ifPresent(early::add);
      }
    }
  }

  private Optional<ModbusReply> answered() {
    noise = 0;
    owed--;
    Duration possible = clock.monotonic().minus(wholeLimit);
    seenFrom = possible.compareTo(oldest) > 0 ? possible : oldest;
    oldest = askedAt;
    return Optional.of(early.remove());
  }

  /// The last answer shows a state between this moment and now.
  Duration seenFrom() {
    return seenFrom;
  }

  /// How many requests were sent again so far.
  int repeats() {
    return repeats;
  }

  /// Whether bytes came after each of the last questions, and none of them was an answer.
  boolean isNoisy() {
    return noise >= TRIES;
  }

  /// Waits until the line was silent for the gap. Bytes that arrive meanwhile can only be late
  /// answers.
  ///
  /// @return the frames among those bytes
  private List<WireBytes> keepGap() throws LinkLostException {
    Duration left = gap.minus(clock.monotonic().minus(lastByte));
    Duration wait = left.isNegative() ? Duration.ZERO : left;
    RtuParser parser = new RtuParser(RtuParser.FrameDirection.REPLIES);
    List<WireBytes> frames = new ArrayList<>();
    for (int i = 0; i < STALE_PIECES; i++) {
      int count = link.read(buffer, wait);
      if (count == 0) {
        break;
      }
      frames.addAll(parser.parse(Arrays.copyOf(buffer, count)));
      wait = gap;
    }
    frames.addAll(parser.silence());
    return frames;
  }

  @Override
  public void close() {
    link.close();
  }
}
