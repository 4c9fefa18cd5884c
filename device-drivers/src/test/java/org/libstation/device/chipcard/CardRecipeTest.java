package org.libstation.device.chipcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.device.WrongOptionException;
import org.libstation.device.chipcard.lab.ChipCard;
import org.libstation.device.chipcard.lab.ClassicCard;
import org.libstation.device.chipcard.lab.DesfireCard;
import org.libstation.device.chipcard.lab.NdefCard;
import org.libstation.device.chipcard.lab.UidCard;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.link.WireBytes;
import org.libstation.testkit.Mutations;

/// What a site's recipe reads of cards, and that no key is ever said.
class CardRecipeTest {
  private static final String UID = "04A1B2C3D4E580";
  private static final String CLASSIC_KEY = "A0A1A2A3A4A5";
  private static final String OTHER_KEY = "B0B1B2B3B4B5";
  private static final String KEY = "00112233445566778899AABBCCDDEEFF";
  private static final String NUMBER = HexFormat.of().formatHex(ascii("21234000056788  "));

  @TempDir Path dir;

  @BeforeEach
  void writeKeys() throws IOException {
    keys(
        "sector: " + CLASSIC_KEY + "\nother: " + OTHER_KEY + "\nmembers: " + KEY + "\n",
        "rw-------");
  }

  @Test
  void blocks_of_a_classic_are_read_with_its_key_over_two_sectors() throws Exception {
    ClassicCard card =
        new ClassicCard(UID, CLASSIC_KEY, OTHER_KEY)
            .holding(4, "00000000" + HexFormat.of().formatHex(ascii("212340000567")))
            .holding(5, HexFormat.of().formatHex(ascii("88")) + "00".repeat(14));
    String sheet = "read: classic\nblock: 4\nblocks: 2\nfrom: 4\nlength: 14\nbase: text\n";
    assertThat(read(sheet + "key: sector\n", card)).isEqualTo("21234000056788");
    assertThat(read(sheet + "key: other\nkey.type: b\n", card)).isEqualTo("21234000056788");
    assertThatThrownBy(() -> read(sheet + "key: other\n", card))
        .isInstanceOf(NotReadException.class)
        .hasMessage("the authentication is refused (6300)");
  }

  @Test
  void a_block_of_keys_is_never_read() {
    for (String block : List.of("3", "7", "127", "143")) {
      assertThatThrownBy(() -> sheet("read: classic\nkey: sector\nblock: " + block + "\n"))
          .isInstanceOf(WrongOptionException.class)
          .hasMessageContaining("no block of keys");
    }
  }

  /// The bytes are those of a published run with a key of zeros.
  @Test
  void the_authentication_of_a_desfire_is_the_published_one() throws Exception {
    keys("zeros: " + "00".repeat(16) + "\n", "rw-------");
    Deque<String> answers =
        new ArrayDeque<>(
            List.of(
                "9100",
                "B969FDFE56FD91FC9DE6F6F213B8FD1E91AF",
                "800DB680BC146BD121D6578F2D2E20599100",
                "91AE"));
    List<String> asked = new ArrayList<>();
    CardChannel scripted =
        apdu -> {
          asked.add(HexFormat.of().withUpperCase().formatHex(apdu));
          return ChipCard.bytes(answers.removeFirst());
        };
    RandomGenerator ours = new Fixed(WireBytes.ofHex("F44B26F5686F3A391CD38EBD10772281"));
    CardKeys keys = new CardKeys(DeviceSheets.of(dir));
    CardRecipe recipe =
        lines("application: F58840\nkey: zeros\n")
            .read("recipe", options -> Desfire.of(options, keys, ours));
    assertThatThrownBy(() -> recipe.read(scripted, new byte[0]))
        .hasMessage("the file is refused (91AE)");
    assertThat(asked)
        .containsExactly(
            "905A0000034088F500",
            "90AA0000010000",
            "90AF000020"
                + "36AAD7DF6E436BA08D18613830A70D5AD43E3D3F4A8D47541EEE623A934E4774"
                + "00",
            "90BD0000070000000010000000");
  }

