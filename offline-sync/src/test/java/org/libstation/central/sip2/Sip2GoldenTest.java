package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Thirty worked pairs and a damaged request, written as text with the checksums that another
/// program computed, against the messages that a person typed.
final class Sip2GoldenTest {

  private static final Sip2Codec CODEC = new Sip2Codec(StandardCharsets.UTF_8, true);

  /// @param pair number of the pair
  /// @param line as on the wire without CR
  record Golden(int pair, String line, int sequence, Sip2Message message) {
    @Override
    public String toString() {
      return pair + ": " + line;
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_message_is_written_byte_for_byte(Golden golden) {
    assertThat(
            new String(CODEC.encode(golden.message(), golden.sequence()), StandardCharsets.UTF_8))
        .isEqualTo(golden.line() + "\r");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_line_is_read_field_by_field(Golden golden) {
    Sip2Codec.Received received = CODEC.decode(golden.line().getBytes(StandardCharsets.UTF_8));

    assertThat(received.message()).isEqualTo(golden.message());
    Sip2Trailer trailer = received.trailer().orElseThrow();
    assertThat(trailer.correct()).isTrue();
    if (golden.line().contains("AY")) {
      assertThat(trailer.sequence()).hasValue(golden.sequence());
    } else {
      assertThat(trailer.sequence()).isEmpty();
    }
  }

  @Test
  void every_line_of_the_printed_page_is_in_the_table() throws IOException {
    List<String> printed = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("/cases/sip2/pairs.txt"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.startsWith("> ") || line.startsWith("< ")) {
          printed.add(line.substring(2));
        }
      }
    }
    assertThat(printed).hasSize(66);
    assertThat(pairs().map(Golden::line)).containsAll(printed);
  }

