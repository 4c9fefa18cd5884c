package org.libstation.payment.zvt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.payment.TerminalLine;

/// Frames of a serial line (PA00P016, RS232): `DLE STX`, the message with each DLE doubled, `DLE
/// ETX`, checksum (low byte first). Each frame is answered by ACK or NAK.
///
/// The checksum is CRC-16/KERMIT (polynomial 8408 reflected, from 0) over the message without
/// doubled DLEs, and ETX.
final class SerialWire implements Wire {
  static final int STX = 0x02;
  static final int ETX = 0x03;
  static final int ACK = 0x06;
  static final int DLE = 0x10;
  static final int NAK = 0x15;

  /// Time limit for the ACK (T2).
  private static final Duration ACKNOWLEDGED = Duration.ofSeconds(5);

  /// Attempts to send a frame, and to receive one with a wrong checksum.
  private static final int TRIES = 3;

  private static final int LONGEST = 0xFFFF + 5;

  /// Limit of bytes outside a frame that are skipped.
  private static final int MOST_JUNK = 4096;

  private final TerminalLine line;
  private final LineBytes bytes;

  SerialWire(TerminalLine line) {
    this.line = line;
    this.bytes = new LineBytes(line);
  }

  /// The frame of a message, as it is sent.
  static byte[] frame(Apdu message) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    byte[] plain = message.bytes();
    frame.write(DLE);
    frame.write(STX);
    for (byte each : plain) {
      frame.write(each);
      if (each == DLE) {
        frame.write(DLE);
      }
    }
    frame.write(DLE);
    frame.write(ETX);
    int crc = checksum(plain);
    frame.write(crc);
    frame.write(crc >> 8);
    return frame.toByteArray();
  }

  static int checksum(byte[] plain) {
    int crc = 0;
    for (int i = 0; i <= plain.length; i++) {
      crc ^= i < plain.length ? plain[i] & 0xFF : ETX;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0x8408;
      }
    }
    return crc;
  }

  @Override
  public void send(Apdu message) throws IOException {
    byte[] frame = frame(message);
    for (int i = 0; i < TRIES; i++) {
      line.write(frame);
      int answer = bytes.next(ACKNOWLEDGED);
      for (int junk = 0; answer != ACK && answer != NAK && answer != LineBytes.NONE; junk++) {
        if (junk == MOST_JUNK) {
          throw new ZvtFault(
              TaskNoteCode.TERMINAL_JUNK, "what the terminal says is no message of ZVT");
        }
        answer = bytes.next(WITHIN_FRAME);
      }
      if (answer == ACK) {
        return;
      }
    }
    throw new ZvtFault(
        TaskNoteCode.TERMINAL_NOT_HEARD, "the terminal did not acknowledge a message");
  }

  @Override
  public Optional<Apdu> receive(Duration within) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      if (!begun(within)) {
        return Optional.empty();
      }
      Optional<Apdu> message = rest();
      line.write(new byte[] {(byte) (message.isPresent() ? ACK : NAK)});
      if (message.isPresent()) {
        return message;
      }
    }
    throw new ZvtFault(
        TaskNoteCode.TERMINAL_CHECKSUM,
        "the checksum of what the terminal says is wrong again and again");
  }

  /// Skips bytes before a frame.
  ///
  /// @return whether a frame began in time
  private boolean begun(Duration within) throws IOException {
    int before = 0;
    for (int i = 0; i < MOST_JUNK; i++) {
      int next = bytes.next(i == 0 ? within : WITHIN_FRAME);
      if (next == LineBytes.NONE) {
        return false;
      }
      if (before == DLE && next == STX) {
        return true;
      }
      before = next;
    }
    throw new ZvtFault(TaskNoteCode.TERMINAL_JUNK, "what the terminal says is no message of ZVT");
  }

  /// Reads the rest of a frame; empty if its checksum, length or doubling is wrong.
  private Optional<Apdu> rest() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    while (plain.size() <= LONGEST) {
      int next = bytes.must();
      if (next == DLE) {
        next = bytes.must();
        if (next == ETX) {
          int crc = bytes.must() | bytes.must() << 8;
          byte[] message = plain.toByteArray();
          return crc == checksum(message) && message.length == Apdu.length(message, message.length)
              ? Optional.of(Apdu.of(message))
              : Optional.empty();
        }
        if (next != DLE) {
          return Optional.empty();
        }
      }
      plain.write(next);
    }
    throw new ZvtFault(TaskNoteCode.TERMINAL_MESSAGE_ENDLESS, "a message without an end");
  }
}
