package org.libstation.device.modbusbin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.device.link.WireBytes;

/// The answer of a slave. An exception is an answer too: the slave is alive and refuses.
public sealed interface ModbusReply {

  /// Answer to functions 01 and 02: as many bits as were asked for.
  record Bits(List<Boolean> bits) implements ModbusReply {
    public Bits {
      bits = List.copyOf(bits);
    }
  }

  /// Answer to functions 03 and 04: values from 0 to 65535.
  record Registers(List<Integer> values) implements ModbusReply {
    public Registers {
      values = List.copyOf(values);
    }
  }

  /// Answer to functions 05, 06, 15 and 16: the write was done.
  record WriteConfirmed() implements ModbusReply {}

  /// Exception (function + 80h).
  ///
  /// @param code 01 function, 02 address, 03 value, 04 failure, 06 busy, 0B no answer behind a
  ///   gateway
  record ModbusRefusal(int code) implements ModbusReply {
    String inWords() {
      return switch (code) {
        case 0x01 -> "it does not know the function";
        case 0x02 -> "it has no such address";
        case 0x03 -> "it does not take the value";
        case 0x04 -> "it reports a failure";
        case 0x05 -> "it needs more time";
        case 0x06 -> "it is busy";
        case 0x08 -> "its memory is damaged";
        case 0x0A -> "the gateway has no path to it";
        case 0x0B -> "nothing answers behind the gateway";
        default -> "it refuses with code %02Xh".formatted(code);
      };
    }
  }

  int EXCEPTION = 0x80;

  /// Reads the answer to a request. Empty if the frame is from another slave, for another function,
  /// or of another length.
  ///
  /// @param frame a whole frame, checksum included
  static Optional<ModbusReply> decode(ModbusRequest request, WireBytes frame) {
    if (frame.at(0) != request.unit()) {
      return Optional.empty();
    }
    if (frame.at(1) == (request.function() | EXCEPTION)) {
      return Optional.of(new ModbusRefusal(frame.at(2)));
    }
    if (frame.at(1) != request.function()) {
      return Optional.empty();
    }
    WireBytes data = frame.slice(2, frame.length() - 2);
    return switch (request) {
      case ModbusRequest.Read read -> read.isBits() ? bits(read, data) : registers(read, data);
      case ModbusRequest.WriteCoil write -> only(data.equals(write.data()));
      case ModbusRequest.WriteRegister write -> only(data.equals(write.data()));
      case ModbusRequest.WriteCoils write -> only(data.equals(write.data().slice(0, 4)));
      case ModbusRequest.WriteRegisters write -> only(data.equals(write.data().slice(0, 4)));
    };
  }

  private static Optional<ModbusReply> only(boolean echoed) {
    return echoed ? Optional.of(new WriteConfirmed()) : Optional.empty();
  }

  private static Optional<ModbusReply> bits(ModbusRequest.Read read, WireBytes data) {
    return data.length() == 1 + (read.count() + 7) / 8
        ? Optional.of(new Bits(unpacked(data.from(1), read.count())))
        : Optional.empty();
  }

  private static Optional<ModbusReply> registers(ModbusRequest.Read read, WireBytes data) {
    if (data.length() != 1 + 2 * read.count()) {
      return Optional.empty();
    }
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < read.count(); i++) {
      values.add(ModbusRequest.word(data, 1 + 2 * i));
    }
    return Optional.of(new Registers(values));
  }

  /// Encodes this answer as a slave does, checksum included.
  default WireBytes encode(ModbusRequest request) {
    WireBytes head = WireBytes.of(request.unit(), request.function());
    WireBytes frame =
        switch (this) {
          case Bits(List<Boolean> bits) -> {
            WireBytes packed = packed(bits);
            yield head.plus(WireBytes.of(packed.length())).plus(packed);
          }
          case Registers(List<Integer> values) ->
              head.plus(WireBytes.of(2 * values.size()))
                  .plus(ModbusRequest.words(values.stream().mapToInt(Integer::intValue).toArray()));
          case WriteConfirmed() -> head.plus(request.data().slice(0, 4));
          case ModbusRefusal(int code) -> refusal(request.unit(), request.function(), code);
        };
    return Rtu.seal(frame);
  }

  /// An exception without its checksum.
  static WireBytes refusal(int unit, int function, int code) {
    return WireBytes.of(unit, function | EXCEPTION, code);
  }

  /// Packs eight bits into each byte, the first in the lowest bit.
  static WireBytes packed(List<Boolean> bits) {
    int[] bytes = new int[(bits.size() + 7) / 8];
    for (int i = 0; i < bits.size(); i++) {
      bytes[i / 8] |= bits.get(i) ? 1 << i % 8 : 0;
    }
    return WireBytes.of(bytes);
  }

  static List<Boolean> unpacked(WireBytes bytes, int count) {
    List<Boolean> bits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      bits.add((bytes.at(i / 8) >> i % 8 & 1) == 1);
    }
    return bits;
  }
}
