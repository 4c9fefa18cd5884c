package org.libstation.payment.zvt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.libstation.payment.TerminalLine;

/// `DLE STX`, the message with each DLE doubled, `DLE ETX`, checksum (low byte first); each frame
/// is answered by ACK or NAK (PA00P016, RS232). The checksum is CRC-16/KERMIT (polynomial 8408
/// reflected, from 0) over the message as it is, not doubled, and ETX.
final class SerialWire implements Wire {
  static final int STX = 0x02;
  static final int ETX = 0x03;
  static final int ACK = 0x06;
  static final int DLE = 0x10;
  static final int NAK = 0x15;

  /// How long ACK is waited for (T2).
  private static final Duration ACKNOWLEDGED = Duration.ofSeconds(5);

  /// How often a frame is sent in all, and a broken one is asked for again.
  private static final int TRIES = 3;

  private static final int LONGEST = 0xFFFF + 5;

  /// Bytes without a frame among them that are passed over.
  private static final int MOST_JUNK = 4096;

  private final TerminalLine line;
  private final LineBytes bytes;

  SerialWire(TerminalLine line) {
    this.line = line;
    this.bytes = new LineBytes(line);
  }

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
          throw new IOException("what the terminal says is no message of ZVT");
        }
        answer = bytes.next(WITHIN_FRAME);
      }
      if (answer == ACK) {
        return;
      }
    }
    throw new IOException("the terminal did not acknowledge a message");
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
    throw new IOException("the checksum of what the terminal says is wrong again and again");
  }

  /// Passes over what stands before a frame.
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
    throw new IOException("what the terminal says is no message of ZVT");
  }

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
    throw new IOException("a message without an end");
  }
}
