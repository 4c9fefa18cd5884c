package org.libstation.device.modbusbin.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The twin against published frames, without our driver.
class BinTwinTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private final BinTwin twin = new BinTwin();

  private String ask(String request) {
    return HEX.formatHex(twin.exchange(HexFormat.of().parseHex(request.replace(" ", ""))));
  }

  @Test
  void the_input_module_answers_as_published() {
    assertThat(ask("01 02 00 00 00 08 79 CC")).isEqualTo("01 02 01 05 61 8B");
    assertThat(ask("01 05 00 00 FF 00 8C 3A")).isEqualTo("01 05 00 00 FF 00 8C 3A");
    assertThat(twin.output(0)).isTrue();
    assertThat(ask("01 01 00 00 00 01 FD CA")).isEqualTo("01 01 01 01 90 48");
    assertThat(ask("01 03 80 00 00 01 AD CA")).isEqualTo("01 03 02 00 C8 B9 D2");
    // Inputs 2 to 9 are one too many.
    assertThat(ask("01 02 00 01 00 08 28 0C")).isEqualTo("01 82 02 C1 61");
  }

  @Test
  void the_laser_answers_as_published() {
    twin.distance(1803);
    assertThat(ask("50 03 00 34 00 01 C8 45")).isEqualTo("50 03 02 07 0B 06 7F");
  }

  @Test
  void nobody_answers_a_damaged_frame_another_slave_or_a_broadcast() {
    assertThat(ask("01 02 00 00 00 08 79 CD")).isEmpty();
    assertThat(ask("")).isEmpty();
    assertThat(ask("")).isEmpty();
    assertThat(ask("0B 03 00 05 00 01 94 A1")).isEmpty();
    assertThat(ask("00 05 00 00 FF 00 8D EB")).isEmpty();
    assertThat(twin.output(0)).isFalse();
    twin.ioSilent(true);
    assertThat(ask("01 02 00 00 00 08 79 CC")).isEmpty();
    twin.distanceSilent(true);
    assertThat(ask("50 03 00 34 00 01 C8 45")).isEmpty();
  }
}
