package org.libstation.device.modbusbin;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.device.link.WireBytes;

/// A request of the master to one slave (MODBUS application protocol V1.1b3, clause 6). Unit 0, the
/// broadcast address, is not allowed.
public sealed interface ModbusRequest {
  int LOWEST_UNIT = 1;
  int HIGHEST_UNIT = 247;

  /// Address of the slave, 1 to 247.
  int unit();

  default int function() {
    return switch (this) {
      case Read(_, int function, _, _) -> function;
      case WriteCoil _ -> WriteCoil.FUNCTION;
      case WriteRegister _ -> WriteRegister.FUNCTION;
      case WriteCoils _ -> WriteCoils.FUNCTION;
      case WriteRegisters _ -> WriteRegisters.FUNCTION;
    };
  }

  /// The bytes after the function.
  default WireBytes data() {
    return switch (this) {
      case Read(_, _, int address, int count) -> words(address, count);
      case WriteCoil(_, int address, boolean on) -> words(address, on ? WriteCoil.ON : 0);
      case WriteRegister(_, int address, int value) -> words(address, value);
      case WriteCoils(_, int address, List<Boolean> coils) ->
          counted(address, coils.size(), ModbusReply.packed(coils));
      case WriteRegisters(_, int address, List<Integer> values) ->
          counted(
              address, values.size(), words(values.stream().mapToInt(Integer::intValue).toArray()));
    };
  }

  private static WireBytes counted(int address, int count, WireBytes bytes) {
    return words(address, count).plus(WireBytes.of(bytes.length())).plus(bytes);
  }

  default WireBytes encode() {
    return Rtu.seal(WireBytes.of(unit(), function()).plus(data()));
  }

  /// Functions 01 to 04.
  ///
  /// @param function 1 coils, 2 discrete inputs, 3 holding registers, 4 input registers
  /// @param address of the first, 0 to 65535
  /// @param count 1 to 125 registers or 2000 bits
  @RecordBuilder
  record Read(int unit, int function, int address, int count)
      implements ModbusRequest, ModbusRequestReadBuilder.With {
    public static final int COILS = 1;
    static final int DISCRETE_INPUTS = 2;
    static final int HOLDING_REGISTERS = 3;
    public static final int INPUT_REGISTERS = 4;

    public Read {
      check(unit, address);
      if (function < COILS || function > INPUT_REGISTERS) {
        throw new IllegalArgumentException("no function that reads: " + function);
      }
    }

    public boolean isBits() {
      return function <= DISCRETE_INPUTS;
    }
  }

  /// Function 05.
  record WriteCoil(int unit, int address, boolean on) implements ModbusRequest {
    static final int FUNCTION = 5;
    static final int ON = 0xFF00;

    public WriteCoil {
      check(unit, address);
    }
  }

  /// Function 06.
  ///
  /// @param value 0 to 65535
  record WriteRegister(int unit, int address, int value) implements ModbusRequest {
    static final int FUNCTION = 6;

    public WriteRegister {
      check(unit, address);
    }
  }

  /// Function 15 (0Fh).
  record WriteCoils(int unit, int address, List<Boolean> coils) implements ModbusRequest {
    static final int FUNCTION = 15;

    public WriteCoils {
      check(unit, address);
      coils = List.copyOf(coils);
    }
  }

  /// Function 16 (10h).
  record WriteRegisters(int unit, int address, List<Integer> values) implements ModbusRequest {
    static final int FUNCTION = 16;

    public WriteRegisters {
      check(unit, address);
      values = List.copyOf(values);
    }
  }

  /// Reads a request as a slave does; empty if the data does not fit the function.
  ///
  /// @param frame a whole frame, checksum included
  static Optional<ModbusRequest> decode(WireBytes frame) {
    int unit = frame.at(0);
    if (unit < LOWEST_UNIT || unit > HIGHEST_UNIT) {
      return Optional.empty();
    }
    int address = word(frame, 2);
    int second = word(frame, 4);
    return switch (frame.at(1)) {
      case 1, 2, 3, 4 -> Optional.of(new Read(unit, frame.at(1), address, second));
      case WriteCoil.FUNCTION ->
          second == WriteCoil.ON || second == 0
              ? Optional.of(new WriteCoil(unit, address, second == WriteCoil.ON))
              : Optional.empty();
      case WriteRegister.FUNCTION -> Optional.of(new WriteRegister(unit, address, second));
      case WriteCoils.FUNCTION -> {
        WireBytes bits = frame.slice(7, frame.length() - 2);
        boolean fits = bits.length() == (second + 7) / 8;
        yield fits
            ? Optional.of(new WriteCoils(unit, address, ModbusReply.unpacked(bits, second)))
            : Optional.empty();
      }
      case WriteRegisters.FUNCTION -> {
        List<Integer> values = new ArrayList<>();
        for (int at = 7; at + 2 <= frame.length() - 2; at += 2) {
          values.add(word(frame, at));
        }
        yield values.size() == second
            ? Optional.of(new WriteRegisters(unit, address, values))
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  static int word(WireBytes bytes, int at) {
    return bytes.at(at) << 8 | bytes.at(at + 1);
  }

  static WireBytes words(int... values) {
    int[] bytes = new int[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[2 * i] = values[i] >> 8 & 0xFF;
      bytes[2 * i + 1] = values[i] & 0xFF;
    }
    return WireBytes.of(bytes);
  }

  private static void check(int unit, int address) {
    if (unit < LOWEST_UNIT || unit > HIGHEST_UNIT) {
      throw new IllegalArgumentException("no slave has the address " + unit);
    }
    if (address < 0 || address > 0xFFFF) {
      throw new IllegalArgumentException("no address: " + address);
    }
  }
}
