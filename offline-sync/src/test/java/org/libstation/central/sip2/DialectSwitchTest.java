package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.central.CentralSystem.CheckinResult;
import org.libstation.central.sip2.Sip2Dialect.AccountDialect;
import org.libstation.central.sip2.Sip2Dialect.AnswerMeaning;
import org.libstation.central.sip2.Sip2Dialect.ErrorDetection;
import org.libstation.central.sip2.Sip2Dialect.HoldItems;
import org.libstation.central.sip2.Sip2Dialect.LineEnd;
import org.libstation.central.sip2.Sip2Dialect.Lists;
import org.libstation.central.sip2.Sip2Dialect.LoanList;
import org.libstation.central.sip2.Sip2Dialect.PaymentAnswer;
import org.libstation.central.sip2.Sip2Dialect.PinCheck;
import org.libstation.central.sip2.Sip2Dialect.TimeForm;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.PartsTaken;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.circulation.WasOnLoan;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.testkit.Changed;

/// Each switch of a dialect, once this way and once that: what a station does differently.
class DialectSwitchTest {
  private static final ItemId ITEM = new ItemId("3100000000222");
  private static final PatronId PATRON = new PatronId("2000000417");
  private static final Optional<Pin> PIN = Optional.of(new Pin("4821"));
  private static final OffsetDateTime RETURNED = OffsetDateTime.parse("2026-11-24T09:15:00+01:00");
  private static final String BX_WITHOUT_RENEWAL = "BXYYYYYYYYYYYYYYNN|";

