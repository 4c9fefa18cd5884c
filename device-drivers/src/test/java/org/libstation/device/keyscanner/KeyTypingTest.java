package org.libstation.device.keyscanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From the kernel's events to characters: recorded records, locks, Alt, Ctrl, accents, and what
/// spoils a code.
class KeyTypingTest {
  private static final String GS = "\u001d";

  /// `A1` and Enter as Linux on amd64 and arm64 has them, at 1,700,000,000 s: Shift down, A, Shift
  /// up, 1, Enter, each report with its scan code and its end.
  private static final String RECORDED =
      """
      00F15365000000000A00000000000000 0400 0400 E1000700
      00F15365000000000A00000000000000 0100 2A00 01000000
      00F15365000000000A00000000000000 0000 0000 00000000
      00F1536500000000F203000000000000 0400 0400 04000700
      00F1536500000000F203000000000000 0100 1E00 01000000
      00F1536500000000F203000000000000 0000 0000 00000000
      00F1536500000000DA07000000000000 0100 1E00 00000000
      00F1536500000000DA07000000000000 0100 2A00 00000000
      00F1536500000000DA07000000000000 0000 0000 00000000
      00F1536500000000C20B000000000000 0100 0200 01000000
      00F1536500000000C20B000000000000 0000 0000 00000000
      00F1536500000000AA0F000000000000 0100 0200 00000000
      00F1536500000000AA0F000000000000 0100 1C00 01000000
      00F1536500000000AA0F000000000000 0000 0000 00000000
      00F15365000000009213000000000000 0100 1C00 00000000
      00F15365000000009213000000000000 0000 0000 00000000
      """;

  private static byte[] recorded() {
    return HexFormat.of().parseHex(RECORDED.replaceAll("\\s", ""));
  }

  @Test
  void a_recording_is_read_in_pieces_of_any_size() {
    byte[] all = recorded();
    for (int size = 1; size <= all.length; size++) {
      Keys keys = Keys.of("us");
      for (int at = 0; at < all.length; at += size) {
        keys.bytes(Arrays.copyOfRange(all, at, Math.min(all.length, at + size)));
      }
      assertThat(keys.text).as("pieces of %d", size).hasToString("A1\r");
      assertThat(keys.spoilt).isEmpty();
    }
  }

  @Test
  void a_byte_too_few_or_too_many_gives_no_character_that_was_not_typed() {
    byte[] all = recorded();
    for (int at = 0; at < all.length; at++) {
      ByteArrayOutputStream less = new ByteArrayOutputStream();
      less.write(all, 0, at);
      less.write(all, at + 1, all.length - at - 1);
      ByteArrayOutputStream more = new ByteArrayOutputStream();
      more.write(all, 0, at + 1);
      more.write(all, at, all.length - at);
      for (byte[] bad : new byte[][] {less.toByteArray(), more.toByteArray()}) {
        Keys keys = Keys.of("us").bytes(bad);
        boolean told = !keys.spoilt.isEmpty() || !keys.strange.isEmpty();
        assertThat(told || "A1\r".startsWith(keys.text.toString()))
            .as("at %d: %s", at, keys.text)
            .isTrue();
      }
    }
  }

  @Test
  void noise_is_no_keyboard_and_throws_nothing() {
    Random random = new Random(7);
    byte[] noise = new byte[24 * 500];
    random.nextBytes(noise);
    Keys keys = Keys.of("de").bytes(noise);
    assertThat(keys.strange).hasSizeGreaterThan(450);
    assertThat(keys.spoilt).hasSizeGreaterThanOrEqualTo(keys.strange.size());
  }

  @Test
  void a_mouse_is_no_keyboard() {
    Keys keys = Keys.of("us").send(2, 0, 5).send(0, 0, 0).send(3, 0, 120);
    assertThat(keys.strange).hasSize(2);
  }

  @Test
  void a_key_that_is_held_counts_once_and_one_whose_release_was_lost_again() {
    Keys keys = Keys.of("us").down(2).send(1, 2, 2).send(1, 2, 2).up(2);
    keys.down(3).down(3).up(3).press(Keys.ENTER);
    assertThat(keys.text).hasToString("122\r");
  }

  @Test
  void a_shift_whose_release_was_lost_ends_with_its_code() {
    Keys keys = Keys.of("us").down(Keys.SHIFT).press(30, 31, Keys.ENTER).press(30, Keys.ENTER);
    assertThat(keys.text).hasToString("AS\ra\r");
    keys.down(Keys.SHIFT).typing.rest();
    assertThat(keys.press(30).text).endsWith("a");
  }

  @Test
  void where_the_system_lost_events_the_code_is_spoilt() {
    Keys keys = Keys.of("us").down(Keys.SHIFT).press(30).send(0, 3, 0).press(31, Keys.ENTER);
    assertThat(keys.spoilt).hasSize(1);
    assertThat(keys.text).as("Shift is not believed any more").hasToString("As\r");
  }

