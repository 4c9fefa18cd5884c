package org.libstation.device.escpos.lab;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/// Bytes that the printer's twin has received but not yet obeyed, handed out command by command.
final class CommandBuffer {
  private static final int SHOWN_OF_TOO_LONG = 16;

  private final int longest;
  private byte[] waiting = new byte[0];
  private long toPassOver;

  /// @param longest longest command in bytes; longer ones are skipped
  CommandBuffer(int longest) {
    this.longest = longest;
  }

  int size() {
    return waiting.length;
  }

  void clear() {
    waiting = new byte[0];
    toPassOver = 0;
  }

  void add(byte[] received, int count) {
    byte[] all = Arrays.copyOf(waiting, waiting.length + count);
    System.arraycopy(received, 0, all, waiting.length, count);
    waiting = all;
  }

  /// Removes and returns the next whole command.
  ///
  /// @param tooLong receives the head of each command that is skipped
  Optional<byte[]> next(Consumer<byte[]> tooLong) {
    while (waiting.length > 0) {
      if (toPassOver > 0) {
        toPassOver -= take((int) Math.min(toPassOver, waiting.length)).length;
        continue;
      }
      long length = CommandLength.of(waiting, 0);
      if (length > longest) {
        tooLong.accept(Arrays.copyOf(waiting, Math.min(waiting.length, SHOWN_OF_TOO_LONG)));
        toPassOver = length;
      } else if (length == CommandLength.NOT_WHOLE || length > waiting.length) {
        return Optional.empty();
      } else {
        return Optional.of(take((int) length));
      }
    }
    return Optional.empty();
  }

  private byte[] take(int count) {
    byte[] taken = Arrays.copyOf(waiting, count);
    waiting = Arrays.copyOfRange(waiting, count, waiting.length);
    return taken;
  }
}