  private static final Sip2Dialect USUAL =
      Payable.of(LibraryDialects.generic())
          .withLogin(Sip2Dialect.Sip2Login.byMessage("kiosk1", "hedgehog7", "foyer"))
          .withPlace(
              new Sip2Dialect.StationLocation(
                  "MAIN", "FOYER", ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR"), "001"));

  private String answer = "";
  private String status = "98YYYYNY03000320261124    1000002.00AOMAIN|BXYYYYYYYYYYYYYYYY|";
  private Duration delay = Duration.ZERO;
  private final VirtualWire wire = new VirtualWire(this::hear);

  private List<FarEnd.Step> hear(String line) {
    String body =
        switch (line.substring(0, 2)) {
          case "93" -> "941";
          case "99" -> status;
          default -> answer;
        };
    FarEnd.Step said =
        line.matches(".*AY\\dAZ.{4}")
            ? FarEnd.say(body, FarEnd.ay(line))
            : new FarEnd.Step.Say(body + "\r");
    return List.of(new FarEnd.Step.Wait(body.equals(answer) ? delay : Duration.ZERO), said);
  }

  private Sip2System system(Sip2Dialect dialect) {
    return new Sip2System(wire, dialect, wire);
  }

  private String heard(String code) {
    return wire.heard.stream().filter(line -> line.startsWith(code)).findFirst().orElse("");
  }

  private static Sip2Dialect wire(ErrorDetection detection, TimeForm form) {
    return Changed.with(
        USUAL,
        "wire",
        new Sip2Dialect.WireDialect(detection, false, StandardCharsets.UTF_8, LineEnd.CR, form));
  }

  @ParameterizedTest
  @CsvSource({"FOLLOWS, true", "REQUIRED, true", "NONE, false"})
  void error_detection(ErrorDetection detection, boolean checked) {
    answer = "101YNN20261124    091500AOMAIN|AB3100000000222|AA2000000417|AJx|";
    assertThat(system(wire(detection, TimeForm.LOCAL)).checkin(ITEM, RETURNED))
        .isInstanceOf(Answer.Accepted.class);
    assertThat(heard("09").matches(".*AY\\dAZ[0-9A-F]{4}")).isEqualTo(checked);
  }

  /// invenio-sip2 writes the date of a 38 before *payment accepted*. Only a dialect that says so
  /// believes it; elsewhere such an answer says neither yes nor no.
  @ParameterizedTest
  @CsvSource({
    "DATE_FIRST, 3820261124    091640Y, Accepted",
    "DATE_FIRST, 3820261124    091640N, Refused",
    "DATE_FIRST, 3820261124    091640 , Unknown",
    "DATE_FIRST, 38Y20261124    091640, Accepted",
    "FLAG_FIRST, 3820261124    091640Y, Unknown",
    "FLAG_FIRST, 38Y20261124    091640, Accepted",
  })
  void payment_answer(PaymentAnswer order, String fixed, String verdict) {
    answer = fixed + "AOMAIN|AA2000000417|";
    AccountDialect usual = USUAL.meaning().account();
    AccountDialect account = usual.withPaymentAnswer(order);
    AnswerMeaning meaning = meaning(Set.of(), PinCheck.WITH_63, Optional.empty(), account);

    assertThat(
            system(Changed.with(USUAL, "meaning", meaning))
                .pay(PATRON, Payment.ofWhatIsOwed("kiosk1-7", Money.of(950, "EUR")))
                .getClass()
                .getSimpleName())
        .isEqualTo(verdict);
  }

  @Test
  void payments_are_taken_where_37_is_and_bx_does_not_deny_it() {
    String denies = status.replace("BXYYYYYYYYYY", "BXYYYYYYYYYN");
    assertThat(system(USUAL).takesPayments()).isTrue();
    assertThat(system(without("37")).takesPayments()).isFalse();

    status = denies;
    assertThat(system(USUAL).takesPayments()).isTrue();
    assertThat(system(byBx()).takesPayments()).isFalse();
    assertThat(heard("37")).isEmpty();
  }

  @Test
  void where_bx_decides_and_no_98_comes_no_payment_is_taken() {
    status = "";
    assertThat(system(byBx()).takesPayments()).isFalse();
    assertThat(system(USUAL).takesPayments()).isTrue();
    assertThat(heard("37")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "BX|", "BXYYYYYYYYY|"})
  void where_bx_decides_and_says_nothing_of_37_no_payment_is_taken(String bx) {
    status = "98YYYYNY03000320261124    1000002.00AOMAIN|" + bx;
    assertThat(system(byBx()).takesPayments()).isFalse();
    assertThat(system(USUAL).takesPayments()).isTrue();
  }

  private static Sip2Dialect byBx() {
    return Changed.with(USUAL, "habits", Changed.with(USUAL.habits(), "byBx", true));
  }

  @ParameterizedTest
  @CsvSource({"LOCAL, 20261124    091500", "UTC, 20261124   Z081500"})
  void time_form(TimeForm form, String written) {
    answer = "101YNN20261124    091500AOMAIN|AB3100000000222|AA2000000417|AJx|";
    Answer<?> _ = system(wire(ErrorDetection.FOLLOWS, form)).checkin(ITEM, RETURNED);
    assertThat(heard("09").substring(21, 39)).isEqualTo(written);
  }

  @Test
  void answer_seconds_of_one_message() {
    answer = "1803020120261124    091101AB3100000000222|AJx|";
    delay = Duration.ofSeconds(9);
    assertThat(system(USUAL).look(ITEM)).isInstanceOf(Answer.NotSent.class);
    assertThat(system(patience(Map.of("17", Duration.ofSeconds(10)))).look(ITEM))
        .isInstanceOf(Answer.Accepted.class);
    assertThat(system(patience(Map.of("63", Duration.ofSeconds(10)))).look(ITEM))
        .isInstanceOf(Answer.NotSent.class);
  }

  private static Sip2Dialect patience(Map<String, Duration> byMessage) {
    Sip2Dialect.Patience usual = USUAL.patience();
    return Changed.with(USUAL, "patience", usual.withByMessage(byMessage));
  }

  @Test
  void a_message_that_is_not_taken_is_refused_at_once_and_never_sent() {
    for (String code : List.of("09", "11", "17", "29", "63")) {
      Sip2System system = system(without(code));
      Answer<?> refused =
          switch (code) {
            case "09" -> system.checkin(ITEM, RETURNED);
            case "11" -> system.checkout(ITEM, PATRON, PIN);
            case "17" -> system.look(ITEM);
            case "29" -> system.renew(ITEM, PATRON, PIN);
            default -> system.patron(PATRON, PIN, false);
          };
      assertThat(refused).as(code).isInstanceOf(Answer.Refused.class);
      assertThat(heard(code)).isEmpty();
    }
  }

  private static Sip2Dialect without(String code) {
    Sip2Habits usual = USUAL.habits();
    Set<String> messages = new java.util.HashSet<>(usual.messages());
    messages.remove(code);
    return Changed.with(
        USUAL, "habits", habits(messages, false, Sip2Habits.ResendHabit.LAST_ANSWER));
  }

  private static Sip2Habits habits(
      Set<String> messages, boolean byBx, Sip2Habits.ResendHabit resend) {
    Sip2Habits usual = USUAL.habits();
    return usual.with(c -> c.messages(messages).byBx(byBx).resend(resend));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void by_bx(boolean byBx) {
    status = "98YYYYNY03000320261124    1000002.00AOMAIN|" + BX_WITHOUT_RENEWAL;
    answer =
        "301YNN20261124    091405AOMAIN|AA2000000417|AB3100000000222|AJx|AH20261226    235900|";
    Sip2Habits habits = habits(USUAL.habits().messages(), byBx, Sip2Habits.ResendHabit.LAST_ANSWER);
    Answer<?> renewed = system(Changed.with(USUAL, "habits", habits)).renew(ITEM, PATRON, PIN);
    assertThat(renewed).isInstanceOf(byBx ? Answer.Refused.class : Answer.Accepted.class);
    assertThat(heard("29").isEmpty()).isEqualTo(byBx);
  }

  @ParameterizedTest
  @CsvSource({"LAST_ANSWER, true", "NOTHING_KEPT, false"})
  void resend(Sip2Habits.ResendHabit resend, boolean asked) {
    answer = "1803020120261124    091101AB3100000000222|AJx|AY2AZ0000";
    Sip2Habits habits = habits(USUAL.habits().messages(), false, resend);
    VirtualWire damaged =
        new VirtualWire(FarEnd.ready(line -> List.of(new FarEnd.Step.Say(answer + "\r"))));
    assertThat(new Sip2System(damaged, Changed.with(USUAL, "habits", habits), damaged).look(ITEM))
        .isInstanceOf(Answer.NotSent.class);
    assertThat(damaged.heard.stream().anyMatch(line -> line.startsWith("97"))).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({"11, 11", "29, 29", "63, 63"})
  void the_pin_goes_with_what_needs_it_and_with_what_verifies_it(String needed, String code) {
    AnswerMeaning meaning =
        meaning(Set.of(needed), PinCheck.WITH_23, Optional.empty(), USUAL.meaning().account());
    Sip2System system = system(Changed.with(USUAL, "meaning", meaning));
    answer = "";
    Answer<?> _ = system.checkout(ITEM, PATRON, PIN);
    Answer<?> _ = system.renew(ITEM, PATRON, PIN);
    Answer<?> _ = system.patron(PATRON, PIN, true);
    for (String each : List.of("11", "29", "63")) {
      assertThat(heard(each).contains("AD4821|")).as(each).isEqualTo(each.equals(code));
    }
  }

  private static AnswerMeaning meaning(
      Set<String> pinFor, PinCheck check, Optional<String> dueFormat, AccountDialect account) {
    AnswerMeaning usual = USUAL.meaning();
    return usual.with(c -> c.pinFor(pinFor).pinCheck(check).dueFormat(dueFormat).account(account));
  }

  @ParameterizedTest
  @CsvSource({
    "RENEWAL, 120NUN, NO_MORE_RENEWALS, ALREADY_YOURS",
    "RENEWAL, 120YUN, Item blocked, PATRON_BLOCKED",
    "REFUSAL_THAT_TELLS, 120YUN, Renewals not permitted, ALREADY_YOURS",
    "REFUSAL_THAT_TELLS, 120NUN, No more renewals, NO_MORE_RENEWALS",
    "REFUSAL, 120YUN, NO_MORE_RENEWALS, NO_MORE_RENEWALS"
  })
  void repeated_checkout(
      Sip2Habits.RepeatedCheckout repeated, String head, String words, RefusalReason reason) {
    answer = head + "20261124    091201AOMAIN|AA2000000417|AB3100000000222|AJx|AH|AF" + words + "|";
    Sip2Dialect dialect =
        Changed.with(USUAL, "habits", Changed.with(USUAL.habits(), "repeatedCheckout", repeated));
    assertThat(system(dialect).checkout(ITEM, PATRON, PIN))
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.refusal().reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "true, 101YUN, AQMAIN|, NO",
    "false, 101YUN, AQMAIN|, NOT_KNOWN",
    "true, 101YNN, AA2000000417|, YES",
    "false, 101YNN, AA2000000417|, YES",
    "false, 100YNY, AFItem not checked out|, NO",
    "false, 101YNY, AFItem not checked out|, NO",
    "false, 100YNN, AQMAIN|, NO"
  })
  void checkin_names_patron(boolean names, String head, String more, WasOnLoan wasOnLoan) {
    answer = head + "20261124    091500AOMAIN|AB3100000000222|AJGardens of salt|" + more;
    AnswerMeaning meaning = Changed.with(USUAL.meaning(), "checkinNamesPatron", names);
    assertThat(system(Changed.with(USUAL, "meaning", meaning)).checkin(ITEM, RETURNED))
        .isInstanceOfSatisfying(
            Answer.Accepted.class,
            back -> assertThat(((CheckinResult) back.value()).wasOnLoan()).isEqualTo(wasOnLoan));
  }

  @Test
  void a_late_loan_is_sent_with_its_own_date() {
    Answer<?> _ = system(USUAL).lateCheckout(ITEM, PATRON, RETURNED.minusDays(1));
    assertThat(heard("11")).startsWith("11NN20261123    091500" + " ".repeat(18));
  }

  @Test
  void due_format() {
    answer = "1804020120261124    091101AH05/06/2026 18:00|AB3100000000222|AJx|";
    assertThat(due(Optional.empty())).isEmpty();
    assertThat(due(Optional.of("dd/MM/uuuu HH:mm"))).hasValue(LocalDateTime.of(2026, 6, 5, 18, 0));
    assertThat(due(Optional.of("MM/dd/uuuu HH:mm"))).hasValue(LocalDateTime.of(2026, 5, 6, 18, 0));
    answer = "1804020120261124    091101AH05/06/2026|AB3100000000222|AJx|";
    assertThat(due(Optional.of("dd/MM/uuuu"))).hasValue(LocalDateTime.of(2026, 6, 5, 23, 59));
    answer = "1804020120261124    091101AH20261215    235900|AB3100000000222|AJx|";
    assertThat(due(Optional.of("dd/MM/uuuu"))).hasValue(LocalDateTime.of(2026, 12, 15, 23, 59));
  }

  private Optional<LocalDateTime> due(Optional<String> format) {
    AnswerMeaning meaning = meaning(Set.of(), PinCheck.WITH_63, format, USUAL.meaning().account());
    return switch (system(Changed.with(USUAL, "meaning", meaning)).look(ITEM)) {
      case Answer.Accepted<org.libstation.circulation.ItemLook>(var look) ->
          look.due().orElseThrow().at();
      case Answer<org.libstation.circulation.ItemLook> other ->
          throw new AssertionError(String.valueOf(other));
    };
  }

  @Test
  void what_an_account_says() {
    answer =
        "64YY Y          00120261124    090141000300000002000000000001AOMAIN|AA2000000417|AEx|BLY|"
            + "AUJane Eyre|AUEmma|";
    PatronLook usual = account(USUAL.meaning().account());
    assertThat(usual.blocks()).contains(PatronBlock.CHARGE_DENIED, PatronBlock.HOLD_DENIED);
    assertThat(usual.owed()).isEmpty();
    assertThat(usual.charged()).isPresent();

    PatronLook other =
        account(
            new AccountDialect(
                LoanList.TITLES,
                HoldItems.ALL,
                true,
                Set.of(0, 3),
                Lists.USUAL,
                Optional.empty(),
                Optional.empty(),
                PartsTaken.NONE,
                PaymentAnswer.FLAG_FIRST));
    assertThat(other.blocks()).containsExactly(PatronBlock.RENEWAL_DENIED);
    assertThat(other.owed()).hasValueSatisfying(owed -> assertThat(owed.isZero()).isTrue());
    assertThat(other.charged()).isEmpty();
    assertThat(usual.holdsReady()).isEqualTo(3);
    assertThat(other.holdsReady()).isZero();
    assertThat(usual.holdsWaiting()).hasValue(1);
    assertThat(other.holdsWaiting()).isEmpty();
  }

  @Test
  void the_kind_of_patron_stands_in_the_field_that_the_site_names() {
    answer =
        "64              00120261124    090141000300000002000000000001AOMAIN|AA2000000417|AEx|BLY|"
            + "PCJ|PTjunior|";
    assertThat(account(USUAL.meaning().account()).kind()).isEmpty();
    for (String field : List.of("PC", "PT", "FU")) {
      AccountDialect usual = USUAL.meaning().account();
      AccountDialect named = usual.withClassField(Optional.of(field));
      Optional<String> kind =
          field.equals("PC")
              ? Optional.of("J")
              : field.equals("PT") ? Optional.of("junior") : Optional.empty();
      assertThat(account(named).kind()).as(field).isEqualTo(kind);
    }
  }

  private PatronLook account(AccountDialect account) {
    AnswerMeaning meaning = meaning(Set.of(), PinCheck.WITH_63, Optional.empty(), account);
    return switch (system(Changed.with(USUAL, "meaning", meaning)).patron(PATRON, PIN, true)) {
      case Answer.Accepted<PatronLook>(var look) -> look;
      case Answer<PatronLook> other -> throw new AssertionError(String.valueOf(other));
    };
  }
}
