package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.ChargeLine.ChargeReason;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.lab.embedded.LibraryDialects;

/// The fine list as different systems write it.
class FineLinesTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  private static ChargeLine read(Optional<String> pattern, String line) {
    return new FineLines(pattern, EUR).read(List.of(line)).getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "Late return, OVERDUE, Late return, -1",
    "12.50 Overdue fine, OVERDUE, Overdue fine, 1250",
    "Overdue fine: Emma $3.20, OVERDUE, Overdue fine: Emma, 320",
    "EUR 7.00 Lost item, LOST, Lost item, 700",
    "Reservation fee 1.00 EUR, RESERVATION, Reservation fee, 100",
    "Something else 0.10, OTHER, Something else, 10",
    "1234 5 6, OTHER, 1234 5 6, -1",
  })
  void inFreeTextAnAmountIsLookedFor(String line, ChargeReason kind, String text, long minor) {
    ChargeLine charge = read(Optional.empty(), line);

    assertThat(charge.kind()).isEqualTo(kind);
    assertThat(charge.text()).isEqualTo(text);
    assertThat(charge.open())
        .isEqualTo(minor < 0 ? Optional.empty() : Optional.of(new Money(minor, EUR)));
  }

  @Test
  void aDialectSaysHowALineIsWritten() {
    Optional<String> own = LibraryDialects.embedded().meaning().account().fineLine();

    assertThat(read(own, "17 EUR 12.00 overdue 38801000002151"))
        .isEqualTo(
            new ChargeLine(
                Optional.of("17"),
                ChargeReason.OVERDUE,
                "overdue",
                Optional.of(new Money(1200, EUR)),
                Optional.of(new ItemId("38801000002151")),
                Optional.empty()));
    assertThat(read(own, "18 EUR 50.50 lost"))
        .extracting(ChargeLine::kind, ChargeLine::item)
        .containsExactly(ChargeReason.LOST, Optional.empty());
  }

  @Test
  void aLineThatDoesNotFitTheDialectIsReadAsFreeText() {
    assertThat(read(LibraryDialects.embedded().meaning().account().fineLine(), "Late return 2.00"))
        .extracting(ChargeLine::text, ChargeLine::open)
        .containsExactly("Late return", Optional.of(new Money(200, EUR)));
  }

  @Test
  void edgeSip2TellsEachChargeInAGroupOfFieldsBegunByCg() {
    Sip2Fields fields =
        Sip2Fields.read(
            "AA1|CGa1|FA5.0|FB3310|FC20261101|FDEmma|FEx|FFOverdue fine|CGa2|FA12.5|FFLost item"
                + " fee|");

    assertThat(new FineLines(Optional.empty(), EUR).groups(fields))
        .containsExactly(
            new ChargeLine(
                Optional.of("a1"),
                ChargeReason.OVERDUE,
                "Overdue fine",
                Optional.of(new Money(500, EUR)),
                Optional.of(new ItemId("3310")),
                Optional.of("Emma")),
            new ChargeLine(
                Optional.of("a2"),
                ChargeReason.LOST,
                "Lost item fee",
                Optional.of(new Money(1250, EUR)),
                Optional.empty(),
                Optional.empty()));
  }
}
