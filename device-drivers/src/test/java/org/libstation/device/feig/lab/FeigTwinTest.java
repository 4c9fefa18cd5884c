package org.libstation.device.feig.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.libstation.device.feig.FeigFrames;

/// The twin against published frames, without our driver.
class FeigTwinTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private final FeigTwin twin = new FeigTwin();

  private String ask(String request) {
    return HEX.formatHex(twin.exchange(HexFormat.of().parseHex(request.replace(" ", ""))));
  }

  private void placeItem() {
    twin.place(FeigFrames.UID, "31234000012342", "CN-NLC", 1, 1, true);
  }

  @Test
  void it_says_who_it_is() {
    assertThat(ask(FeigFrames.PING)).isEqualTo(FeigFrames.PING_OK);
    assertThat(ask(FeigFrames.VERSION)).isEqualTo(FeigFrames.VERSION_OK);
    assertThat(ask(FeigFrames.READER_INFO)).isEqualTo(FeigFrames.READER_INFO_OK);
    assertThat(ask(FeigFrames.RF_RESET)).isEqualTo(FeigFrames.RF_RESET_OK);
    assertThat(ask(FeigFrames.OUTPUT)).isEqualTo(FeigFrames.OUTPUT_OK);
  }

  @Test
  void it_lists_what_lies_in_the_field() {
    assertThat(ask(FeigFrames.INVENTORY)).isEqualTo(FeigFrames.NO_TAG);
    placeItem();
    assertThat(ask(FeigFrames.INVENTORY)).isEqualTo(FeigFrames.ONE_TAG);
    assertThat(ask(FeigFrames.ADVANCED_INVENTORY)).isEqualTo(FeigFrames.ADVANCED_ONE_TAG);
    twin.place(FeigFrames.UID_2, "31234000012342", "CN-NLC", 1, 1, true);
    assertThat(ask(FeigFrames.INVENTORY)).isEqualTo(FeigFrames.TWO_TAGS);
    twin.tagsPerReply(1);
    assertThat(ask(FeigFrames.INVENTORY)).isEqualTo(FeigFrames.MORE_DATA);
    assertThat(ask(FeigFrames.MORE)).startsWith("11 00 B0 00 01 03 06 E0 04 01 50 9A BC DE F0");
    assertThat(ask(FeigFrames.MORE)).isEqualTo(FeigFrames.NO_TAG);
  }

  @Test
  void a_proximity_card_is_a_number() {
    twin.placeProximityCard("A1B2C3D4");
    assertThat(ask(FeigFrames.INVENTORY)).isEqualTo(FeigFrames.ONE_CARD);
  }

  @Test
  void the_field_can_be_switched() {
    placeItem();
    assertThat(ask(FeigFrames.RF_OFF)).isEqualTo(FeigFrames.RF_OK);
    assertThat(ask(FeigFrames.INVENTORY)).isEqualTo(FeigFrames.NO_TAG);
    assertThat(ask(FeigFrames.RF_ON)).isEqualTo(FeigFrames.RF_OK);
    assertThat(ask(FeigFrames.INVENTORY)).isEqualTo(FeigFrames.ONE_TAG);
    ask(FeigFrames.ADVANCED_RF_OFF);
    assertThat(ask(FeigFrames.INVENTORY)).isEqualTo(FeigFrames.NO_TAG);
    ask(FeigFrames.ADVANCED_RF_ON);
    assertThat(ask(FeigFrames.INVENTORY)).isEqualTo(FeigFrames.ONE_TAG);
  }

  @Test
  void it_reads_a_tag() {
    placeItem();
    assertThat(ask(FeigFrames.SELECT)).isEqualTo(FeigFrames.ISO_OK);
    assertThat(ask(FeigFrames.SYSTEM_INFO)).isEqualTo(FeigFrames.SYSTEM_INFO_OK);
    assertThat(ask(FeigFrames.READ_5)).isEqualTo(FeigFrames.READ_5_OK);
    assertThat(ask(FeigFrames.READ_28_LOCKS)).startsWith("94 00 B0 00 1C 04 00 68 1C 06 11 00 36");
    twin.lockBlock(FeigFrames.UID, 0);
    assertThat(ask(FeigFrames.READ_28_LOCKS)).startsWith("94 00 B0 00 1C 04 01 68 1C 06 11 00 36");
  }

  @Test
  void it_writes_a_tag() {
    twin.placeRaw(FeigFrames.UID, 28, 0x00, 0x00, new byte[0]);
    assertThat(ask(FeigFrames.WRITE_5)).isEqualTo(FeigFrames.ISO_OK);
    assertThat(ask(FeigFrames.READ_5)).isEqualTo(FeigFrames.READ_5_OK);
    assertThat(ask(FeigFrames.AFI_C2)).isEqualTo(FeigFrames.ISO_OK);
    assertThat(twin.afi(FeigFrames.UID)).isEqualTo(0xC2);
    assertThat(ask(FeigFrames.AFI_07)).isEqualTo(FeigFrames.ISO_OK);
    assertThat(ask(FeigFrames.DSFID_06)).isEqualTo(FeigFrames.ISO_OK);
    assertThat(ask(FeigFrames.SYSTEM_INFO)).isEqualTo(FeigFrames.SYSTEM_INFO_OK);
    assertThat(ask(FeigFrames.EAS_ON)).isEqualTo(FeigFrames.EAS_OK);
    assertThat(twin.eas(FeigFrames.UID)).isTrue();
    assertThat(ask(FeigFrames.EAS_OFF)).isEqualTo(FeigFrames.EAS_OK);
    assertThat(twin.eas(FeigFrames.UID)).isFalse();
  }

  @Test
  void it_refuses_as_a_reader_does() {
    twin.placeRaw(FeigFrames.UID, 4, 0x07, 0x06, new byte[0]);
    assertThat(ask(FeigFrames.READ_5)).isEqualTo(FeigFrames.NO_SUCH_BLOCK);
    placeItem();
    twin.pullAwayAtBlock(FeigFrames.UID, 2);
    assertThat(ask(FeigFrames.WRITE_5)).isEqualTo(FeigFrames.WRITE_ERROR_AT_2);
    assertThat(ask(FeigFrames.AFI_C2)).isEqualTo(FeigFrames.NO_TAG);
    twin.putBack(FeigFrames.UID);
    twin.lockBlock(FeigFrames.UID, 0);
    assertThat(ask(FeigFrames.WRITE_5)).isEqualTo(FeigFrames.BLOCK_0_LOCKED);
    twin.refuse(0x82, 1);
    assertThat(ask(FeigFrames.INVENTORY)).isEqualTo(FeigFrames.NOT_AVAILABLE);
    twin.refuse(0x81, 1);
    assertThat(ask(FeigFrames.INVENTORY)).isEqualTo(FeigFrames.LENGTH_ERROR);
    twin.refuse(0x80, 1);
    assertThat(ask(FeigFrames.EAS_ON)).isEqualTo(FeigFrames.EAS_UNKNOWN);
  }

  @Test
  void a_quiet_tag_is_not_listed_until_it_hears_again() {
    placeItem();
    assertThat(ask(FeigFrames.QUIET)).isEqualTo(FeigFrames.ISO_OK);
    assertThat(ask(FeigFrames.INVENTORY)).isEqualTo(FeigFrames.NO_TAG);
    assertThat(ask(FeigFrames.READY)).isEqualTo(FeigFrames.ISO_OK);
    assertThat(ask(FeigFrames.INVENTORY)).isEqualTo(FeigFrames.ONE_TAG);
  }

  @Test
  void it_is_silent_to_a_damaged_frame_and_answers_the_next() {
    assertThat(ask("06 FF 52 00 0F 6F")).isEmpty();
    silence();
    assertThat(ask(FeigFrames.PING)).isEqualTo(FeigFrames.PING_OK);
    assertThat(ask("06 FF 52 00")).isEmpty();
    silence();
    assertThat(ask(FeigFrames.PING)).isEqualTo(FeigFrames.PING_OK);
  }

  private void silence() {
    for (int turn = 0; turn < 2; turn++) {
      assertThat(ask("")).isEmpty();
    }
  }
}
