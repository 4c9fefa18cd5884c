package org.libstation.device.modbusbin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.libstation.device.link.WireBytes;

/// Finds frames in the bytes from the line, in pieces of any size. The length of a frame follows
/// from its function and, if there is one, its byte count.
///
/// A frame with a wrong checksum counts as junk before another frame: its first byte is discarded
/// and the rest is parsed again.
public final class RtuParser {

  /// Which frames are expected; requests and replies have different lengths.
  public enum FrameDirection {
    REQUESTS,
    REPLIES
  }

  private sealed interface State {

    /// The length is not known yet.
    record FrameHead(WireBytes soFar) implements State {}

    /// The length is known.
    record FrameBody(WireBytes soFar, int total) implements State {}
  }

  private static final int EXCEPTION = 0x80;
  private static final int UNKNOWN = 0;
  private static final int IMPOSSIBLE = -1;

  private final FrameDirection side;
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private State state = new State.FrameHead(WireBytes.of());

  public RtuParser(FrameDirection side) {
    this.side = side;
  }

  /// Takes a piece of input. Returns the frames that it completes, checksum included.
  public List<WireBytes> parse(byte[] piece) {
    for (byte b : piece) {
      waiting.addLast(b & 0xFF);
    }
    List<WireBytes> found = new ArrayList<>();
    while (!waiting.isEmpty()) {
      state = next(WireBytes.of(waiting.removeFirst()), found);
    }
    return found;
  }

  /// Ends the frame that has begun, because the line fell silent. Returns the frames that are
  /// hidden in its bytes.
  public List<WireBytes> silence() {
    List<WireBytes> found = new ArrayList<>();
    for (WireBytes begun = soFar(); begun.length() > 0; begun = soFar()) {
      state = reject(begun);
      found.addAll(parse(new byte[0]));
    }
    return found;
  }

  private WireBytes soFar() {
    return switch (state) {
      case State.FrameHead(WireBytes bytes) -> bytes;
      case State.FrameBody(WireBytes bytes, int _) -> bytes;
    };
  }

  private State next(WireBytes b, List<WireBytes> found) {
    return switch (state) {
      case State.FrameHead(WireBytes bytes) -> head(bytes.plus(b));
      case State.FrameBody(WireBytes bytes, int total) -> body(bytes.plus(b), total, found);
    };
  }

  private State head(WireBytes soFar) {
    int total = soFar.length() < 2 ? UNKNOWN : total(soFar);
    if (total == IMPOSSIBLE) {
      return reject(soFar);
    }
    return total == UNKNOWN ? new State.FrameHead(soFar) : new State.FrameBody(soFar, total);
  }

  private int total(WireBytes soFar) {
    int function = soFar.at(1);
    boolean reply = side == FrameDirection.REPLIES;
    if (reply && (function & EXCEPTION) != 0) {
      return Rtu.SHORTEST;
    }
    return switch (function) {
      case 1, 2, 3, 4 -> reply ? counted(soFar, 2) : 8;
      case 5, 6 -> 8;
      case 15, 16 -> reply ? 8 : counted(soFar, 6);
      default -> IMPOSSIBLE;
    };
  }

  private static int counted(WireBytes soFar, int at) {
    return soFar.length() <= at ? UNKNOWN : at + 1 + soFar.at(at) + 2;
  }

  private State body(WireBytes soFar, int total, List<WireBytes> found) {
    if (soFar.length() < total) {
      return new State.FrameBody(soFar, total);
    }
    if (!Rtu.isWhole(soFar)) {
      return reject(soFar);
    }
    found.add(soFar);
    return new State.FrameHead(WireBytes.of());
  }

  /// Discards the first byte and puts the others back in front of the waiting bytes.
  private State reject(WireBytes soFar) {
    for (int i = soFar.length() - 1; i > 0; i--) {
      waiting.addFirst(soFar.at(i));
    }
    return new State.FrameHead(WireBytes.of());
  }
}
