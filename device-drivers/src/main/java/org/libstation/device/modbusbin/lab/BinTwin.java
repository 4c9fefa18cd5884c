package org.libstation.device.modbusbin.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.device.link.WireBytes;
import org.libstation.device.modbusbin.ModbusReply;
import org.libstation.device.modbusbin.ModbusRequest;
import org.libstation.device.modbusbin.Rtu;
import org.libstation.device.modbusbin.RtuParser;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaults;
import org.libstation.lab.twin.BookDrop;

/// Simulates a drop with flap, photo-eye, bin and lock. One bus connects a Waveshare Modbus RTU IO
/// 8CH (slave 1) and a WT53R laser distance sensor (slave 50h).
///
/// It does not answer damaged frames, frames to other slaves, and broadcasts. The input module also
/// counts the rising edges of its inputs, in input registers 20h to 27h, as some makes do.
public final class BinTwin implements BookDrop {
  /// Address of the input module.
  public static final int IO_UNIT = 0x01;

  /// Address of the distance sensor.
  public static final int DISTANCE_UNIT = 0x50;

  private static final int CHANNELS = 8;
  private static final int ALL_COILS = 0xFF;
  private static final int OUTPUT_MODES = 0x1000;
  private static final int COUNTERS = 0x20;
  private static final int DISTANCE = 0x34;
  private static final int NO_ECHO = 0xFFFF;
  private static final int NO_ADDRESS = 0x02;
  private static final int NO_VALUE = 0x03;
  private static final int FAILURE = 0x04;
  private static final int EYE = 1;

  /// Turns without a byte after which an unfinished frame is given up.
  private static final int SILENT_TURNS = 2;

  /// Turns after which a late answer comes: about a second.
  private static final int LATE_TURNS = 200;

  private final boolean[] inputs = new boolean[CHANNELS];
  private final boolean[] coils = new boolean[CHANNELS];
  private final TwinSlave io =
      new TwinSlave(
          IO_UNIT,
          0x4000,
          0x2000,
          1,
          Map.of(0, 4800, 1, 9600, 2, 19200, 3, 38400, 4, 57600, 5, 115200));
  private final TwinSlave laser =
      new TwinSlave(
          DISTANCE_UNIT,
          -1,
          0x04,
          2,
          Map.of(1, 4800, 2, 9600, 3, 19200, 4, 38400, 5, 57600, 6, 115200));
  private final RtuParser parser = new RtuParser(RtuParser.FrameDirection.REQUESTS);
  private final TwinFaults<BinFault> faults = new TwinFaults<>(BinFault.class);
  private final Deque<WireBytes> late = new ArrayDeque<>();
  private OutputWatch watch = (_, _) -> {};
  private long looks;
  private int lateTurns;
  private int silentTurns;
  private int lineBaud;
  private int distance = 800;
  private int frozen = 800;

  /// Makes a drop with a closed flap, an unbroken light beam, and an empty bin (800 mm).
  public BinTwin() {
    inputs[0] = true;
    inputs[2] = true;
    for (int i = 0; i < CHANNELS; i++) {
      io.holding.put(OUTPUT_MODES + i, 0);
      io.input.put(COUNTERS + i, 0);
    }
    io.holding.put(0x8000, 200);
    laser.holding.put(0x02, 400);
    measure();
  }

  @Override
  public synchronized void watched(OutputWatch by) {
    watch = by;
  }

  @Override
  public synchronized long looks() {
    return looks;
  }

  /// Sets the sensor to the speed of a new one: 115,200 baud.
  public synchronized void newSensor() {
    laser.holding.put(0x04, 6);
  }

  /// Sets the speed of the line: only slaves of that speed hear it. At 0, the initial value, all of
  /// them do.
  public synchronized void lineBaud(int baud) {
    lineBaud = baud;
  }

  @Override
  public synchronized byte[] exchange(byte[] received) {
    silentTurns = received.length == 0 ? silentTurns + 1 : 0;
    List<WireBytes> frames =
        silentTurns == SILENT_TURNS ? parser.silence() : parser.parse(received);
    WireBytes out = WireBytes.of();
    for (WireBytes frame : frames) {
      out = out.plus(answer(frame));
    }
    if (!late.isEmpty() && --lateTurns <= 0) {
      while (!late.isEmpty()) {
        out = out.plus(late.removeFirst());
      }
    }
    return out.toArray();
  }