  /// NIST SP 800-38B, D.1, examples 1 to 3.
  @ParameterizedTest
  @CsvSource({
    "'',BB1D6929E95937287FA37D129B756746",
    "6BC1BEE22E409F96E93D7E117393172A,070A16B46B4D4144F79BDD9DD04A287C",
    "6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E5130C81C46A35CE411,"
        + "DFA66747DE9AE63030CA32611497C827"
  })
  void the_checksum_is_that_of_the_standard(String message, String mac) throws Exception {
    DesfireSession session =
        DesfireSession.with(ChipCard.bytes("2B7E151628AED2A6ABF7158809CF4F3C"), true);
    assertThat(HexFormat.of().withUpperCase().formatHex(session.mac(ChipCard.bytes(message))))
        .isEqualTo(mac);
  }

  @ParameterizedTest
  @CsvSource({"aes,plain", "aes,enciphered", "tdes,plain", "tdes,enciphered"})
  void a_file_of_a_desfire_is_read_whole_and_not_with_a_bit_wrong(String proof, String wire)
      throws Exception {
    String text =
        """
        read: desfire
        application: F58840
        key: members
        file: 1
        size: 48
        offset: 2
        from: 16
        length: 16
        base: text
        authenticate: %s
        communication: %s
        """
            .formatted(proof, wire);
    String file = "FFFF" + "11".repeat(16) + NUMBER + "22".repeat(16);
    for (int seed = 1; seed <= 20; seed++) {
      assertThat(read(text, desfire(KEY, proof, wire, file, seed))).isEqualTo("21234000056788");
    }
    for (int at : List.of(0, 17, 47, 50)) {
      assertThatThrownBy(() -> read(text, desfire(KEY, proof, wire, file, 1).spoilt(at)))
          .hasMessage("the checksum of the file is wrong");
    }
    assertThatThrownBy(() -> read(text, desfire("FF".repeat(16), proof, wire, file, 1)))
        .hasMessageContaining("is refused (91AE)");
    assertThatThrownBy(
            () -> read(text.replace("F58840", "F58841"), desfire(KEY, proof, wire, file, 1)))
        .hasMessage("the application is refused (91A0)");
  }

  @Test
  void text_of_ndef_is_read_of_both_kinds_of_tags_behind_other_records() throws Exception {
    String uri = "91 01 0A 55 03 6C 69 62 2E 65 78 61 6D 70";
    String text = "51 01 11 54 02 65 6E 32 31 32 33 34 30 30 30 30 35 36 37 38 38";
    String message = (uri + text).replace(" ", "");
    String length = "%02X".formatted(message.length() / 2);
    NdefCard type2 =
        NdefCard.type2(UID, "E1101200" + "0103A00C34" + "00" + "03" + length + message + "FE");
    assertThat(read("read: ndef\n", type2)).isEqualTo("21234000056788");
    assertThat(read("read: ndef\n", NdefCard.type4(UID, message))).isEqualTo("21234000056788");
    String wide = "D1 01 0B 54 82 7A 68 00 32 00 31 00 32 00 33".replace(" ", "");
    assertThat(read("read: ndef\n", NdefCard.type4(UID, wide))).isEqualTo("2123");
    assertThatThrownBy(() -> read("read: ndef\n", UidCard.of(UID)))
        .isInstanceOf(NotReadException.class);
    assertThatThrownBy(() -> read("read: ndef\n", NdefCard.type2(UID, "E1101200FE")))
        .hasMessage("it holds no NDEF message");
  }