  static Stream<Golden> pairs() {
    return Stream.of(
        golden(
            1,
            "9300CNkiosk1|COhedgehog7|CPfoyer|AY0AZF2BC",
            0,
            new Sip2Request.Login(
                "0", "0", fields("CN", "kiosk1", "CO", "hedgehog7", "CP", "foyer"))),
        golden(1, "941AY0AZFDFD", 0, new Sip2Response.LoginResponse(Sip2Flag.YES, fields())),
        golden(
            2,
            "9300CNkiosk1|COwrong|CPfoyer|AY0AZF401",
            0,
            new Sip2Request.Login("0", "0", fields("CN", "kiosk1", "CO", "wrong", "CP", "foyer"))),
        golden(2, "940AY0AZFDFE", 0, new Sip2Response.LoginResponse(Sip2Flag.NO, fields())),
        golden(3, "9900802.00AY1AZFCA0", 1, new Sip2Request.ScStatus("0", "080", "2.00", fields())),
        golden(
            3,
            "98YYYYNY03000320261124    0900002.00AOMAIN|AMLindenhof City Library|BXYYYYYYYYYYYNNYYY|ANFoyer|AY1AZE1DD",
            1,
            new Sip2Response.AcsStatus(
                Sip2Flag.YES,
                Sip2Flag.YES,
                Sip2Flag.YES,
                Sip2Flag.YES,
                Sip2Flag.NO,
                Sip2Flag.YES,
                OptionalInt.of(30),
                OptionalInt.of(3),
                at(2026, 11, 24, 9, 0, 0),
                "2.00",
                fields(
                    "AO",
                    "MAIN",
                    "AM",
                    "Lindenhof City Library",
                    "BX",
                    "YYYYYYYYYYYNNYYY",
                    "AN",
                    "Foyer"))),
        golden(4, "9910802.00AY2AZFC9E", 2, new Sip2Request.ScStatus("1", "080", "2.00", fields())),
        golden(
            4,
            "98NYYYNN03000320261124    0900302.00AOMAIN|BXYYYYYYYYYYYNNYYY|AFLibrary system is being serviced|AY2AZE11B",
            2,
            new Sip2Response.AcsStatus(
                Sip2Flag.NO,
                Sip2Flag.YES,
                Sip2Flag.YES,
                Sip2Flag.YES,
                Sip2Flag.NO,
                Sip2Flag.NO,
                OptionalInt.of(30),
                OptionalInt.of(3),
                at(2026, 11, 24, 9, 0, 30),
                "2.00",
                fields(
                    "AO",
                    "MAIN",
                    "BX",
                    "YYYYYYYYYYYNNYYY",
                    "AF",
                    "Library system is being serviced"))),
        golden(
            5,
            "2300120261124    090105AOMAIN|AA2000000417|AC|AD4821|AY3AZF274",
            3,
            new Sip2Request.PatronStatus(
                "001",
                at(2026, 11, 24, 9, 1, 5),
                fields("AO", "MAIN", "AA", "2000000417", "AC", "", "AD", "4821"))),
        golden(
            5,
            "24              00120261124    090105AOMAIN|AA2000000417|AEMarit Sandvik|BLY|CQY|BHEUR|AY3AZE8D6",
            3,
            new Sip2Response.PatronStatusResponse(
                "              ",
                "001",
                at(2026, 11, 24, 9, 1, 5),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AE",
                    "Marit Sandvik",
                    "BL",
                    "Y",
                    "CQ",
                    "Y",
                    "BH",
                    "EUR"))),
        golden(
            6,
            "2300120261124    090130AOMAIN|AA2000000417|AC|AD1111|AY4AZF280",
            4,
            new Sip2Request.PatronStatus(
                "001",
                at(2026, 11, 24, 9, 1, 30),
                fields("AO", "MAIN", "AA", "2000000417", "AC", "", "AD", "1111"))),
        golden(
            6,
            "24              00120261124    090130AOMAIN|AA2000000417|AEMarit Sandvik|BLY|CQN|AFInvalid PIN|AY4AZE603",
            4,
            new Sip2Response.PatronStatusResponse(
                "              ",
                "001",
                at(2026, 11, 24, 9, 1, 30),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AE",
                    "Marit Sandvik",
                    "BL",
                    "Y",
                    "CQ",
                    "N",
                    "AF",
                    "Invalid PIN"))),
        golden(
            7,
            "6300120261124    090141          AOMAIN|AA2000000417|AC|AD4821|AY5AZF12E",
            5,
            new Sip2Request.PatronInformation(
                "001",
                at(2026, 11, 24, 9, 1, 41),
                "          ",
                fields("AO", "MAIN", "AA", "2000000417", "AC", "", "AD", "4821"))),
        golden(
            7,
            "64              00120261124    090141000100000002000000000001AOMAIN|AA2000000417|AEMarit Sandvik|BZ0010|CA0005|CB0030|BLY|CQY|BHEUR|CC10.00|AY5AZDCF9",
            5,
            new Sip2Response.PatronInformationResponse(
                "              ",
                "001",
                at(2026, 11, 24, 9, 1, 41),
                OptionalInt.of(1),
                OptionalInt.of(0),
                OptionalInt.of(2),
                OptionalInt.of(0),
                OptionalInt.of(0),
                OptionalInt.of(1),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AE",
                    "Marit Sandvik",
                    "BZ",
                    "0010",
                    "CA",
                    "0005",
                    "CB",
                    "0030",
                    "BL",
                    "Y",
                    "CQ",
                    "Y",
                    "BH",
                    "EUR",
                    "CC",
                    "10.00"))),
        golden(
            8,
            "6300120261124    090150  Y       AOMAIN|AA2000000417|AC|AD4821|AY6AZF0F4",
            6,
            new Sip2Request.PatronInformation(
                "001",
                at(2026, 11, 24, 9, 1, 50),
                "  Y       ",
                fields("AO", "MAIN", "AA", "2000000417", "AC", "", "AD", "4821"))),
        golden(
            8,
            "64              00120261124    090150000100000002000000000001AOMAIN|AA2000000417|AEMarit Sandvik|BLY|CQY|BHEUR|AU3100000000123|AU3100000000456|AY6AZDD2A",
            6,
            new Sip2Response.PatronInformationResponse(
                "              ",
                "001",
                at(2026, 11, 24, 9, 1, 50),
                OptionalInt.of(1),
                OptionalInt.of(0),
                OptionalInt.of(2),
                OptionalInt.of(0),
                OptionalInt.of(0),
                OptionalInt.of(1),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AE",
                    "Marit Sandvik",
                    "BL",
                    "Y",
                    "CQ",
                    "Y",
                    "BH",
                    "EUR",
                    "AU",
                    "3100000000123",
                    "AU",
                    "3100000000456"))),
        golden(
            9,
            "6300120261124    090158Y         AOMAIN|AA2000000417|AC|AD4821|AY7AZF0EB",
            7,
            new Sip2Request.PatronInformation(
                "001",
                at(2026, 11, 24, 9, 1, 58),
                "Y         ",
                fields("AO", "MAIN", "AA", "2000000417", "AC", "", "AD", "4821"))),
        golden(
            9,
            "64              00120261124    090158000100000002000000000001AOMAIN|AA2000000417|AEMarit Sandvik|BLY|CQY|AS3100000000789|AY7AZE298",
            7,
            new Sip2Response.PatronInformationResponse(
                "              ",
                "001",
                at(2026, 11, 24, 9, 1, 58),
                OptionalInt.of(1),
                OptionalInt.of(0),
                OptionalInt.of(2),
                OptionalInt.of(0),
                OptionalInt.of(0),
                OptionalInt.of(1),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AE",
                    "Marit Sandvik",
                    "BL",
                    "Y",
                    "CQ",
                    "Y",
                    "AS",
                    "3100000000789"))),
        golden(
            10,
            "6300120261124    091002   Y      AOMAIN|AA2000000905|AC|AD0007|AY8AZF0FB",
            8,
            new Sip2Request.PatronInformation(
                "001",
                at(2026, 11, 24, 9, 10, 2),
                "   Y      ",
                fields("AO", "MAIN", "AA", "2000000905", "AC", "", "AD", "0007"))),
        golden(
            10,
            "64YYYY      YY  00120261124    091002000000010003000200000000AOMAIN|AA2000000905|AEOtto Brandl|BLY|CQY|BHEUR|BV14.50|CC10.00|AVLate return 9.50|AVLost card 5.00|AFPlease pay your fees|AY8AZCBB9",
            8,
            new Sip2Response.PatronInformationResponse(
                "YYYY      YY  ",
                "001",
                at(2026, 11, 24, 9, 10, 2),
                OptionalInt.of(0),
                OptionalInt.of(1),
                OptionalInt.of(3),
                OptionalInt.of(2),
                OptionalInt.of(0),
                OptionalInt.of(0),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000905",
                    "AE",
                    "Otto Brandl",
                    "BL",
                    "Y",
                    "CQ",
                    "Y",
                    "BH",
                    "EUR",
                    "BV",
                    "14.50",
                    "CC",
                    "10.00",
                    "AV",
                    "Late return 9.50",
                    "AV",
                    "Lost card 5.00",
                    "AF",
                    "Please pay your fees"))),
        golden(
            11,
            "6300120261124    091030          AOMAIN|AA2999999999|AC|AD1234|AY9AZF0EC",
            9,
            new Sip2Request.PatronInformation(
                "001",
                at(2026, 11, 24, 9, 10, 30),
                "          ",
                fields("AO", "MAIN", "AA", "2999999999", "AC", "", "AD", "1234"))),
        golden(
            11,
            "64YYYY          00120261124    091030000000000000000000000000AOMAIN|AA2999999999|AE|BLN|AFCard not known|AY9AZE53D",
            9,
            new Sip2Response.PatronInformationResponse(
                "YYYY          ",
                "001",
                at(2026, 11, 24, 9, 10, 30),
                OptionalInt.of(0),
                OptionalInt.of(0),
                OptionalInt.of(0),
                OptionalInt.of(0),
                OptionalInt.of(0),
                OptionalInt.of(0),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2999999999",
                    "AE",
                    "",
                    "BL",
                    "N",
                    "AF",
                    "Card not known"))),
        golden(
            12,
            "1720261124    091101AOMAIN|AB3100000000222|AC|AY0AZF44B",
            0,
            new Sip2Request.ItemInformation(
                at(2026, 11, 24, 9, 11, 1), fields("AO", "MAIN", "AB", "3100000000222", "AC", ""))),
        golden(
            12,
            "1803020120261124    091101AB3100000000222|AJThe lighthouse at Kråkøy|CK001|AQMAIN|APMAIN|BGMAIN|CSF San|AY0AZDF74",
            0,
            new Sip2Response.ItemInformationResponse(
                "03",
                "02",
                "01",
                at(2026, 11, 24, 9, 11, 1),
                fields(
                    "AB",
                    "3100000000222",
                    "AJ",
                    "The lighthouse at Kråkøy",
                    "CK",
                    "001",
                    "AQ",
                    "MAIN",
                    "AP",
                    "MAIN",
                    "BG",
                    "MAIN",
                    "CS",
                    "F San"))),
        golden(
            13,
            "1720261124    091109AOMAIN|AB3100000000123|AC|AY1AZF442",
            1,
            new Sip2Request.ItemInformation(
                at(2026, 11, 24, 9, 11, 9), fields("AO", "MAIN", "AB", "3100000000123", "AC", ""))),
        golden(
            13,
            "1804020120261124    091109CF1|AH20261205    235900|AB3100000000123|AJGardens of salt|CK001|AQMAIN|BGMAIN|AY1AZE43F",
            1,
            new Sip2Response.ItemInformationResponse(
                "04",
                "02",
                "01",
                at(2026, 11, 24, 9, 11, 9),
                fields(
                    "CF",
                    "1",
                    "AH",
                    "20261205    235900",
                    "AB",
                    "3100000000123",
                    "AJ",
                    "Gardens of salt",
                    "CK",
                    "001",
                    "AQ",
                    "MAIN",
                    "BG",
                    "MAIN"))),
        golden(
            14,
            "1720261124    091120AOMAIN|AB3199999999999|AC|AY2AZF3EB",
            2,
            new Sip2Request.ItemInformation(
                at(2026, 11, 24, 9, 11, 20),
                fields("AO", "MAIN", "AB", "3199999999999", "AC", ""))),
        golden(
            14,
            "1801010120261124    091120AB3199999999999|AJ|AY2AZF4F1",
            2,
            new Sip2Response.ItemInformationResponse(
                "01",
                "01",
                "01",
                at(2026, 11, 24, 9, 11, 20),
                fields("AB", "3199999999999", "AJ", ""))),
        golden(
            15,
            "11NN20261124    091140                  AOMAIN|AA2000000417|AB3100000000222|AC|AD4821|BON|AY3AZEB58",
            3,
            new Sip2Request.Checkout(
                Sip2Flag.NO,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 11, 40),
                Sip2Date.NONE,
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AB",
                    "3100000000222",
                    "AC",
                    "",
                    "AD",
                    "4821",
                    "BO",
                    "N"))),
        golden(
            15,
            "121NNY20261124    091140AOMAIN|AA2000000417|AB3100000000222|AJThe lighthouse at Kråkøy|AH20261215    235900|CK001|AY3AZDF35",
            3,
            new Sip2Response.CheckoutResponse(
                Sip2Flag.YES,
                Sip2Flag.NO,
                Sip2Flag.NO,
                Sip2Flag.YES,
                at(2026, 11, 24, 9, 11, 40),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AB",
                    "3100000000222",
                    "AJ",
                    "The lighthouse at Kråkøy",
                    "AH",
                    "20261215    235900",
                    "CK",
                    "001"))),
        golden(
            16,
            "11NN20261124    091146                  AOMAIN|AA2000000417|AB3100000000222|AC|AD4821|BON|AY4AZEB51",
            4,
            new Sip2Request.Checkout(
                Sip2Flag.NO,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 11, 46),
                Sip2Date.NONE,
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AB",
                    "3100000000222",
                    "AC",
                    "",
                    "AD",
                    "4821",
                    "BO",
                    "N"))),
        golden(
            16,
            "121YNY20261124    091146AOMAIN|AA2000000417|AB3100000000222|AJThe lighthouse at Kråkøy|AH20261215    235900|AFItem already checked out to you: renewing item.|AY4AZCE95",
            4,
            new Sip2Response.CheckoutResponse(
                Sip2Flag.YES,
                Sip2Flag.YES,
                Sip2Flag.NO,
                Sip2Flag.YES,
                at(2026, 11, 24, 9, 11, 46),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AB",
                    "3100000000222",
                    "AJ",
                    "The lighthouse at Kråkøy",
                    "AH",
                    "20261215    235900",
                    "AF",
                    "Item already checked out to you: renewing item."))),
        golden(
            17,
            "11NN20261124    091201                  AOMAIN|AA2000000417|AB3100000000333|AC|AD4821|BON|AY5AZEB55",
            5,
            new Sip2Request.Checkout(
                Sip2Flag.NO,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 12, 1),
                Sip2Date.NONE,
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AB",
                    "3100000000333",
                    "AC",
                    "",
                    "AD",
                    "4821",
                    "BO",
                    "N"))),
        golden(
            17,
            "120NUN20261124    091201AOMAIN|AA2000000417|AB3100000000333|AJA short history of ferries|AH|AFThis item is reserved for another reader|BLY|AY5AZD412",
            5,
            new Sip2Response.CheckoutResponse(
                Sip2Flag.NO,
                Sip2Flag.NO,
                Sip2Flag.UNKNOWN,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 12, 1),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AB",
                    "3100000000333",
                    "AJ",
                    "A short history of ferries",
                    "AH",
                    "",
                    "AF",
                    "This item is reserved for another reader",
                    "BL",
                    "Y"))),
        golden(
            18,
            "11NN20261124    091230                  AOMAIN|AA2000000417|AB3100000000555|AC|AD4821|BON|AY6AZEB4C",
            6,
            new Sip2Request.Checkout(
                Sip2Flag.NO,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 12, 30),
                Sip2Date.NONE,
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AB",
                    "3100000000555",
                    "AC",
                    "",
                    "AD",
                    "4821",
                    "BO",
                    "N"))),
        golden(
            18,
            "120NUN20261124    091230AOMAIN|AA2000000417|AB3100000000555|AJNight trains (DVD)|AH|BT06|BHEUR|BV1.50|BLY|AY6AZE286",
            6,
            new Sip2Response.CheckoutResponse(
                Sip2Flag.NO,
                Sip2Flag.NO,
                Sip2Flag.UNKNOWN,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 12, 30),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AB",
                    "3100000000555",
                    "AJ",
                    "Night trains (DVD)",
                    "AH",
                    "",
                    "BT",
                    "06",
                    "BH",
                    "EUR",
                    "BV",
                    "1.50",
                    "BL",
                    "Y"))),
        golden(
            19,
            "11NN20261124    091241                  AOMAIN|AA2000000417|AB3100000000555|AC|AD4821|BOY|AY7AZEB3E",
            7,
            new Sip2Request.Checkout(
                Sip2Flag.NO,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 12, 41),
                Sip2Date.NONE,
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AB",
                    "3100000000555",
                    "AC",
                    "",
                    "AD",
                    "4821",
                    "BO",
                    "Y"))),
        golden(
            19,
            "121NNY20261124    091241AOMAIN|AA2000000417|AB3100000000555|AJNight trains (DVD)|AH20261201    235900|BT06|BHEUR|BV1.50|CK005|AY7AZDF01",
            7,
            new Sip2Response.CheckoutResponse(
                Sip2Flag.YES,
                Sip2Flag.NO,
                Sip2Flag.NO,
                Sip2Flag.YES,
                at(2026, 11, 24, 9, 12, 41),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AB",
                    "3100000000555",
                    "AJ",
                    "Night trains (DVD)",
                    "AH",
                    "20261201    235900",
                    "BT",
                    "06",
                    "BH",
                    "EUR",
                    "BV",
                    "1.50",
                    "CK",
                    "005"))),
        golden(
            20,
            "11NY20261123    18421020261214    235900AOMAIN|AA2000000612|AB3100000000666|AC|AD|BON|AY8AZEB09",
            8,
            new Sip2Request.Checkout(
                Sip2Flag.NO,
                Sip2Flag.YES,
                at(2026, 11, 23, 18, 42, 10),
                at(2026, 12, 14, 23, 59, 0),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000612",
                    "AB",
                    "3100000000666",
                    "AC",
                    "",
                    "AD",
                    "",
                    "BO",
                    "N"))),
        golden(
            20,
            "121NNY20261124    091300AOMAIN|AA2000000612|AB3100000000666|AJRiver pilots|AH20261214    235900|AY8AZE718",
            8,
            new Sip2Response.CheckoutResponse(
                Sip2Flag.YES,
                Sip2Flag.NO,
                Sip2Flag.NO,
                Sip2Flag.YES,
                at(2026, 11, 24, 9, 13, 0),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000612",
                    "AB",
                    "3100000000666",
                    "AJ",
                    "River pilots",
                    "AH",
                    "20261214    235900"))),
        golden(
            21,
            "29NN20261124    091405                  AOMAIN|AA2000000417|AD4821|AB3100000000123|AC|BON|AY9AZEB45",
            9,
            new Sip2Request.Renew(
                Sip2Flag.NO,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 14, 5),
                Sip2Date.NONE,
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AD",
                    "4821",
                    "AB",
                    "3100000000123",
                    "AC",
                    "",
                    "BO",
                    "N"))),
        golden(
            21,
            "301YNN20261124    091405AOMAIN|AA2000000417|AB3100000000123|AJGardens of salt|AH20261226    235900|CK001|AY9AZE4B2",
            9,
            new Sip2Response.RenewResponse(
                Sip2Flag.YES,
                Sip2Flag.YES,
                Sip2Flag.NO,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 14, 5),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AB",
                    "3100000000123",
                    "AJ",
                    "Gardens of salt",
                    "AH",
                    "20261226    235900",
                    "CK",
                    "001"))),
        golden(
            22,
            "29NN20261124    091412                  AOMAIN|AA2000000417|AD4821|AB3100000000456|AC|BON|AY0AZEB47",
            0,
            new Sip2Request.Renew(
                Sip2Flag.NO,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 14, 12),
                Sip2Date.NONE,
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AD",
                    "4821",
                    "AB",
                    "3100000000456",
                    "AC",
                    "",
                    "BO",
                    "N"))),
        golden(
            22,
            "300NUN20261124    091412AOMAIN|AA2000000417|AB3100000000456|AJBread and winter|AH|AFItem has reached maximum renewals|AY0AZDBC6",
            0,
            new Sip2Response.RenewResponse(
                Sip2Flag.NO,
                Sip2Flag.NO,
                Sip2Flag.UNKNOWN,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 14, 12),
                fields(
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AB",
                    "3100000000456",
                    "AJ",
                    "Bread and winter",
                    "AH",
                    "",
                    "AF",
                    "Item has reached maximum renewals"))),
        golden(
            23,
            "6520261124    091420AOMAIN|AA2000000417|AD4821|AC|BON|AY1AZF1A5",
            1,
            new Sip2Request.RenewAll(
                at(2026, 11, 24, 9, 14, 20),
                fields("AO", "MAIN", "AA", "2000000417", "AD", "4821", "AC", "", "BO", "N"))),
        golden(
            23,
            "6610001000220261124    091420AOMAIN|BM3100000000222|BN3100000000123|BN3100000000456|AY1AZEC6D",
            1,
            new Sip2Response.RenewAllResponse(
                Sip2Flag.YES,
                OptionalInt.of(1),
                OptionalInt.of(2),
                at(2026, 11, 24, 9, 14, 20),
                fields(
                    "AO",
                    "MAIN",
                    "BM",
                    "3100000000222",
                    "BN",
                    "3100000000123",
                    "BN",
                    "3100000000456"))),
        golden(
            24,
            "09N20261124    09150020261124    091500APMAIN|AOMAIN|AB3100000000123|AC|AY2AZEE84",
            2,
            new Sip2Request.Checkin(
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 15, 0),
                at(2026, 11, 24, 9, 15, 0),
                fields("AP", "MAIN", "AO", "MAIN", "AB", "3100000000123", "AC", ""))),
        golden(
            24,
            "101YNN20261124    091500AOMAIN|AB3100000000123|AQMAIN|AJGardens of salt|CL1|AA2000000417|CK001|CSF Ber|AY2AZE30C",
            2,
            new Sip2Response.CheckinResponse(
                Sip2Flag.YES,
                Sip2Flag.YES,
                Sip2Flag.NO,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 15, 0),
                fields(
                    "AO",
                    "MAIN",
                    "AB",
                    "3100000000123",
                    "AQ",
                    "MAIN",
                    "AJ",
                    "Gardens of salt",
                    "CL",
                    "1",
                    "AA",
                    "2000000417",
                    "CK",
                    "001",
                    "CS",
                    "F Ber"))),
        // Accepted by invenio-sip2, which names no patron: neither AA nor CL.
        golden(
            24,
            "101YUN20261124    091500AOMAIN|AB3100000000222|AQMAIN|AJGardens of salt|AY2AZEB59",
            2,
            new Sip2Response.CheckinResponse(
                Sip2Flag.YES,
                Sip2Flag.YES,
                Sip2Flag.UNKNOWN,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 15, 0),
                fields(
                    "AO", "MAIN", "AB", "3100000000222", "AQ", "MAIN", "AJ", "Gardens of salt"))),
        golden(
            25,
            "09N20261124    09151120261124    091511APMAIN|AOMAIN|AB3100000000789|AC|AY3AZEE6D",
            3,
            new Sip2Request.Checkin(
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 15, 11),
                at(2026, 11, 24, 9, 15, 11),
                fields("AP", "MAIN", "AO", "MAIN", "AB", "3100000000789", "AC", ""))),
        golden(
            25,
            "101YNY20261124    091511AOMAIN|AB3100000000789|AQMAIN|AJTundra songs|CL9|AA2000000905|CK006|CTMAIN|CY2000000417|DASandvik, Marit|CV01|AY3AZD975",
            3,
            new Sip2Response.CheckinResponse(
                Sip2Flag.YES,
                Sip2Flag.YES,
                Sip2Flag.NO,
                Sip2Flag.YES,
                at(2026, 11, 24, 9, 15, 11),
                fields(
                    "AO",
                    "MAIN",
                    "AB",
                    "3100000000789",
                    "AQ",
                    "MAIN",
                    "AJ",
                    "Tundra songs",
                    "CL",
                    "9",
                    "AA",
                    "2000000905",
                    "CK",
                    "006",
                    "CT",
                    "MAIN",
                    "CY",
                    "2000000417",
                    "DA",
                    "Sandvik, Marit",
                    "CV",
                    "01"))),
        golden(
            26,
            "09N20261124    09152020261124    091520APMAIN|AOMAIN|AB3200000000101|AC|AY4AZEE81",
            4,
            new Sip2Request.Checkin(
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 15, 20),
                at(2026, 11, 24, 9, 15, 20),
                fields("AP", "MAIN", "AO", "MAIN", "AB", "3200000000101", "AC", ""))),
        golden(
            26,
            "101YNY20261124    091520AOMAIN|AB3200000000101|AQWEST|AJAtlas of moss|AA2000000905|CTWEST|CV04|AY4AZE53A",
            4,
            new Sip2Response.CheckinResponse(
                Sip2Flag.YES,
                Sip2Flag.YES,
                Sip2Flag.NO,
                Sip2Flag.YES,
                at(2026, 11, 24, 9, 15, 20),
                fields(
                    "AO",
                    "MAIN",
                    "AB",
                    "3200000000101",
                    "AQ",
                    "WEST",
                    "AJ",
                    "Atlas of moss",
                    "AA",
                    "2000000905",
                    "CT",
                    "WEST",
                    "CV",
                    "04"))),
        golden(
            27,
            "09N20261124    09153520261124    091535APMAIN|AOMAIN|AB3100000000123|AC|AY5AZEE71",
            5,
            new Sip2Request.Checkin(
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 15, 35),
                at(2026, 11, 24, 9, 15, 35),
                fields("AP", "MAIN", "AO", "MAIN", "AB", "3100000000123", "AC", ""))),
        golden(
            27,
            "100YNY20261124    091535AOMAIN|AB3100000000123|AQMAIN|AJGardens of salt|AFItem not checked out|AY5AZE2E9",
            5,
            new Sip2Response.CheckinResponse(
                Sip2Flag.NO,
                Sip2Flag.YES,
                Sip2Flag.NO,
                Sip2Flag.YES,
                at(2026, 11, 24, 9, 15, 35),
                fields(
                    "AO",
                    "MAIN",
                    "AB",
                    "3100000000123",
                    "AQ",
                    "MAIN",
                    "AJ",
                    "Gardens of salt",
                    "AF",
                    "Item not checked out"))),
        golden(
            28,
            "3720261124    0916000402EURBV9.50|AOMAIN|AA2000000905|AC|AD0007|CG88121|BKkiosk1-20261124-0007|AY6AZE758",
            6,
            new Sip2Request.FeePaid(
                at(2026, 11, 24, 9, 16, 0),
                "04",
                "02",
                "EUR",
                fields(
                    "BV",
                    "9.50",
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000905",
                    "AC",
                    "",
                    "AD",
                    "0007",
                    "CG",
                    "88121",
                    "BK",
                    "kiosk1-20261124-0007"))),
        golden(
            28,
            "38Y20261124    091601AOMAIN|AA2000000905|BKkiosk1-20261124-0007|AY6AZEF61",
            6,
            new Sip2Response.FeePaidResponse(
                Sip2Flag.YES,
                at(2026, 11, 24, 9, 16, 1),
                fields("AO", "MAIN", "AA", "2000000905", "BK", "kiosk1-20261124-0007"))),
        golden(
            29,
            "15+20261124    091700BSMAIN|BY2|AOMAIN|AA2000000417|AD4821|AJ77120|AC|BON|AY7AZEBF1",
            7,
            new Sip2Request.Hold(
                "+",
                at(2026, 11, 24, 9, 17, 0),
                fields(
                    "BS",
                    "MAIN",
                    "BY",
                    "2",
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AD",
                    "4821",
                    "AJ",
                    "77120",
                    "AC",
                    "",
                    "BO",
                    "N"))),
        golden(
            29,
            "161N20261124    091700BR2|BSMAIN|AOMAIN|AA2000000417|AJGlass harvest|AY7AZEBB8",
            7,
            new Sip2Response.HoldResponse(
                Sip2Flag.YES,
                Sip2Flag.NO,
                at(2026, 11, 24, 9, 17, 0),
                fields(
                    "BR",
                    "2",
                    "BS",
                    "MAIN",
                    "AO",
                    "MAIN",
                    "AA",
                    "2000000417",
                    "AJ",
                    "Glass harvest"))),
        golden(
            30,
            "3520261124    091720AOMAIN|AA2000000417|AC|AD|AY8AZF3C8",
            8,
            new Sip2Request.EndSession(
                at(2026, 11, 24, 9, 17, 20),
                fields("AO", "MAIN", "AA", "2000000417", "AC", "", "AD", ""))),
        golden(
            30,
            "36Y20261124    091720AOMAIN|AA2000000417|AFThank you|AY8AZF0F9",
            8,
            new Sip2Response.EndSessionResponse(
                Sip2Flag.YES,
                at(2026, 11, 24, 9, 17, 20),
                fields("AO", "MAIN", "AA", "2000000417", "AF", "Thank you"))),
        golden(
            31,
            "1720261124    091801AOMAIN|AB3100000000222|AC|AY9AZF43B",
            9,
            new Sip2Request.ItemInformation(
                at(2026, 11, 24, 9, 18, 1), fields("AO", "MAIN", "AB", "3100000000222", "AC", ""))),
        golden(31, "96AZFEF6", 0, new Sip2Response.ResendResponse(fields())),
        golden(
            31,
            "1804020120261124    091802AB3100000000222|AJThe lighthouse at Kråkøy|AH20261215    235900|CK001|AY9AZE440",
            9,
            new Sip2Response.ItemInformationResponse(
                "04",
                "02",
                "01",
                at(2026, 11, 24, 9, 18, 2),
                fields(
                    "AB",
                    "3100000000222",
                    "AJ",
                    "The lighthouse at Kråkøy",
                    "AH",
                    "20261215    235900",
                    "CK",
                    "001"))),
        golden(31, "97AZFEF5", 0, new Sip2Request.Resend(fields())),
        golden(
            31,
            "1804020120261124    091802AB3100000000222|AJThe lighthouse at Kråkøy|AH20261215    235900|CK001|AY0AZE449",
            0,
            new Sip2Response.ItemInformationResponse(
                "04",
                "02",
                "01",
                at(2026, 11, 24, 9, 18, 2),
                fields(
                    "AB",
                    "3100000000222",
                    "AJ",
                    "The lighthouse at Kråkøy",
                    "AH",
                    "20261215    235900",
                    "CK",
                    "001"))));
  }

  private static Golden golden(int pair, String line, int sequence, Sip2Message message) {
    return new Golden(pair, line, sequence, message);
  }

  private static Sip2Date at(int year, int month, int day, int hour, int minute, int second) {
    return Sip2Date.local(LocalDateTime.of(year, month, day, hour, minute, second));
  }

  private static Sip2Fields fields(String... idsAndValues) {
    Sip2Fields fields = Sip2Fields.NONE;
    for (int i = 0; i < idsAndValues.length; i += 2) {
      fields = fields.with(idsAndValues[i], idsAndValues[i + 1]);
    }
    return fields;
  }
}
