package org.libstation.payment.zvt.lab;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.libstation.payment.zvt.Apdu;

/// The twin's end of a serial line. It unpacks and packs frames. Its table-driven checksum is
/// independent of the station's.
public final class SerialEnd {
  private static final int DLE = 0x10;
  private static final int[] TABLE = new int[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      int crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc >> 1) ^ ((crc & 1) * 0x8408);
      }
      TABLE[i] = crc;
    }
  }

  private final ZvtTwin twin;
  private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
  private final ByteArrayOutputStream says = new ByteArrayOutputStream();
  private boolean inFrame;
  private boolean escaped;
  private int tail;
  private int check;

  public SerialEnd(ZvtTwin twin) {
    this.twin = twin;
  }

  /// Takes one byte from the till.
  public void hear(byte one) {
    int each = one & 0xFF;
    if (tail > 0) {
      check |= each << (tail == 2 ? 0 : 8);
      if (--tail == 0) {
        ended();
      }
    } else if (escaped) {
      escaped = false;
      if (each == 0x02) {
        plain.reset();
        inFrame = true;
      } else if (each == 0x03 && inFrame) {
        tail = 2;
        check = 0;
      } else if (inFrame) {
        plain.write(each);
      }
    } else if (each == DLE) {
      escaped = true;
    } else if (inFrame) {
      plain.write(each);
    }
  }

  private void ended() {
    inFrame = false;
    byte[] message = plain.toByteArray();
    if (crc(message) != check) {
      says.write(0x15);
      return;
    }
    says.write(0x06);
    for (byte each : message) {
      twin.hear(each);
    }
    byte[] answers = twin.say();
    int at = 0;
    while (at < answers.length) {
      byte[] rest = Arrays.copyOfRange(answers, at, answers.length);
      int length = Apdu.length(rest, rest.length);
      frame(Arrays.copyOf(rest, length));
      at += length;
    }
  }

  private void frame(byte[] message) {
    says.write(DLE);
    says.write(0x02);
    for (byte each : message) {
      says.write(each);
      if (each == DLE) {
        says.write(each);
      }
    }
    says.write(DLE);
    says.write(0x03);
    int crc = crc(message);
    says.write(crc);
    says.write(crc >> 8);
  }

  private static int crc(byte[] message) {
    int crc = 0;
    for (byte each : message) {
      crc = TABLE[(crc ^ each) & 0xFF] ^ (crc >> 8);
    }
    return TABLE[(crc ^ 0x03) & 0xFF] ^ (crc >> 8);
  }

  /// Returns the bytes to send, once.
  public byte[] say() {
    byte[] all = says.toByteArray();
    says.reset();
    return all;
  }
}