  @Test
  void caps_lock_turns_letters_by_its_light_or_its_key_and_nothing_else() {
    assertThat(Keys.of("us").press(Keys.CAPS, 30, 2).with(Keys.SHIFT, 30, 2).text)
        .hasToString("A1a!");
    assertThat(Keys.of("us").send(0x11, 1, 1).press(30).send(0x11, 1, 0).press(30).text)
        .hasToString("Aa");
    assertThat(Keys.of("de").press(Keys.CAPS, 39, 40, 12).text).as("ö ä ß").hasToString("ÖÄß");
    assertThat(Keys.of("fr").press(Keys.CAPS, 3, 16).text).as("é is no capital").hasToString("éA");
  }

  @Test
  void num_lock_is_no_caps_lock_and_the_keypad_types_digits_either_way() {
    Keys keys = Keys.of("us").send(0x11, 0, 1).press(Keys.PAD).send(0x11, 0, 0).press(Keys.PAD);
    keys.press(Keys.NUM).press(Keys.PAD).with(Keys.SHIFT, Keys.PAD);
    assertThat(keys.text).hasToString("0123456789".repeat(4));
    assertThat(keys.press(83, 55, 74, 78, 98, 96).text).endsWith(".*-+/\r");
    assertThat(keys.spoilt).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0029, 001D",
    "029, 001D",
    "29, 001D",
    "065, 0041",
    "65, 0041",
    "0233, 00E9",
    "130, 00E9",
    "0128, 20AC",
    "8364, 20AC",
  })
  void a_number_with_alt_is_the_character_that_windows_types(String number, String unicode) {
    Keys keys = Keys.of("us").down(Keys.ALT);
    number.chars().forEach(digit -> keys.press(Keys.PAD[digit - '0']));
    keys.up(Keys.ALT);
    assertThat(keys.text).hasToString(String.valueOf((char) Integer.parseInt(unicode, 16)));
    assertThat(keys.spoilt).isEmpty();
  }

  @Test
  void a_number_with_alt_that_has_no_end_or_too_many_digits_spoils_the_code() {
    Keys open = Keys.of("us").down(Keys.ALT).press(Keys.PAD[2]).press(Keys.ENTER);
    assertThat(open.spoilt).hasSize(1);
    Keys again = Keys.of("us").down(Keys.ALT).press(Keys.PAD[2]).down(Keys.ALT);
    assertThat(again.spoilt).hasSize(1);
    Keys longer = Keys.of("us").down(Keys.ALT);
    longer.press(Keys.PAD).press(Keys.PAD).up(Keys.ALT);
    assertThat(longer.spoilt).isNotEmpty();
    assertThat(Keys.of("us").with(Keys.ALT, 30).spoilt).as("Alt and a letter").hasSize(1);
  }

  @Test
  void fnc1_comes_as_f8_as_ctrl_and_bracket_or_as_the_identifier_c1() {
    assertThat(Keys.of("us").press(2, 66, 3).text).hasToString("1" + GS + "2");
    for (String layout : new String[] {"us", "uk", "de", "fr"}) {
      assertThat(Keys.of(layout).with(Keys.CTRL, 27).text).as(layout).hasToString(GS);
    }
    assertThat(Keys.of("us").press(27).with(Keys.SHIFT, 46).press(2).text).hasToString("]C1");
  }

  @Test
  void ctrl_and_a_letter_is_a_control_character_and_ctrl_m_ends_a_code() {
    assertThat(Keys.of("us").with(Keys.CTRL, 46).text).hasToString("\u0003");
    assertThat(Keys.of("us").press(2).with(Keys.CTRL, 50).press(3).text).hasToString("1\r2");
    assertThat(Keys.of("fr").press(30).with(Keys.CTRL, 39).text)
        .as("M beside L")
        .hasToString("q\r");
    assertThat(Keys.of("us").with(Keys.CTRL, 2).spoilt).hasSize(1);
  }

  @Test
  void alt_gr_is_also_ctrl_with_alt() {
    assertThat(Keys.of("de").with(Keys.ALT_GR, 16).text).hasToString("@");
    assertThat(Keys.of("de").down(Keys.CTRL).with(Keys.ALT, 16).up(Keys.CTRL).text)
        .hasToString("@");
    assertThat(Keys.of("de").down(Keys.CTRL).with(Keys.ALT_GR, 8).up(Keys.CTRL).text)
        .hasToString("{");
  }

  @Test
  void a_dead_key_waits_for_the_next_one() {
    assertThat(Keys.of("de").press(41, Keys.SPACE).text).hasToString("^");
    assertThat(Keys.of("de").press(41, 30).text).hasToString("â");
    assertThat(Keys.of("de").press(41, 2).text).as("1 bears none").hasToString("^1");
    assertThat(Keys.of("de").press(41, 41).text).hasToString("^");
    assertThat(Keys.of("de").press(41, Keys.ENTER).text).hasToString("^\r");
    assertThat(Keys.of("fr").with(Keys.SHIFT, 26).press(18).text).hasToString("ë");
  }

  @Test
  void function_keys_before_a_code_are_nothing_and_a_dead_key_of_the_house_spoils_it() {
    assertThat(Keys.of("us").press(88, 59).press(2, Keys.TAB).text).hasToString("1\t");
    assertThat(Keys.of("us").press(2).press(88).spoilt).hasSize(1);
    assertThat(Keys.of("us").press(2).press(113).spoilt).as("the key Mute").hasSize(1);
  }
}
