package org.libstation.device.keyscanner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/// An event of a Linux input device: `struct input_event` (linux/input.h) on a 64-bit computer.
/// Seconds and microseconds have 8 bytes each, type and code 2 each, and the value 4, low byte
/// first.
///
/// @param micros seconds and microseconds combined
/// @param type such as [#KEY], see linux/input-event-codes.h
/// @param value of a key: 0 released, 1 pressed, 2 repeated because it is held
record InputEvent(long micros, int type, int code, int value) {
  static final int SIZE = 24;
  static final int SYN = 0;
  static final int KEY = 1;
  static final int MSC = 4;
  static final int LED = 0x11;
  static final int REP = 0x14;

  /// Code of a [#SYN] event: the reader was too slow, and events were discarded.
  static final int DROPPED = 3;

  /// The highest code of a key (KEY_MAX).
  private static final int MOST_CODE = 0x2FF;

  private static final long MICROS = 1_000_000;

  static InputEvent of(ByteBuffer record) {
    long seconds = record.getLong(0);
    long micros = record.getLong(8);
    int type = Short.toUnsignedInt(record.getShort(16));
    int code = Short.toUnsignedInt(record.getShort(18));
    return new InputEvent(seconds * MICROS + micros, type, code, record.getInt(20));
  }

  /// Whether a keyboard sends such an event. A mouse, a touch screen and noise send others.
  boolean isKeyboards() {
    return switch (type) {
      case SYN, MSC, LED, REP -> true;
      case KEY -> code > 0 && code <= MOST_CODE && value >= 0 && value <= 2;
      default -> false;
    };
  }

  /// Cuts a byte stream into events. Keeps less than one event between calls.
  static final class Cutter {
    private final ByteBuffer record = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);

    void begin() {
      record.clear();
      // Erased, because it may contain the number of a patron's card.
      record.put(new byte[SIZE]).clear();
    }

    void take(byte[] came, int count, Consumer<InputEvent> to) {
      for (int i = 0; i < count; i++) {
        record.put(came[i]);
        if (!record.hasRemaining()) {
          to.accept(of(record));
          begin();
        }
      }
    }
  }
}
