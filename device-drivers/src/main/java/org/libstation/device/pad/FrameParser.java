package org.libstation.device.pad;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.libstation.device.link.WireBytes;

/// Finds the frames in the bytes of a line, in pieces of any size.
///
/// A frame with a wrong check sum is treated as junk before a frame: its first byte is dropped and
/// the rest is examined again. No answer is sent to it, because a damaged frame has none.
///
/// @param <F> a frame
public class FrameParser<F extends PadFrame> {
  private final Framing<F> framing;
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private WireBytes begun = WireBytes.of();

  public FrameParser(Framing<F> framing) {
    this.framing = framing;
  }

  /// Takes a piece and returns the frames that it completes.
  public List<F> parse(byte[] piece) {
    for (byte b : piece) {
      waiting.addLast(b & 0xFF);
    }
    List<F> found = new ArrayList<>();
    while (!waiting.isEmpty()) {
      begun = begun.plus(WireBytes.of(waiting.removeFirst()));
      int length = framing.length(begun);
      if (length == Framing.NO_FRAME) {
        reject();
      } else if (length == begun.length()) {
        if (framing.isWhole(begun)) {
          found.add(framing.decode(begun));
          begun = WireBytes.of();
        } else {
          reject();
        }
      }
    }
    return found;
  }

  /// Number of bytes held back; at most one frame.
  public int kept() {
    return waiting.size() + begun.length();
  }

  /// Whether a frame has begun and is incomplete.
  public boolean isInFrame() {
    return begun.length() > 0;
  }

  /// The frames that would be found if the begun frame were junk. Nothing is dropped yet.
  public List<F> hidden() {
    FrameParser<F> beside = new FrameParser<>(framing);
    beside.begun = begun;
    return beside.silence();
  }

  /// Call this when the line has fallen silent. The begun frame will not be completed, so its first
  /// byte is dropped and the rest is searched for frames.
  public List<F> silence() {
    List<F> found = new ArrayList<>();
    while (isInFrame()) {
      reject();
      found.addAll(parse(new byte[0]));
    }
    return found;
  }

  /// Drops the first byte of the begun frame and puts the others back before the waiting bytes.
  private void reject() {
    for (int i = begun.length() - 1; i > 0; i--) {
      waiting.addFirst(begun.at(i));
    }
    begun = WireBytes.of();
  }
}