  @Override
  public synchronized void beam(boolean dark) {
    if (!faults.has(BinFault.EYE_BLIND)) {
      input(EYE, dark);
    }
  }

  @Override
  public synchronized void distance(int millimetres) {
    distance = millimetres;
    measure();
  }

  private void measure() {
    int shown = faults.has(BinFault.LEVEL_FROZEN) ? frozen : distance;
    laser.holding.put(DISTANCE, faults.has(BinFault.NO_ECHO) ? NO_ECHO : shown);
  }

  @Override
  public synchronized void flapClosed(boolean closed) {
    input(0, closed);
  }

  @Override
  public synchronized void binPresent(boolean present) {
    input(2, present);
  }

  @Override
  public synchronized void tampered(boolean tampered) {
    input(3, tampered);
  }

  private void input(int number, boolean on) {
    if (on && !inputs[number]) {
      io.input.merge(COUNTERS + number, 1, (count, one) -> (count + one) & 0xFFFF);
    }
    inputs[number] = on;
  }

  @Override
  public synchronized boolean output(int number) {
    return coils[number];
  }

  /// A brown-out of the input module: all outputs switch off.
  public synchronized void forgetOutputs() {
    for (int i = 0; i < CHANNELS; i++) {
      turn(i, false);
    }
  }

  /// The lock's output confirms a write, but does not change.
  public synchronized void lockStuck(boolean stuck) {
    set(BinFault.LOCK_STUCK, stuck);
  }

  /// The input module is off.
  public synchronized void ioSilent(boolean silent) {
    set(BinFault.IO_OFF, silent);
  }

  /// The distance sensor is off.
  public synchronized void distanceSilent(boolean silent) {
    set(BinFault.LEVEL_OFF, silent);
  }

  private void set(BinFault fault, boolean on) {
    if (on) {
      faults.set(fault, 1);
    } else {
      faults.end(fault);
    }
  }

  @Override
  public List<TwinFault> faults() {
    return faults.all();
  }

  @Override
  public synchronized Optional<String> bringAbout(String name, List<String> arguments) {
    return faults.bringAbout(
        name,
        arguments,
        (fault, count) -> {
          frozen = distance;
          faults.set(fault, count);
          happen(fault, true);
        });
  }

  @Override
  public synchronized void heal() {
    faults.heal().forEach(fault -> happen(fault, false));
    measure();
  }

  /// Applies the effect of a fault on the drop itself, or undoes it at the fault's end.
  private void happen(BinFault fault, boolean begins) {
    switch (fault) {
      case BROWN_OUT -> {
        if (begins) {
          forgetOutputs();
          faults.end(fault);
        }
      }
      case EYE_BLIND -> input(EYE, false);
      case JAM -> input(EYE, begins);
      case DOOR_OPEN -> input(3, begins);
      case BIN_OUT -> input(2, !begins);
      case FLAP_OPEN -> input(0, !begins);
      case NO_ECHO, LEVEL_FROZEN -> measure();
      case IO_OFF,
          LEVEL_OFF,
          REFUSE,
          CORRUPT,
          HALF,
          LATE,
          OTHER_UNIT,
          OTHER_FUNCTION,
          ECHO,
          BABBLE,
          LOCK_STUCK -> {}
    }
  }

  private boolean hears(TwinSlave slave, BinFault off) {
    return !faults.has(off) && (lineBaud == 0 || lineBaud == slave.baud());
  }

