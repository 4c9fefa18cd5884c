package org.libstation.tools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.Money;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.Maximum;
import org.libstation.fines.Profile;
import org.libstation.fines.ReaderFine;

class CaseTableTest {
  private static final String HEAD = "profile,due_at,effective_return_at,rate_minor,items\n";

  private static Tables.Counted count(String text) {
    return Tables.count(text, Optional.empty(), false);
  }

  @Test
  void aBadRowSaysWhatIsWrongAndTheOthersAreDone() {
    Tables.Counted counted =
        count(
            HEAD
                + "hkpl,2024-05-16,2024-05-18,,\n"
                + "hkpl,16.5.2024,2024-05-18,much,0\n"
                + "hkpl,2024-05-16,2024-05-19,,\n");
    assertThat(counted.end()).isEqualTo(new CaseTable.End.TableRead(3, 1));
    assertThat(counted.rows())
        .extracting(row -> row.get("amount_minor"))
        .containsExactly("300", "", "450");
    assertThat(counted.rows().get(1).get("error"))
        .contains("rate_minor: expected an amount in minor units")
        .contains("items: expected a number from 1 to 100, found \"0\"")
        .contains(
            "due_at: expected a date, or a date and time like 2024-05-16T23:30,"
                + " found \"16.5.2024\"");
    assertThat(counted.rows().get(1).get("due_at")).isEqualTo("16.5.2024");
    assertThat(counted.rows().get(0).get("error")).isEmpty();
  }

  @Test
  void figuresOfABadRowDoNotStay() {
    Tables.Counted counted = count("profile,due_at,amount_minor,units_charged\nhkpl,never,450,3\n");
    assertThat(counted.only()).containsEntry("amount_minor", "").containsEntry("units_charged", "");
  }

  @Test
  void aRowWithTooManyCellsIsBadAndOneWithTooFewHasEmptyOnes() {
    Tables.Counted counted =
        count(HEAD + "hkpl,2024-05-16,2024-05-18,150,1,1\nhkpl,2024-05-16,2024-05-18\n");
    assertThat(counted.rows().get(0).get("error")).contains("row: expected 5 cells, found 6");
    assertThat(counted.rows().get(1).get("amount_minor")).isEqualTo("300");
  }

  @Test
  void theProfileOfTheRowGoesBeforeTheOneThatIsGiven() {
    Tables.Counted counted =
        Tables.count(
            """
            profile,due_at,effective_return_at,zone,currency,rate_minor
            ,2024-05-16,2024-05-17T12:00,Europe/Zurich,CHF,100
            hkpl,2024-05-16,2024-05-17T12:00,Europe/Zurich,CHF,100
            nobody's,2024-05-16,2024-05-17T12:00,Europe/Zurich,CHF,100
            """,
            Optional.of(Profile.POLARIS_FREE_DAYS),
            false);
    assertThat(counted.rows())
        .extracting(row -> row.get("amount_minor"))
        .containsExactly("0", "100", "");
    assertThat(counted.rows().get(2).get("error"))
        .startsWith("profile: expected hkpl, koha, evergreen, folio, polaris-free-days");
  }

  @Test
  void aRecalledLoanIsCountedByTheRuleForRecalls() {
    Tables.Counted counted =
        count(
            """
            profile,due_at,effective_return_at,grace,recalled,recall_rate_minor,recall_max_fine_minor,recall_grace
            hkpl,2024-05-16,2024-05-18,3,no,500,,
            hkpl,2024-05-16,2024-05-18,3,yes,500,,
            hkpl,2024-05-16,2024-05-18,3,yes,500,700,no
            hkpl,2024-05-16,2024-05-18,3,yes,,,yes
            hkpl,2024-05-16,2024-05-18,,yes,,,
            hkpl,2024-05-16,2024-05-18,,perhaps,,,
            """);
    assertThat(counted.rows())
        .extracting(row -> row.get("amount_minor"))
        .containsExactly("0", "1000", "700", "0", "300", "");
    assertThat(counted.rows().getLast().get("error"))
        .isEqualTo("recalled: expected yes or no, found \"perhaps\"");
  }

  @Test
  void theMaximumComesLastAlsoWhenItIsNoMultipleOfTheRounding() {
    Tables.Counted counted =
        count(
            """
            profile,due_at,effective_return_at,rate_minor,rounding_minor,max_fine_minor
            hkpl,2024-05-02,2024-05-15,15,10,
            hkpl,2024-05-02,2024-05-15,15,10,193
            hkpl,2024-05-02,2024-05-15,15,10,200
            hkpl,2024-05-02,2024-05-15,15,10,199
            """);
    assertThat(counted.rows())
        .extracting(row -> row.get("amount_minor"))
        .containsExactly("200", "193", "200", "199");
  }