  @Test
  void whatever_a_tag_holds_the_reading_ends_in_words() {
    byte[] text = ChipCard.bytes("D1011154026560323132333430303030353637383800");
    Mutations.feed(
        List.of(text, ChipCard.bytes("910105550361626364" + "5101035402656E")),
        23,
        20_000,
        input -> {
          try {
            assertThat(NdefText.text(input)).isNotNull();
          } catch (NotReadException e) {
            assertThat(e.getMessage()).isNotBlank();
          }
        });
    Mutations.feed(
        List.of(
            ChipCard.bytes("E110120003" + "15" + "D101115402656E3231323334303030303536373838FE")),
        24,
        5_000,
        input -> {
          try {
            String hex = HexFormat.of().formatHex(input);
            assertThat(read("read: ndef\n", NdefCard.type2(UID, hex))).isNotNull();
          } catch (NotReadException e) {
            assertThat(e.getMessage()).isNotBlank();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void a_key_file_that_others_may_read_is_refused_and_no_key_is_ever_said() throws Exception {
    String sheet = "read: classic\nkey: sector\n";
    for (String rights : List.of("rw-r-----", "rw----r--", "rw--w----")) {
      keys("sector: " + CLASSIC_KEY + "\n", rights);
      assertThat(why(sheet))
          .contains("only its owner can read devices/cards.keys")
          .doesNotContainIgnoringCase(CLASSIC_KEY);
    }
    keys("sector: " + KEY + "\n", "rw-------");
    assertThat(why(sheet))
        .contains("a key of 6 bytes in devices/cards.keys; the one of this name has 16")
        .doesNotContainIgnoringCase(KEY);
    assertThat(why("read: classic\nkey: " + CLASSIC_KEY.toLowerCase(java.util.Locale.ROOT) + "\n"))
        .contains("a name that begins one of the 1 lines of devices/cards.keys")
        .doesNotContainIgnoringCase(CLASSIC_KEY);
    Files.delete(dir.resolve(CardKeys.FILE));
    assertThat(why(sheet)).contains("devices/cards.keys, which is not there");
    for (String noHex : List.of("A0A1A2A3A4A", "", "secret", "G0".repeat(6))) {
      keys("# ours\nsector: " + noHex + "\n", "rw-------");
      assertThat(why(sheet))
          .contains("bytes in hex, two digits each, behind this name")
          .doesNotContain("A0A1", "secret");
    }
    keys("members: " + KEY + "\n", "rw-------");
    CardRecipe.CardRecipeSheet recipe = sheet("read: desfire\napplication: F58840\nkey: members\n");
    assertThat(recipe.toString()).doesNotContainIgnoringCase(KEY);
  }

  private String why(String text) {
    try {
      return "accepted: " + sheet(text);
    } catch (WrongOptionException e) {
      return e.getMessage() + e.expected();
    }
  }

  private static DesfireCard desfire(String key, String proof, String wire, String file, int seed) {
    return new DesfireCard(
        UID, "F58840", key, proof.equals("aes"), wire.equals("enciphered"), file, new Random(seed));
  }

  private void keys(String text, String rights) throws IOException {
    Path file = dir.resolve(CardKeys.FILE);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  private static DeviceSheet lines(String text) {
    return ((DeviceSheet.ParsedDeviceSheet.SheetParsed) DeviceSheet.parse("a sheet", text)).sheet();
  }

  private CardRecipe.CardRecipeSheet sheet(String text) {
    return lines(text)
        .read("recipe", lines -> CardRecipe.of(lines, new CardKeys(DeviceSheets.of(dir))));
  }

  private String read(String text, ChipCard card) throws Exception {
    CardRecipe.CardRecipeSheet sheet = sheet(text);
    byte[] read = sheet.recipe().read(card::behindReader, card.uid());
    return NumberForm.of(new org.libstation.device.driver.DriverOptions(Map.of()), sheet.base())
        .of(read);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Says the same bytes each time.
  private record Fixed(WireBytes bytes) implements RandomGenerator {
    @Override
    public void nextBytes(byte[] into) {
      System.arraycopy(bytes.toArray(), 0, into, 0, into.length);
    }

    @Override
    public long nextLong() {
      return 4;
    }
  }
}
