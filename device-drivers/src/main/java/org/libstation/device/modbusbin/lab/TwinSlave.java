package org.libstation.device.modbusbin.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.libstation.device.modbusbin.ModbusReply;
import org.libstation.device.modbusbin.ModbusRequest;

/// One slave of the twin's bus: its address, its speed, and its holding and input registers.
final class TwinSlave {
  private static final int NO_FUNCTION = 0x01;
  private static final int NO_ADDRESS = 0x02;

  final Map<Integer, Integer> holding = new HashMap<>();
  final Map<Integer, Integer> input = new HashMap<>();
  private final int unitRegister;
  private final int baudRegister;
  private final Map<Integer, Integer> speeds;

  /// @param unitRegister register of the address; -1 if the address cannot be set
  /// @param speeds the speed for each code of the baud register
  TwinSlave(int unit, int unitRegister, int baudRegister, int code, Map<Integer, Integer> speeds) {
    this.unitRegister = unitRegister < 0 ? 0x10000 : unitRegister;
    this.baudRegister = baudRegister;
    this.speeds = Map.copyOf(speeds);
    holding.put(this.unitRegister, unit);
    holding.put(baudRegister, code);
  }

  int unit() {
    return holding.getOrDefault(unitRegister, 0);
  }

  int baud() {
    return speeds.getOrDefault(holding.getOrDefault(baudRegister, 0) & 0xFF, 0);
  }

  ModbusReply answer(ModbusRequest request) {
    return switch (request) {
      case ModbusRequest.Read read when !read.isBits() ->
          read(read.function() == ModbusRequest.Read.INPUT_REGISTERS ? input : holding, read);
      case ModbusRequest.WriteRegister write -> write(write.address(), List.of(write.value()));
      case ModbusRequest.WriteRegisters write -> write(write.address(), write.values());
      case ModbusRequest.Read _, ModbusRequest.WriteCoil _, ModbusRequest.WriteCoils _ ->
          new ModbusReply.ModbusRefusal(NO_FUNCTION);
    };
  }

  private static ModbusReply read(Map<Integer, Integer> registers, ModbusRequest.Read read) {
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < read.count(); i++) {
      Integer value = registers.get(read.address() + i);
      if (value == null) {
        return new ModbusReply.ModbusRefusal(NO_ADDRESS);
      }
      values.add(value);
    }
    return new ModbusReply.Registers(values);
  }

  private ModbusReply write(int address, List<Integer> values) {
    for (int i = 0; i < values.size(); i++) {
      if (!holding.containsKey(address + i)) {
        return new ModbusReply.ModbusRefusal(NO_ADDRESS);
      }
    }
    for (int i = 0; i < values.size(); i++) {
      holding.put(address + i, values.get(i));
    }
    return new ModbusReply.WriteConfirmed();
  }
}