  private WireBytes answer(WireBytes frame) {
    int unit = frame.at(0);
    boolean toIo = unit == io.unit() && hears(io, BinFault.IO_OFF);
    boolean toLaser = unit == laser.unit() && hears(laser, BinFault.LEVEL_OFF);
    WireBytes echo = faults.has(BinFault.ECHO) ? frame : WireBytes.of();
    if (!toIo && !toLaser) {
      return echo;
    }
    Optional<ModbusRequest> request = ModbusRequest.decode(frame);
    if (request.isEmpty()) {
      return echo.plus(Rtu.seal(ModbusReply.refusal(unit, frame.at(1), NO_VALUE)));
    }
    ModbusReply reply = toIo ? io(request.get()) : laser.answer(request.get());
    WireBytes answer = reply.encode(request.get());
    return echo.plus(toIo ? spoilt(answer) : answer);
  }

  private WireBytes spoilt(WireBytes answer) {
    int last = answer.length() - 1;
    WireBytes body = answer.slice(0, last - 1);
    if (faults.has(BinFault.BABBLE)) {
      return WireBytes.of(0x55, 0xAA, 0x00, 0xFF, 0x7E, 0x31, 0x0D);
    }
    if (faults.strikes(BinFault.CORRUPT)) {
      return answer.slice(0, last).plus(WireBytes.of(answer.at(last) ^ 0x01));
    }
    if (faults.strikes(BinFault.HALF)) {
      return answer.slice(0, answer.length() / 2);
    }
    if (faults.strikes(BinFault.OTHER_UNIT)) {
      return Rtu.seal(WireBytes.of(answer.at(0) + 1).plus(body.from(1)));
    }
    if (faults.strikes(BinFault.OTHER_FUNCTION)) {
      return Rtu.seal(WireBytes.of(answer.at(0), 4, 2, 0, 7));
    }
    if (faults.strikes(BinFault.LATE)) {
      late.add(answer);
      lateTurns = LATE_TURNS;
      return WireBytes.of();
    }
    return answer;
  }

  private ModbusReply io(ModbusRequest request) {
    if (faults.strikes(BinFault.REFUSE)) {
      return new ModbusReply.ModbusRefusal(FAILURE);
    }
    return switch (request) {
      case ModbusRequest.Read read when read.isBits() -> {
        boolean outputs = read.function() == ModbusRequest.Read.COILS;
        looks += outputs ? 0 : 1;
        yield bits(outputs ? coils : inputs, read);
      }
      case ModbusRequest.WriteCoil write -> writeCoil(write);
      case ModbusRequest.WriteCoils write -> {
        if (write.coils().isEmpty() || write.address() + write.coils().size() > CHANNELS) {
          yield new ModbusReply.ModbusRefusal(NO_ADDRESS);
        }
        for (int i = 0; i < write.coils().size(); i++) {
          setCoil(write.address() + i, write.coils().get(i));
        }
        yield new ModbusReply.WriteConfirmed();
      }
      case ModbusRequest.Read _, ModbusRequest.WriteRegister _, ModbusRequest.WriteRegisters _ ->
          io.answer(request);
    };
  }

  private static ModbusReply bits(boolean[] from, ModbusRequest.Read read) {
    if (read.count() == 0) {
      return new ModbusReply.ModbusRefusal(NO_VALUE);
    }
    if (read.address() + read.count() > CHANNELS) {
      return new ModbusReply.ModbusRefusal(NO_ADDRESS);
    }
    List<Boolean> bits = new ArrayList<>();
    for (int i = 0; i < read.count(); i++) {
      bits.add(from[read.address() + i]);
    }
    return new ModbusReply.Bits(bits);
  }

  private ModbusReply writeCoil(ModbusRequest.WriteCoil write) {
    if (write.address() == ALL_COILS) {
      for (int i = 0; i < CHANNELS; i++) {
        setCoil(i, write.on());
      }
      return new ModbusReply.WriteConfirmed();
    }
    if (write.address() >= CHANNELS) {
      return new ModbusReply.ModbusRefusal(NO_ADDRESS);
    }
    setCoil(write.address(), write.on());
    return new ModbusReply.WriteConfirmed();
  }

  private void setCoil(int number, boolean on) {
    if (number != 0 || !faults.has(BinFault.LOCK_STUCK)) {
      turn(number, on);
    }
  }

  private void turn(int number, boolean on) {
    if (coils[number] != on) {
      coils[number] = on;
      watch.turned(number, on);
    }
  }
}
