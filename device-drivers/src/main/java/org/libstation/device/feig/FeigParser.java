package org.libstation.device.feig;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.libstation.device.link.WireBytes;

/// Finds the frames in what comes over the line, in pieces of any size.
///
/// A frame whose check sum is wrong is taken for junk before a frame: its first byte is thrown away
/// and the rest is looked at again. Nothing ever answers to it, since a damaged frame has no
/// answer.
public final class FeigParser {

  /// Where in a frame the parser stands.
  private sealed interface State {

    /// Nothing of a frame yet.
    record Start() implements State {}

    /// An advanced mark came; its two bytes of length are awaited.
    record AdvancedLength(WireBytes soFar) implements State {}

    /// The length is known.
    record Body(WireBytes soFar, int total) implements State {}
  }

  private final Deque<Integer> waiting = new ArrayDeque<>();
  private State state = new State.Start();

  /// Takes a piece, gives the frames that are complete with it.
  public List<FeigFrame> parse(byte[] piece) {
    for (byte b : piece) {
      waiting.addLast(b & 0xFF);
    }
    List<FeigFrame> found = new ArrayList<>();
    while (!waiting.isEmpty()) {
      state = next(state, waiting.removeFirst(), found);
    }
    return found;
  }

  /// Bytes it holds back; never more than one frame.
  int kept() {
    return waiting.size() + soFar().length();
  }

  /// Whether a frame has begun and is not whole.
  boolean isInFrame() {
    return !(state instanceof State.Start);
  }

  /// Frames that would be found if what began as a frame were none; nothing is given up yet.
  List<FeigFrame> hidden() {
    FeigParser beside = new FeigParser();
    beside.state = state;
    return beside.silence();
  }

  /// The line fell silent: what began as a frame will not go on, so a frame may be hidden in it.
  public List<FeigFrame> silence() {
    List<FeigFrame> found = new ArrayList<>();
    while (!(state instanceof State.Start)) {
      state = reject(soFar());
      found.addAll(parse(new byte[0]));
    }
    return found;
  }

  private WireBytes soFar() {
    return switch (state) {
      case State.Start _ -> WireBytes.of();
      case State.AdvancedLength(WireBytes bytes) -> bytes;
      case State.Body(WireBytes bytes, int _) -> bytes;
    };
  }

  private State next(State now, int b, List<FeigFrame> found) {
    return switch (now) {
      case State.Start _ -> begin(b);
      case State.AdvancedLength(WireBytes soFar) -> length(soFar.plus(WireBytes.of(b)));
      case State.Body(WireBytes soFar, int total) ->
          body(soFar.plus(WireBytes.of(b)), total, found);
    };
  }

  private static State begin(int b) {
    if (b == FeigFrame.ADVANCED_MARK) {
      return new State.AdvancedLength(WireBytes.of(b));
    }
    return b < FeigFrame.SHORTEST ? new State.Start() : new State.Body(WireBytes.of(b), b);
  }

  private State length(WireBytes soFar) {
    if (soFar.length() < 3) {
      return new State.AdvancedLength(soFar);
    }
    int total = soFar.at(1) << 8 | soFar.at(2);
    boolean possible = total >= FeigFrame.SHORTEST_ADVANCED && total <= FeigFrame.LONGEST_ADVANCED;
    return possible ? new State.Body(soFar, total) : reject(soFar);
  }

  private State body(WireBytes soFar, int total, List<FeigFrame> found) {
    if (soFar.length() < total) {
      return new State.Body(soFar, total);
    }
    if (!FeigFrame.isWhole(soFar)) {
      return reject(soFar);
    }
    found.add(FeigFrame.decode(soFar));
    return new State.Start();
  }

  /// Throws the first byte away and puts the others back in front of what waits.
  private State reject(WireBytes soFar) {
    for (int i = soFar.length() - 1; i > 0; i--) {
      waiting.addFirst(soFar.at(i));
    }
    return new State.Start();
  }
}
