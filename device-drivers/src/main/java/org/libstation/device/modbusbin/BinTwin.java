package org.libstation.device.modbusbin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.device.link.Twin;
import org.libstation.device.link.WireBytes;

/// Plays a Waveshare Modbus RTU IO 8CH (slave 1) and a WT53R laser distance sensor (slave 50h) on
/// one bus: a drop with flap, photo-eye, bin and lock.
///
/// Silent to damaged frames, to other slaves' and to broadcasts.
public final class BinTwin implements Twin {
  /// Address of the input module.
  public static final int IO_UNIT = 0x01;

  /// Address of the distance sensor.
  public static final int DISTANCE_UNIT = 0x50;

  private static final int CHANNELS = 8;
  private static final int ALL_COILS = 0xFF;
  private static final int OUTPUT_MODES = 0x1000;
  private static final int DISTANCE = 0x34;
  private static final int NO_FUNCTION = 0x01;
  private static final int NO_ADDRESS = 0x02;
  private static final int NO_VALUE = 0x03;

  /// Turns without a byte until a frame that began is given up.
  private static final int SILENT_TURNS = 2;

  private final boolean[] inputs = new boolean[CHANNELS];
  private final boolean[] coils = new boolean[CHANNELS];
  private final Map<Integer, Integer> ioRegisters = new HashMap<>();
  private final Map<Integer, Integer> distanceRegisters = new HashMap<>();
  private final RtuParser parser = new RtuParser(RtuParser.Side.REQUESTS);
  private int silentTurns;
  private boolean ioSilent;
  private boolean distanceSilent;
  private boolean lockStuck;

  /// A closed flap, a light beam, a bin, an empty one: 800 mm.
  public BinTwin() {
    inputs[0] = true;
    inputs[2] = true;
    for (int i = 0; i < CHANNELS; i++) {
      ioRegisters.put(OUTPUT_MODES + i, 0);
    }
    ioRegisters.put(0x4000, IO_UNIT);
    ioRegisters.put(0x8000, 200);
    distanceRegisters.put(0x02, 400);
    distanceRegisters.put(0x04, 2);
    distanceRegisters.put(DISTANCE, 800);
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
    return out.toArray();
  }

  /// The photo-eye.
  public synchronized void beam(boolean dark) {
    inputs[1] = dark;
  }

  /// From the sensor to the contents of the bin; 65535 for no echo.
  public synchronized void distance(int millimetres) {
    distanceRegisters.put(DISTANCE, millimetres);
  }

  public synchronized void flapClosed(boolean closed) {
    inputs[0] = closed;
  }

  public synchronized void binPresent(boolean present) {
    inputs[2] = present;
  }

  public synchronized void tampered(boolean tampered) {
    inputs[3] = tampered;
  }

  /// How an output stands: 0 is the flap's lock, 1 the lamp.
  public synchronized boolean coil(int number) {
    return coils[number];
  }

  /// A brown-out of the input module: all outputs fall off.
  public synchronized void forgetOutputs() {
    Arrays.fill(coils, false);
  }

  /// The lock's output says yes to a write and stays as it is.
  public synchronized void lockStuck(boolean stuck) {
    lockStuck = stuck;
  }

  /// The input module is off.
  public synchronized void ioSilent(boolean silent) {
    ioSilent = silent;
  }

  /// The distance sensor is off.
  public synchronized void distanceSilent(boolean silent) {
    distanceSilent = silent;
  }

  private WireBytes answer(WireBytes frame) {
    int unit = frame.at(0);
    boolean io = unit == IO_UNIT && !ioSilent;
    boolean laser = unit == DISTANCE_UNIT && !distanceSilent;
    if (!io && !laser) {
      return WireBytes.of();
    }
    Optional<ModbusRequest> request = ModbusRequest.decode(frame);
    if (request.isEmpty()) {
      return Rtu.seal(ModbusReply.refusal(unit, frame.at(1), NO_VALUE));
    }
    ModbusReply reply = io ? io(request.get()) : registers(distanceRegisters, request.get());
    return reply.encode(request.get());
  }

  private ModbusReply io(ModbusRequest request) {
    return switch (request) {
      case ModbusRequest.Read read when read.isBits() ->
          bits(read.function() == ModbusRequest.Read.COILS ? coils : inputs, read);
      case ModbusRequest.WriteCoil write -> writeCoil(write);
      case ModbusRequest.WriteCoils write -> {
        if (write.coils().isEmpty() || write.address() + write.coils().size() > CHANNELS) {
          yield new ModbusReply.Refused(NO_ADDRESS);
        }
        for (int i = 0; i < write.coils().size(); i++) {
          setCoil(write.address() + i, write.coils().get(i));
        }
        yield new ModbusReply.Written();
      }
      case ModbusRequest.Read _, ModbusRequest.WriteRegister _, ModbusRequest.WriteRegisters _ ->
          registers(ioRegisters, request);
    };
  }

  private static ModbusReply bits(boolean[] from, ModbusRequest.Read read) {
    if (read.count() == 0) {
      return new ModbusReply.Refused(NO_VALUE);
    }
    if (read.address() + read.count() > CHANNELS) {
      return new ModbusReply.Refused(NO_ADDRESS);
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
      return new ModbusReply.Written();
    }
    if (write.address() >= CHANNELS) {
      return new ModbusReply.Refused(NO_ADDRESS);
    }
    setCoil(write.address(), write.on());
    return new ModbusReply.Written();
  }

  private void setCoil(int number, boolean on) {
    if (number != 0 || !lockStuck) {
      coils[number] = on;
    }
  }

  private static ModbusReply registers(Map<Integer, Integer> registers, ModbusRequest request) {
    return switch (request) {
      case ModbusRequest.Read read when !read.isBits() -> {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < read.count(); i++) {
          Integer value = registers.get(read.address() + i);
          if (value == null) {
            yield new ModbusReply.Refused(NO_ADDRESS);
          }
          values.add(value);
        }
        yield new ModbusReply.Registers(values);
      }
      case ModbusRequest.WriteRegister write ->
          write(registers, write.address(), List.of(write.value()));
      case ModbusRequest.WriteRegisters write -> write(registers, write.address(), write.values());
      case ModbusRequest.Read _, ModbusRequest.WriteCoil _, ModbusRequest.WriteCoils _ ->
          new ModbusReply.Refused(NO_FUNCTION);
    };
  }

  private static ModbusReply write(
      Map<Integer, Integer> registers, int address, List<Integer> values) {
    for (int i = 0; i < values.size(); i++) {
      if (!registers.containsKey(address + i)) {
        return new ModbusReply.Refused(NO_ADDRESS);
      }
    }
    for (int i = 0; i < values.size(); i++) {
      registers.put(address + i, values.get(i));
    }
    return new ModbusReply.Written();
  }
}
