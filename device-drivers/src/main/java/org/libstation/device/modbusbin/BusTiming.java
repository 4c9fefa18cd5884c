package org.libstation.device.modbusbin;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.device.SelfNote;

/// How often the inputs of a drop can be read in the worst case. Calculated from the lengths of the
/// frames alone: one reading of the inputs, and one of the level in between.
///
/// @param bitsPerByte start, data, parity and stop bits on the wire
/// @param turnaround how long a slave takes before it answers
@RecordBuilder
record BusTiming(
    int baud,
    int bitsPerByte,
    Duration turnaround,
    ModbusRequest.Read inputs,
    Optional<ModbusRequest.Read> level)
    implements BusTimingBuilder.With {

  /// How long a module needs before it answers; makers say "a few milliseconds".
  static final Duration TURNAROUND = Duration.ofMillis(2);

  /// Longest wanted time between readings: 40 readings a second.
  static final Duration WANTED = Duration.ofMillis(25);

  static final List<Integer> SPEEDS = List.of(9600, 19200, 38400, 57600, 115200);

  /// Silence between two frames: 3.5 characters; above 19,200 baud 1.75 ms at any speed (MODBUS
  /// over serial line V1.02, 2.5.1.1). Rounded up to whole milliseconds, the unit in which the
  /// driver waits.
  static Duration gap(int baud, int bitsPerByte) {
    if (baud > 19_200) {
      return Duration.ofMillis(2);
    }
    long micros = 3_500_000L * bitsPerByte / baud;
    return Duration.ofMillis((micros + 999) / 1000);
  }

  /// Duration of one request and its answer, with the silence before it.
  Duration exchange(ModbusRequest.Read read) {
    int answer = 3 + (read.isBits() ? (read.count() + 7) / 8 : 2 * read.count()) + 2;
    int bytes = read.encode().length() + answer;
    long wire = 1_000_000_000L * bytes * bitsPerByte / baud;
    return Duration.ofNanos(wire).plus(turnaround).plus(gap(baud, bitsPerByte));
  }

  /// Time from one reading of the inputs to the next, with a reading of the level in between.
  Duration worst() {
    return level.map(read -> exchange(inputs).plus(exchange(read))).orElse(exchange(inputs));
  }

  boolean isEnough() {
    return worst().compareTo(WANTED) <= 0;
  }

  /// Words such as `at 19200 baud every 24 ms at worst (41 a second)`.
  String inWords() {
    return words("at %s baud every %s ms at worst (%s a second)").english();
  }

  /// A note that reports how often the inputs are read.
  SelfNote note() {
    return words("inputs at %s baud every %s ms at worst (%s a second)");
  }

  private SelfNote words(String english) {
    double millis = worst().toNanos() / 1e6;
    return SelfNote.of("INPUTS", english, baud, Math.round(millis), Math.round(1000 / millis));
  }
}
