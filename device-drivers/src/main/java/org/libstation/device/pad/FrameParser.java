package org.libstation.device.pad;

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
///
/// @param <F> a frame
public class FrameParser<F extends PadFrame> {
  private final Framing<F> framing;
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private WireBytes begun = WireBytes.of();

  public FrameParser(Framing<F> framing) {
    this.framing = framing;
  }

  /// Takes a piece, gives the frames that are complete with it.
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

  /// Bytes it holds back; never more than one frame.
  public int kept() {
    return waiting.size() + begun.length();
  }

  /// Whether a frame has begun and is not whole.
  public boolean isInFrame() {
    return begun.length() > 0;
  }

  /// Frames that would be found if what began as a frame were none; nothing is given up yet.
  public List<F> hidden() {
    FrameParser<F> beside = new FrameParser<>(framing);
    beside.begun = begun;
    return beside.silence();
  }

  /// The line fell silent: what began as a frame will not go on, so a frame may be hidden in it.
  public List<F> silence() {
    List<F> found = new ArrayList<>();
    while (isInFrame()) {
      reject();
      found.addAll(parse(new byte[0]));
    }
    return found;
  }

  /// Throws the first byte away and puts the others back in front of what waits.
  private void reject() {
    for (int i = begun.length() - 1; i > 0; i--) {
      waiting.addFirst(begun.at(i));
    }
    begun = WireBytes.of();
  }
}
