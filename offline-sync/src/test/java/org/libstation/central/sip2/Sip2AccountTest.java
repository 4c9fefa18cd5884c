package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.central.sip2.FarEnd.ay;
import static org.libstation.central.sip2.FarEnd.say;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CentralWords;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Payment;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.testkit.Changed;

/// 63 with its lists, 15/16 and 37/38 as other central systems answer them, line by line.
class Sip2AccountTest {
  private static final PatronId PATRON = new PatronId("2000000417");
  private static final ItemId ITEM = new ItemId("3100000000222");
  private static final String COUNTS = "000100000002000100000001";
  private static final String WHO = "AOMAIN|AA2000000417|AEReader|BLY|";

  private static final Sip2Dialect DIALECT =
      Payable.of(LibraryDialects.generic())
          .withLogin(Sip2Dialect.Sip2Login.byMessage("kiosk1", "hedgehog7", "foyer"))
          .withPlace(
              new Sip2Dialect.StationLocation(
                  "MAIN", "FOYER", ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR"), "001"));

  /// With what `koha-2014.yaml` says of its texts.
  private static final Sip2Dialect KOHA = koha();

  private final List<String> heard = new ArrayList<>();
  private String status = " ".repeat(14);
  private String fines = "";
  private String holds = "";
  private String waiting = "";
  private String item = "";
  private String acting = "";
  private final VirtualWire wire =
      new VirtualWire(
          FarEnd.ready(
              line -> {
                heard.add(line);
                return List.of(say(answer(line), ay(line)));
              }));

  private CentralSystem system = new Sip2System(wire, DIALECT, wire);

  private static Sip2Dialect.AnswerMeaning knowing(String text, String says) {
    Sip2Dialect.AnswerMeaning usual = DIALECT.meaning();
    return usual.withRefusals(
        List.of(new RefusalRule(text, RefusalReason.OTHER, Optional.of(says))));
  }

  private String answer(String line) {
    if (!line.startsWith("63")) {
      return line.startsWith("17") ? item : acting;
    }
    String summary = line.substring(23, 33);
    return "64"
        + status
        + "00120261124    091100"
        + COUNTS
        + WHO
        + (summary.indexOf('Y') == 3 ? fines : summary.indexOf('Y') == 0 ? holds : waiting);
  }

  private static <T> T accepted(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Accepted.class);
    return ((Answer.Accepted<T>) answer).value();
  }

  private static Sip2Dialect koha() {
    Sip2Dialect.AnswerMeaning usual = DIALECT.meaning();
    List<RefusalRule> rules = new ArrayList<>();
    rules.add(RefusalRule.of("(.* )?PATRON EXPIRED( -- .*)?", RefusalReason.CARD_EXPIRED));
    rules.add(RefusalRule.of("(.* )?-- PATRON BLOCKED", RefusalReason.PATRON_BLOCKED));
    rules.add(RefusalRule.of("Patron has fines", RefusalReason.OWES_TOO_MUCH));
    rules.addAll(usual.refusals());
    return Changed.with(DIALECT, "meaning", Changed.with(usual, "refusals", rules));
  }

  private PatronAccount account(Sip2Dialect dialect) {
    return accepted(new Sip2System(wire, dialect, wire).account(PATRON, Optional.empty()));
  }

  private PatronAccount account() {
    return accepted(system.account(PATRON, Optional.empty()));
  }

  @Test
  void three_lists_are_asked_for_one_a_request_and_never_with_the_pin() {
    PatronAccount _ = account();

    assertThat(heard.stream().map(line -> line.substring(23, 33)))
        .containsExactly("   Y      ", "Y         ", "     Y    ");
    assertThat(heard).allMatch(line -> line.contains("|AD|"));
  }

  @Test
  void charges_holds_and_their_titles_are_put_together() {
    fines = "BHEUR|BV9.50|AVOverdue fine 4.00|AVLost item 5.50|";
    holds = "AS3100000000222|";
    waiting = "CDThe salt path|";
    item =
        "1808020120261124    091101AB3100000000222|AJThe lighthouse|CM20261130    235900|BSFOYER|";

    PatronAccount account = account();

    assertThat(account.charges())
        .extracting(ChargeLine::kind)
        .containsExactly(ChargeLine.ChargeReason.OVERDUE, ChargeLine.ChargeReason.LOST);
    assertThat(account.chargesAddUp()).isTrue();
    assertThat(account.holds())
        .containsExactly(
            new HoldLine(
                Optional.of(ITEM),
                "The lighthouse",
                true,
                Optional.of(
                    new DueDate(
                        "20261130    235900", Optional.of(LocalDateTime.of(2026, 11, 30, 23, 59)))),
                Optional.of("FOYER")),
            new HoldLine(
                Optional.empty(), "The salt path", false, Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"OK", "", "6", "17", "Greetings from Koha. ", "Available", "Patron is OK"})
  void what_servers_say_when_they_have_nothing_to_say_is_no_message(String noise) {
    fines = "AF" + noise + "|";
    assertThat(account().messages()).isEmpty();
    assertThat(account().reasons()).isEmpty();
  }

  @Test
  void the_greeting_is_cut_off_a_message() {
    fines = "AFGreetings from Koha. Your photo is ready at the desk, Björn Lindqvist.|";
    assertThat(account().messages()).isEmpty();
    system =
        new Sip2System(
            wire,
            Changed.with(
                DIALECT,
                "meaning",
                knowing("Your photo is ready at the desk.*", "Photo: at the desk")),
            wire);
    assertThat(account().messages()).containsExactly(CentralWords.ofRule("Photo: at the desk"));
  }

  @ParameterizedTest
  @CsvSource({
    "Patron expired on 20-11-2026, CARD_EXPIRED",
    "Your card has expired., CARD_EXPIRED",
    "Card was reported lost, CARD_LOST",
    "Greetings from Koha. -- PATRON BLOCKED, PATRON_BLOCKED",
    "Patron has fines, OWES_TOO_MUCH",
  })
  void a_text_that_a_rule_knows_whole_is_a_reason_and_never_shown(
      String text, RefusalReason reason) {
    fines = "AF" + text + "|";
    assertThat(account(KOHA).reasons()).isEqualTo(Set.of(reason));
    assertThat(account(KOHA).messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Patron owes 0.75",
        "Your card will expire on 2026-12-01: expiry can be put off at the desk",
        "A book you have is overdue, ask for A. Reader",
        "Your block of flats has a new drop",
        "Expired milk is sold at the cafe",
      })
  void a_text_that_a_rule_knows_in_part_is_no_reason(String text) {
    fines = "AF" + text + "|";
    assertThat(account().reasons()).isEmpty();
    assertThat(account().blocked()).isEmpty();
  }

  /// Answers of a Koha of the 2014 line, recorded (koha-2014-a.log), and one with its 64 for a card
  /// that is lost.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'              '; BV0.75|CC5|AFGreetings from Koha.  -- Patron owes 0.75|; ''",
        "'              '; CC5|AFGreetings from Koha.  -- Patron has credit of 92.50|; ''",
        "'              '; CC5|AFGreetings from Koha. |; ''",
        "'YYYY      YY  '; BV12.50|CC5|AFGreetings from Koha.  -- Patron owes 12.50|;"
            + " OWES_TOO_MUCH",
        "'YYYY          '; CC5|AFGreetings from Koha. PATRON EXPIRED|; CARD_EXPIRED",
        "'YYYY          '; BV0.75|CC5|AFGreetings from Koha. PATRON EXPIRED -- Patron owes 0.75|;"
            + " CARD_EXPIRED",
        "'YYYY          '; BV0.75|CC5|AFGreetings from Koha.  -- Patron owes 0.75|; ASK_STAFF",
        "'YYYYY         '; CC5|AFGreetings from Koha.  -- Borrower's card reported lost.|;"
            + " CARD_LOST",
      })
  void what_koha_writes_blocks_nobody_whom_its_flags_let_borrow(
      String flags, String fields, String blocked) {
    status = flags;
    fines = fields;

    assertThat(account(KOHA).blocked())
        .extracting(Enum::name)
        .isEqualTo(blocked.isEmpty() ? List.of() : List.of(blocked));
  }

