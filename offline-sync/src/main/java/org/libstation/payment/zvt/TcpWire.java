package org.libstation.payment.zvt;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.payment.TerminalLine;

/// Messages without frames, one after the other (PA00P016, TCP/IP).
final class TcpWire implements Wire {
  private final TerminalLine line;
  private final LineBytes bytes;

  TcpWire(TerminalLine line) {
    this.line = line;
    this.bytes = new LineBytes(line);
  }

  @Override
  public void send(Apdu message) throws IOException {
    line.write(message.bytes());
  }

  @Override
  public Optional<Apdu> receive(Duration within) throws IOException {
    int first = bytes.next(within);
    if (first == LineBytes.NONE) {
      return Optional.empty();
    }
    if (first != 0x04 && first != 0x06 && first != 0x80 && first != Apdu.NEGATIVE_CLASS) {
      throw new ZvtFault(TaskNoteCode.TERMINAL_JUNK, "what the terminal says is no message of ZVT");
    }
    byte[] head = new byte[5];
    head[0] = (byte) first;
    int count = 1;
    while (Apdu.length(head, count) == 0) {
      head[count++] = (byte) bytes.must();
    }
    byte[] whole = Arrays.copyOf(head, Apdu.length(head, count));
    while (count < whole.length) {
      whole[count++] = (byte) bytes.must();
    }
    return Optional.of(Apdu.of(whole));
  }
}
