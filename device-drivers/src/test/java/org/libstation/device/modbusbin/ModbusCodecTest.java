package org.libstation.device.modbusbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.libstation.device.link.WireBytes;

/// Frames of the makers' manuals and of a foreign master and slave on the wire, as hex.
class ModbusCodecTest {
  private static final ModbusRequest.Read INPUTS = new ModbusRequest.Read(1, 2, 0, 8);
  private static final ModbusRequest.Read VERSION = new ModbusRequest.Read(1, 3, 0x8000, 1);
  private static final ModbusRequest.Read LASER = new ModbusRequest.Read(0x50, 3, 0x34, 1);
  private static final ModbusRequest.Read ULTRASONIC = new ModbusRequest.Read(0x0B, 3, 5, 1);
  private static final ModbusRequest.Read WEIGHT = new ModbusRequest.Read(1, 3, 7, 2);
  private static final ModbusRequest.WriteCoil LOCK = new ModbusRequest.WriteCoil(1, 0, true);

  private static final Map<String, ModbusRequest> REQUESTS =
      Map.of(
          "01 02 00 00 00 08 79 CC", INPUTS,
          "01 05 00 00 FF 00 8C 3A", LOCK,
          "01 03 80 00 00 01 AD CA", VERSION,
          "50 03 00 34 00 01 C8 45", LASER,
          "0B 03 00 05 00 01 94 A1", ULTRASONIC,
          "01 03 00 07 00 02 75 CA", WEIGHT);

  private static final Map<String, Map.Entry<ModbusRequest, ModbusReply>> REPLIES =
      Map.of(
          "01 02 01 05 61 8B",
              Map.entry(
                  INPUTS,
                  new ModbusReply.Bits(
                      List.of(true, false, true, false, false, false, false, false))),
          "01 05 00 00 FF 00 8C 3A", Map.entry(LOCK, new ModbusReply.WriteConfirmed()),
          "01 03 02 00 C8 B9 D2", Map.entry(VERSION, new ModbusReply.Registers(List.of(200))),
          "01 82 02 C1 61", Map.entry(INPUTS, new ModbusReply.ModbusRefusal(2)),
          "50 03 02 07 0B 06 7F", Map.entry(LASER, new ModbusReply.Registers(List.of(1803))),
          "0B 03 02 00 64 21 AE", Map.entry(ULTRASONIC, new ModbusReply.Registers(List.of(100))),
          "01 03 04 00 00 30 39 2E 21",
              Map.entry(WEIGHT, new ModbusReply.Registers(List.of(0, 12345))));

  @Test
  void requests_are_written_and_read_as_published() {
    REQUESTS.forEach(
        (frame, request) -> {
          assertThat(request.encode()).hasToString(frame);
          assertThat(ModbusRequest.decode(WireBytes.ofHex(frame))).contains(request);
        });
  }

  @Test
  void replies_are_written_and_read_as_published() {
    REPLIES.forEach(
        (frame, pair) -> {
          List<WireBytes> found =
              new RtuParser(RtuParser.FrameDirection.REPLIES)
                  .parse(WireBytes.ofHex(frame).toArray());
          assertThat(found).hasSize(1);
          assertThat(ModbusReply.decode(pair.getKey(), found.getFirst())).contains(pair.getValue());
          assertThat(pair.getValue().encode(pair.getKey())).hasToString(frame);
        });
  }

  @Test
  void the_functions_that_write_many_follow_the_examples_of_the_specification() {
    ModbusRequest coils =
        new ModbusRequest.WriteCoils(
            1, 0x13, List.of(true, false, true, true, false, false, true, true, true, false));
    assertThat(coils.encode().slice(0, 9)).hasToString("01 0F 00 13 00 0A 02 CD 01");
    ModbusRequest registers = new ModbusRequest.WriteRegisters(1, 1, List.of(0x0A, 0x0102));
    assertThat(registers.encode().slice(0, 11)).hasToString("01 10 00 01 00 02 04 00 0A 01 02");
    ModbusRequest one = new ModbusRequest.WriteRegister(1, 1, 3);
    assertThat(one.encode().slice(0, 6)).hasToString("01 06 00 01 00 03");
    for (ModbusRequest request : List.of(coils, registers, one)) {
      List<WireBytes> found =
          new RtuParser(RtuParser.FrameDirection.REQUESTS).parse(request.encode().toArray());
      assertThat(ModbusRequest.decode(found.getFirst())).contains(request);
      ModbusReply done = new ModbusReply.WriteConfirmed();
      assertThat(ModbusReply.decode(request, done.encode(request))).contains(done);
    }
  }

  @Test
  void nobody_is_ever_asked_by_broadcast() {
    assertThatThrownBy(() -> new ModbusRequest.WriteCoil(0, 0, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ModbusRequest.Read(248, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void another_slaves_or_functions_reply_is_no_reply() {
    WireBytes reply = WireBytes.ofHex("50 03 02 07 0B 06 7F");
    assertThat(ModbusReply.decode(VERSION, reply)).isEmpty();
    assertThat(ModbusReply.decode(new ModbusRequest.Read(0x50, 4, 0x34, 1), reply)).isEmpty();
    assertThat(ModbusReply.decode(new ModbusRequest.Read(0x50, 3, 0x34, 2), reply)).isEmpty();
  }

  @Test
  void a_frame_is_found_in_pieces_of_any_size() {
    for (String text : REPLIES.keySet()) {
      byte[] bytes = WireBytes.ofHex(text + text).toArray();
      for (int size = 1; size <= bytes.length; size++) {
        RtuParser parser = new RtuParser(RtuParser.FrameDirection.REPLIES);
        List<WireBytes> found = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += size) {
          found.addAll(
              parser.parse(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size))));
        }
        assertThat(found).hasSize(2).allMatch(f -> f.toString().equals(text));
      }
    }
  }

  @Test
  void a_frame_is_found_behind_junk_at_the_latest_when_the_line_falls_silent() {
    for (String text : REPLIES.keySet()) {
      for (int junk = 0; junk < 256; junk++) {
        assertThat(found(WireBytes.of(junk).plus(WireBytes.ofHex(text))))
            .as("junk %02X", junk)
            .containsExactly(WireBytes.ofHex(text));
      }
    }
  }

  @Test
  void a_frame_with_a_byte_lost_or_changed_is_never_taken_and_the_next_is() {
    WireBytes next = WireBytes.ofHex("50 03 02 07 0B 06 7F");
    for (String text : REPLIES.keySet()) {
      WireBytes bytes = WireBytes.ofHex(text);
      for (int at = 0; at < bytes.length(); at++) {
        WireBytes before = bytes.slice(0, at);
        WireBytes lost = before.plus(bytes.from(at + 1));
        WireBytes changed = before.plus(WireBytes.of(bytes.at(at) ^ 0x10)).plus(bytes.from(at + 1));
        WireBytes doubled = bytes.slice(0, at + 1).plus(bytes.from(at));
        for (WireBytes damaged : List.of(lost, changed)) {
          assertThat(found(damaged)).as("%s for %s", damaged, text).isEmpty();
          assertThat(found(damaged.plus(next))).as("%s", damaged).containsExactly(next);
        }
        assertThat(found(doubled)).isSubsetOf(bytes);
        assertThat(found(doubled.plus(next))).endsWith(next);
      }
    }
  }

  private static List<WireBytes> found(WireBytes bytes) {
    RtuParser parser = new RtuParser(RtuParser.FrameDirection.REPLIES);
    List<WireBytes> found = new ArrayList<>(parser.parse(bytes.toArray()));
    found.addAll(parser.silence());
    return found;
  }
}