  @Test
  void an_account_of_somebody_else_is_not_believed() {
    fines = "AA2000000418|";
    assertThat(system.account(new PatronId("2000000999"), Optional.empty()))
        .isInstanceOf(Answer.NotSent.class);
  }

  @Test
  void a_hold_goes_out_with_its_mode_and_place_and_comes_back_with_its_queue() {
    acting = "161N20261124    091140AOMAIN|AA2000000417|AB3100000000222|AJEmma|BR3|BSFOYER|";

    CentralSystem.HoldPlaced placed = accepted(system.placeHold(ITEM, PATRON, Optional.empty()));

    assertThat(placed.queue()).hasValue(3);
    assertThat(placed.pickUpAt()).contains("FOYER");
    assertThat(heard.getFirst()).startsWith("15+").contains("|AB3100000000222|", "|BSFOYER|");
    CentralSystem.HoldPlaced _ =
        accepted(
            system.cancelHold(
                new HoldLine(Optional.empty(), "Emma", false, Optional.empty(), Optional.empty()),
                PATRON,
                Optional.empty()));
    assertThat(heard.getLast()).startsWith("15-").contains("|AJEmma|").doesNotContain("|AB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "161N20261124    091140AOMAIN|AA2000000417|AB31|",
        "161N20261124    091140AOMAIN|AA2000000418|AB3100000000222|",
        "16 N20261124    091140AOMAIN|AA2000000417|AB3100000000222|",
      })
  void a_16_about_another_or_that_says_neither_is_in_doubt(String answer) {
    acting = answer;
    assertThat(system.placeHold(ITEM, PATRON, Optional.empty())).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void a_payment_goes_out_as_the_standard_has_it() {
    acting = "38Y20261124    091640AOMAIN|AA2000000417|BKkiosk1-7|";

    assertThat(
            accepted(system.pay(PATRON, Payment.ofWhatIsOwed("kiosk1-7", Money.of(950, "EUR"))))
                .reference())
        .contains("kiosk1-7");
    assertThat(heard.getFirst())
        .matches(
            "37.{18}0102EURBV9\\.50\\|AOMAIN\\|AA2000000417\\|AC\\|AD\\|BKkiosk1-7\\|AY.AZ[0-9A-F]{4}");
  }

  @Test
  void a_charge_that_is_paid_by_name_goes_with_its_number() {
    acting = "38Y20261124    091640AOMAIN|AA2000000417|BKkiosk1-7.1|";

    Answer<?> _ =
        system.pay(PATRON, new Payment("kiosk1-7.1", Money.of(950, "EUR"), Optional.of("88121")));
    assertThat(heard.getFirst())
        .matches(
            "37.{18}0102EURBV9\\.50\\|AOMAIN\\|AA2000000417\\|AC\\|AD\\|CG88121\\|BKkiosk1-7\\.1\\|"
                + "AY.AZ[0-9A-F]{4}");
  }

  /// As invenio-sip2 writes it. Its money was booked once and reported as not confirmed.
  @Test
  void a_38_with_its_date_first_counts_only_where_the_dialect_says_so() {
    acting = "3820261124    091640YAOMAIN|AA2000000417|";
    Payment payment = Payment.ofWhatIsOwed("kiosk1-7", Money.of(950, "EUR"));

    assertThat(system.pay(PATRON, payment)).isInstanceOf(Answer.Unknown.class);

    Sip2Dialect.AccountDialect usual = DIALECT.meaning().account();
    Sip2Dialect.AccountDialect dateFirst =
        usual.withPaymentAnswer(Sip2Dialect.PaymentAnswer.DATE_FIRST);
    Sip2Dialect dialect =
        Changed.with(DIALECT, "meaning", Changed.with(DIALECT.meaning(), "account", dateFirst));
    assertThat(new Sip2System(wire, dialect, wire).pay(PATRON, payment))
        .isInstanceOf(Answer.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "38N20261124    091640AOMAIN|AA2000000417|AFno such fee|, true",
    "38 20261124    091640AOMAIN|AA2000000417|, false",
    "38Y20261124    091640AOMAIN|AA2000000999|, false",
  })
  void only_a_clear_no_is_a_refusal(String answer, boolean refused) {
    acting = answer;
    assertThat(system.pay(PATRON, Payment.ofWhatIsOwed("kiosk1-7", Money.of(950, "EUR"))))
        .isInstanceOf(refused ? Answer.Refused.class : Answer.Unknown.class);
  }
}