  @Test
  void aPriceLimitsOnlyWhereTheProfileHasItSo() {
    Tables.Counted counted =
        count(
            """
            profile,currency,zone,due_at,effective_return_at,rate_minor,item_price_minor
            hkpl,HKD,Asia/Hong_Kong,2024-05-02,2024-05-12,150,400
            koha,HKD,Asia/Hong_Kong,2024-05-02,2024-05-12,150,400
            folio,HKD,Asia/Hong_Kong,2024-05-02,2024-05-12,150,400
            """);
    assertThat(counted.rows())
        .extracting(row -> row.get("amount_minor"))
        .containsExactly("1500", "400", "1500");
  }

  @Test
  void aDateThatNeverWasIsNotCharged() {
    Tables.Counted counted =
        count(
            """
            profile,currency,zone,due_at,effective_return_at,rate_minor
            hkpl,WST,Pacific/Apia,2011-12-28,2012-01-02,100
            hkpl,HKD,Asia/Hong_Kong,2011-12-28,2012-01-02,100
            """);
    assertThat(counted.rows())
        .extracting(row -> row.get("units_elapsed") + " " + row.get("amount_minor"))
        .containsExactly("4 400", "5 500");
  }

  @Test
  void aRowCanNameAPatronClassAndMedia() {
    FinePolicy half =
        FinePolicy.of(
            "",
            Money.of(50, "HKD"),
            Maximum.of(Optional.of(Money.of(120, "HKD"))),
            1,
            Profile.HKPL.sums().counting());
    Profile byReader =
        Profile.HKPL.with(
            c ->
                c.readers(
                        List.of(
                            new ReaderFine(
                                Set.of("staff"),
                                Set.of(),
                                Set.of(),
                                FinePolicy.none(half.rate().currency())),
                            new ReaderFine(Set.of("children"), Set.of("b"), Set.of("006"), half)))
                    .patronClasses(Set.of("staff", "children", "adult")));
    Tables.Counted counted =
        Tables.count(
            """
            due_at,effective_return_at,patron_class,media,fine_calendar
            2024-05-16,2024-05-20,,,b
            2024-05-16,2024-05-20,adult,006,b
            2024-05-16,2024-05-20,staff,001,a
            2024-05-16,2024-05-20,children,006,b
            2024-05-16,2024-05-20,children,,b
            2024-05-16,2024-05-20,children,006,a
            2024-05-16,2024-05-20,child,006,b
            2024-05-16,2024-05-20,children,disc,b
            """,
            Optional.of(byReader),
            false);
    assertThat(counted.rows())
        .extracting(row -> row.get("amount_minor"))
        .containsExactly("600", "600", "0", "120", "600", "600", "", "");
    assertThat(counted.rows().get(6).get("error"))
        .isEqualTo("patron_class: expected adult, children, staff, found \"child\"");
    assertThat(counted.rows().get(7).get("error"))
        .isEqualTo("media: expected a media type like 001, found \"disc\"");
    assertThat(
            count(
                    """
                    profile,due_at,effective_return_at,patron_class
                    hkpl,2024-05-16,2024-05-20,staff
                    """)
                .only()
                .get("error"))
        .isEqualTo(
            "patron_class: expected nothing, as hkpl knows no patron classes, found \"staff\"");
  }

  @Test
  void withoutAProfileNothingIsCounted() {
    assertThat(count("due_at,effective_return_at\n2024-05-16,2024-05-17\n").only().get("error"))
        .contains("profile: expected hkpl")
        .contains("it is empty");
  }

  @Test
  void aProfileWithoutARateNeedsOne() {
    assertThat(
            count(
                    """
                    profile,zone,currency,due_at,effective_return_at
                    koha,Europe/Zurich,CHF,2024-05-16,2024-05-17
                    """)
                .only()
                .get("error"))
        .contains("koha has no rate of its own");
  }

  @Test
  void aRateThatIsTooLargeAndStagesOutOfOrderAreToldAsThat() {
    Tables.Counted counted =
        count(
            """
            profile,due_at,effective_return_at,rate_minor,stages
            hkpl,2024-05-16,2024-05-17,10000001,
            hkpl,2024-05-16,2024-05-17,,2 weeks 200; 7 days 500
            hkpl,2024-05-16,2024-05-17,,7 days two
            """);
    assertThat(counted.rows())
        .extracting(row -> row.get("error"))
        .containsExactly(
            "rate_minor: expected an amount in minor units, 10000000 at most, found \"10000001\"",
            "stages: expected each stage later than the one before it, and 7 days is not, found"
                + " \"2 weeks 200; 7 days 500\"",
            "stages: expected stages like 7 days 200; 2 weeks begun open 500 replacing letter"
                + " postage 85 blocks, found \"7 days two\"");
  }

