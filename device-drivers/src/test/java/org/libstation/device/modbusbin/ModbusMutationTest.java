package org.libstation.device.modbusbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.device.WrongOptionException;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.link.WireBytes;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.testkit.Mutations;
import org.libstation.testkit.Sample;

/// Whatever the bus carries and whatever a map says, it ends in a frame, a value or a refusal.
class ModbusMutationTest {
  private static final int QUICK = 2_000;
  private static final int FULL = Sample.of(200_000);
  private static final long SEED = 20_261_126;

  private static final List<byte[]> FRAMES =
      List.of(
              "01 02 01 05 61 8B",
              "50 03 02 07 0B 06 7F",
              "01 82 02 C1 61",
              "01 03 04 00 00 30 39 2E 21",
              "01 05 00 00 FF 00 8C 3A",
              "01 02 00 00 00 08 79 CC",
              "01 03 80 00 00 01 AD CA",
              "0B 03 02 00 64 21 AE")
          .stream()
          .map(hex -> WireBytes.ofHex(hex).toArray())
          .toList();

  private static final List<byte[]> MAPS =
      List.of(
              """
              kind: distance
              unit: 0x50
              level: holding 0x34
              set.baud: holding 4
              set.baud.codes: 9600=2 115200=6
              level.none: 0xFFFF
              level.tenths-mm: 10
              """,
              """
              kind: weight
              level: holding 7
              level.words: 2
              level.order: low-first
              level.signed: true
              level.none: none
              level.grams: 5
              """,
              """
              kind: inputs
              unit: 1
              inputs: discrete 0
              inputs.count: 8
              outputs: coil 0
              version: holding 0x8000
              counters: input 0x20
              """)
          .stream()
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

  @Test
  void damaged_frames_are_no_frames() {
    Mutations.feed(FRAMES, SEED, QUICK, ModbusMutationTest::frames);
  }

  @Test
  @Tag("full")
  void very_many_damaged_frames_are_no_frames() {
    Mutations.feed(FRAMES, SEED, FULL, ModbusMutationTest::frames);
  }

  @Test
  void damaged_maps_are_read_or_refused() {
    Mutations.feed(MAPS, SEED, QUICK, ModbusMutationTest::map);
  }

  @Test
  @Tag("full")
  void very_many_damaged_maps_are_read_or_refused() {
    Mutations.feed(MAPS, SEED, FULL, ModbusMutationTest::map);
  }

  private static void frames(byte[] input) {
    ModbusRequest question = new ModbusRequest.Read(1, 2, 0, 8);
    for (RtuParser.FrameDirection side : RtuParser.FrameDirection.values()) {
      RtuParser parser = new RtuParser(side);
      List<WireBytes> found = new ArrayList<>();
      for (byte[] piece : Mutations.pieces(input, input.length)) {
        found.addAll(parser.parse(piece));
      }
      found.addAll(parser.silence());
      for (WireBytes frame : found) {
        assertThat(frame.length()).isBetween(Rtu.SHORTEST, 265);
        assertThat(Rtu.isWhole(frame)).isTrue();
        switch (side) {
          case REPLIES -> ModbusReply.decode(question, frame);
          case REQUESTS -> ModbusRequest.decode(frame);
        }
      }
      // Whatever came, after a silence the next frame is found.
      byte[] good =
          WireBytes.ofHex(
                  side == RtuParser.FrameDirection.REPLIES
                      ? "01 02 01 05 61 8B"
                      : "01 02 00 00 00 08 79 CC")
              .toArray();
      assertThat(parser.parse(good)).hasSize(1);
    }
    new BinTwin().exchange(input);
  }

  private static void map(byte[] input) {
    switch (DeviceSheet.parse("map", new String(input, StandardCharsets.UTF_8))) {
      case DeviceSheet.ParsedDeviceSheet.SheetParsed(DeviceSheet sheet) -> {
        try {
          LevelSensor sensor = LevelSensor.of("level", sheet);
          assertThat(sensor.value(List.of(1, 2).subList(0, sensor.words()))).isNotNull();
        } catch (WrongOptionException e) {
          assertThat(e.key()).isEqualTo("level");
        }
        try {
          assertThat(InputModule.of("io", sheet).readInputs(1).encode().length()).isEqualTo(8);
        } catch (WrongOptionException e) {
          assertThat(e.key()).isEqualTo("io");
        }
      }
      case DeviceSheet.ParsedDeviceSheet.Wrong wrong -> assertThat(wrong.line()).isPositive();
    }
  }
}