  @Test
  void aTableWithoutAHeaderIsBroken() {
    assertThat(count("").end()).isInstanceOf(CaseTable.End.TableUnreadable.class);
    assertThat(count("due_at,due_at\n").end())
        .isEqualTo(new CaseTable.End.TableUnreadable(0, "the column due_at stands there twice"));
  }

  @Test
  void aQuoteThatIsNeverClosedEndsTheTableAndDoesNotFillTheMemory() {
    String endless = HEAD + "hkpl,2024-05-16,2024-05-18,,\n\"" + "x".repeat(3_000_000);
    assertThat(count(endless).end()).isInstanceOf(CaseTable.End.TableUnreadable.class);
  }

  @Test
  void linesThatEndWithCrLfAndAByteOrderMarkAreRead() {
    Tables.Counted counted =
        count("\uFEFFprofile,due_at,effective_return_at\r\nhkpl,2024-05-16,2024-05-18\r\n");
    assertThat(counted.only().get("amount_minor")).isEqualTo("300");
  }

  @ParameterizedTest
  @CsvSource({
    "zone, Asia/Atlantis",
    "currency, Dollars",
    "closed_days, 2024-02-30",
    "gale_days, 2024-05-17;soon",
    "suspension_windows, '[2024-05-20,2024-05-17)'",
    "suspension_windows, 2024-05-17",
    "unit, fortnight",
    "charge_interval, 0",
    "charge_at, middle",
    "grace, long",
    "grace_rule, steep",
    "count_closed, maybe",
    "max_fine_minor, -1",
    "item_price_minor, 1.50",
    "open_hours, 20:00-09:00",
    "max_truncate, 1",
    "rounding_minor, 0",
    "free_days, -1",
    "renewal_fine, lost",
    "renewed_at, yesterday",
    "kind, stolen",
    "effective_return_at, 1024-05-17",
  })
  void aCellThatCannotBeReadIsNamed(String column, String text) {
    Map<String, String> row =
        new java.util.HashMap<>(
            Map.of("profile", "hkpl", "due_at", "2024-05-16", "effective_return_at", "2024-05-18"));
    row.put(column, text);
    assertThat(count(Tables.text(List.copyOf(row.keySet()), List.of(row))).only().get("error"))
        .startsWith(column + ": expected ")
        .endsWith("found \"" + text + "\"");
  }

  @Test
  void aLoanWithoutADueDateIsDueByTheProfileOnAnOpenDay() {
    Tables.Counted counted =
        count(
            """
            profile,loan_at,effective_return_at,closed_days
            hkpl,2019-12-11,2019-12-28T18:00,2019-12-25;2019-12-26
            """);
    assertThat(counted.only()).containsEntry("units_elapsed", "1");
  }

  @Test
  void anEvergreenBackdateTakesTheClockOfTheDueMoment() {
    Tables.Counted counted =
        Tables.count(
            """
            profile,rate_minor,due_at,effective_return_rule,physical_return_at,processed_at,zone,currency
            evergreen,100,2024-05-16T14:00,backdate,2024-05-18,2024-05-20T09:00,Asia/Hong_Kong,HKD
            """,
            Optional.empty(),
            true);
    assertThat(counted.only()).containsEntry("units_elapsed", "2");
    assertThat(counted.only().get("explanation")).contains("2024-05-18T14:00+08:00 (backdated)");
  }

  @Test
  void anExplanationIsTheSameEveryTime() {
    String text =
        Tables.text(List.copyOf(Tables.workedCases().getFirst().keySet()), Tables.workedCases());
    assertThat(Tables.count(text, Optional.empty(), true).text())
        .isEqualTo(Tables.count(text, Optional.empty(), true).text());
  }

  @Test
  void timeIsExplainedInMinutesAndAnIntervalByItsLength() {
    Tables.Counted counted =
        Tables.count(
            """
            profile,rate_minor,due_at,effective_return_at,unit,charge_interval,open_hours,zone,currency
            folio,200,2024-05-16T18:30,2024-05-17T09:40,hour,,09:00-20:00,Asia/Hong_Kong,HKD
            hkpl,100,2024-05-01,2024-05-10,day,7,,,
            """,
            Optional.empty(),
            true);
    assertThat(counted.rows().get(0).get("explanation"))
        .startsWith(
            "2024-05-16 due; 2024-05-16..2024-05-17 counted (130 min); 3 x HKD 2.00 an hour");
    assertThat(counted.rows().get(1).get("explanation"))
        .contains("2 x HKD 1.00 a 7 day = HKD 2.00");
  }

  @Test
  void aCenturyOfHoursIsCountedAndNotListed() {
    Tables.Counted counted =
        Tables.count(
            "profile,due_at,effective_return_at,unit\nhkpl,1900-01-01,2999-12-31,minute\n",
            Optional.empty(),
            true);
    assertThat(counted.only().get("explanation")).contains("too many to list");
  }
}
