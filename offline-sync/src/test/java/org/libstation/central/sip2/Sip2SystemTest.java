package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.central.sip2.FarEnd.ay;
import static org.libstation.central.sip2.FarEnd.say;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.central.CentralSystem;
import org.libstation.central.CentralSystem.CheckinResult;
import org.libstation.central.CentralSystem.CheckoutResult;
import org.libstation.central.CentralSystem.Status;
import org.libstation.central.sip2.Sip2Dialect.PinCheck;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CentralWords;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.WasOnLoan;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.testkit.Changed;
import org.slf4j.LoggerFactory;

/// What each answer of a central system becomes, field by field.
final class Sip2SystemTest {

  private static final ItemId ITEM = new ItemId("3100000000222");
  private static final PatronId PATRON = new PatronId("2000000417");
  private static final Optional<Pin> PIN = Optional.of(new Pin("4821"));
  private static final OffsetDateTime RETURNED = OffsetDateTime.parse("2026-11-24T09:15:00+01:00");
  private static final String LENT =
      "121NNY20261124    091140AOMAIN|AA2000000417|AB3100000000222|AJThe lighthouse at Kråkøy"
          + "|AH20261215    235900|CK001|";

  private static final Sip2Dialect DIALECT =
      LibraryDialects.generic()
          .withLogin(Sip2Dialect.Sip2Login.byMessage("kiosk1", "hedgehog7", "foyer"))
          .withPlace(
              new Sip2Dialect.StationLocation(
                  "MAIN", "FOYER", ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR"), "001"));

  private String answer = "";
  private final VirtualWire wire =
      new VirtualWire(FarEnd.ready(line -> List.of(say(answer, ay(line)))));
  private CentralSystem system = new Sip2System(wire, DIALECT, wire);

  private Answer<CheckoutResult> checkout(String body) {
    answer = body;
    return system.checkout(ITEM, PATRON, PIN);
  }

  private Answer<CheckinResult> checkin(String body) {
    answer = body;
    return system.checkin(ITEM, RETURNED);
  }

  private static <T> T accepted(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Accepted.class);
    return ((Answer.Accepted<T>) answer).value();
  }

  private static RefusalReason refused(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).refusal().reason();
  }

  @Test
  void a_checkout_asks_for_no_renewal_and_no_block_in_the_central_systems_time() {
    CheckoutResult loan = accepted(checkout(LENT));

    assertThat(wire.heard.getLast())
        .startsWith(
            "11NN20261124    100000                  AOMAIN|AA2000000417|AB3100000000222|AC|AD"
                + "|BON|AY2AZ");
    assertThat(loan.title()).isEqualTo("The lighthouse at Kråkøy");
    assertThat(loan.due().at()).hasValue(LocalDateTime.of(2026, 12, 15, 23, 59));
    assertThat(loan.renewed()).isFalse();
    assertThat(loan.bit()).isEqualTo(SecurityBitRule.MAY_CLEAR);
  }

  /// The server may act on the 11 later. So the call ends at once, in doubt, and the settling
  /// looks.
  @Test
  void after_a_96_an_11_is_in_doubt_and_nothing_more_is_sent() {
    List<String> codes = new ArrayList<>();
    VirtualWire busy =
        new VirtualWire(
            FarEnd.ready(
                line -> {
                  codes.add(line.substring(0, 2));
                  return List.of(new FarEnd.Step.Say("96AZFEF6\r"));
                }));

    assertThat(new Sip2System(busy, DIALECT, busy).checkout(ITEM, PATRON, PIN))
        .isInstanceOf(Answer.Unknown.class);
    assertThat(codes).containsExactly("11");
  }

  @Test
  void a_loan_renewed_by_mistake_is_told() {
    assertThat(accepted(checkout(LENT.replace("121NNY", "121YNY"))).renewed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "121NNY,'',MAY_CLEAR",
    "121NNU,'',MAY_CLEAR",
    "121NNN,'',KEEP",
    "121NNY,CIY|,KEEP",
    "121NNY,CIN|,MAY_CLEAR"
  })
  void the_security_bit_is_cleared_only_when_told(String head, String more, SecurityBitRule bit) {
    assertThat(accepted(checkout(LENT.replace("121NNY", head) + more)).bit()).isEqualTo(bit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB3100000000223|", "AB|", "XX|"})
  void an_answer_about_another_or_no_item_is_in_doubt_and_the_connection_is_dropped(String ab) {
    assertThat(checkout(LENT.replace("AB3100000000222|", ab))).isInstanceOf(Answer.Unknown.class);
    assertThat(wire.isOpen()).isFalse();
  }

  @Test
  void an_answer_about_another_patron_is_in_doubt() {
    assertThat(checkout(LENT.replace("AA2000000417", "AA2000000418")))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void a_refusal_about_another_item_is_in_doubt_too() {
    assertThat(checkout("120NUN20261124    091201AOMAIN|AA2000000417|AB31|AJ|AH|AFNo|"))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void an_ok_that_cannot_be_read_is_in_doubt() {
    assertThat(checkout(LENT.replace("121NNY", "12 NNY"))).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void the_echo_is_compared_trimmed_and_without_regard_to_case() {
    answer = "1803020120261124    091101AB ab12 |AJGardens of salt|";

    assertThat(system.look(new ItemId("AB12"))).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void a_refusal_without_an_echo_counts_only_where_the_site_says_so() {
    String bare = "300NUU20261124    234534AOMAIN|AJ|AFItem has reached maximum renewals|";
    answer = bare;
    assertThat(system.renew(ITEM, PATRON, PIN)).isInstanceOf(Answer.Unknown.class);

    Sip2Dialect.AnswerMeaning meaning = DIALECT.meaning();
    system =
        new Sip2System(
            wire, Changed.with(DIALECT, "meaning", meaning.withRefusalMayOmitEcho(true)), wire);
    assertThat(refused(system.renew(ITEM, PATRON, PIN))).isEqualTo(RefusalReason.NO_MORE_RENEWALS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "AFItem checked out to another patron|BLY|; ON_LOAN_TO_ANOTHER",
        "AFThis item is reserved for another reader|BLY|; HELD_FOR_ANOTHER",
        "AFItem is on hold shelf for another patron.|; HELD_FOR_ANOTHER",
        "AFItem has reached maximum renewals|; NO_MORE_RENEWALS",
        "AFNO_MORE_RENEWALS|; NO_MORE_RENEWALS",
        "AFItem not checked out to Björn Lindqvist|; NOT_YOUR_LOAN",
        "AFInvalid Item|BLY|; UNKNOWN_ITEM",
        "AFInvalid Item Barcode|; UNKNOWN_ITEM",
        "AFItem with identifier 'NOPE' not found|; UNKNOWN_ITEM",
        "AFFailed to perform request: 422 Unprocessable Entity|AFTitle Not Found|; UNKNOWN_ITEM",
        "AFInvalid Patron|BLN|; UNKNOWN_PATRON",
        "AFInvalid PIN|; WRONG_PIN",
        "AFPatron Blocked|BLY|CQN|; PATRON_BLOCKED",
        "AFPatron debarred|; PATRON_BLOCKED",
        "AFPatron expired on 2026-10-31|; CARD_EXPIRED",
        "AFPatron has fines|; OWES_TOO_MUCH",
        "AFPlease pay your fees|; OWES_TOO_MUCH",
        "AFPatron has overdue items|; HAS_OVERDUES",
        "AFPatron card is lost|; CARD_LOST",
        "AFToo many items on loan|; LIMIT_REACHED",
        "AFItem not for loan|; NOT_FOR_LOAN",
        "AFAge restriction|; AGE_LIMIT",
        "AFItem not known|; UNKNOWN_ITEM",
        "AFCard not known|BLN|; UNKNOWN_PATRON",
        "AFWrong PIN|CQN|; WRONG_PIN",
        "AFCard was reported lost|; CARD_LOST",
        "AFCard has expired|; CARD_EXPIRED",
        "AFAccount is blocked|; PATRON_BLOCKED",
        "AFToo much is owed|; OWES_TOO_MUCH",
        "AFItems are long overdue|; HAS_OVERDUES",
        "AFLoan limit reached|; LIMIT_REACHED",
        "AFItem is reserved for another reader|; HELD_FOR_ANOTHER",
        "AFItem is on loan to another reader|; ON_LOAN_TO_ANOTHER",
        "AFNot for loan, for use in the library only|; NOT_FOR_LOAN",
        "AFAge limit, the item is for adult readers|; AGE_LIMIT",
        "AFNo more renewals|; NO_MORE_RENEWALS",
        "AFItem is not on loan to this card|; NOT_YOUR_LOAN",
        "AFItem not checked out|; NOT_YOUR_LOAN",
        "BT06|BHEUR|BV1.50|BLY|; FEE_TO_CONFIRM",
        "BLN|; UNKNOWN_PATRON",
        "CQN|BLY|; WRONG_PIN",
        "AFFailed to perform request: 422 Unprocessable Entity|; OTHER",
        "AF6|; OTHER",
        "''; OTHER"
      })
  void a_refusal_has_a_reason(String more, RefusalReason reason) {
    Answer<CheckoutResult> refusal =
        checkout(
            "120NUN20261124    091201AOMAIN|AA2000000417|AB3100000000222|AJBread and winter|AH|"
                + more);

    assertThat(refused(refusal)).isEqualTo(reason);
  }

  @Test
  void a_refusal_keeps_the_words_of_the_rule_that_knew_it_and_none_of_the_systems() {
    system =
        new Sip2System(wire, Changed.with(DIALECT, "meaning", knowing("One( .*)?", "One")), wire);

    assertThat(((Answer.Refused<CheckoutResult>) refusing("AFOne|AFTwo|")).refusal())
        .isEqualTo(new Refusal(RefusalReason.AGE_LIMIT, CentralWords.ofRule("One")));
    assertThat(((Answer.Refused<CheckoutResult>) refusing("AFThree|AFTwo|")).refusal())
        .isEqualTo(Refusal.of(RefusalReason.OTHER));
  }

  private Answer<CheckoutResult> refusing(String words) {
    return checkout("120NUN20261124    091201AOMAIN|AA2000000417|AB3100000000222|AJ|AH|" + words);
  }

  private static Sip2Dialect.AnswerMeaning knowing(String text, String says) {
    Sip2Dialect.AnswerMeaning usual = DIALECT.meaning();
    return usual.withRefusals(
        List.of(new RefusalRule(text, RefusalReason.AGE_LIMIT, Optional.of(says))));
  }

  @Test
  void a_return_carries_its_moment_in_the_central_systems_zone() {
    Answer<CheckinResult> back =
        checkin(
            "101YNN20261124    091500AOMAIN|AB3100000000222|AQMAIN|AJGardens of salt|CL1"
                + "|AA2000000417|CK001|");

    assertThat(wire.heard.getLast())
        .startsWith("09N20261124    10000020261124    091500APFOYER|AOMAIN|AB3100000000222|AC|AY");
    assertThat(accepted(back))
        .isEqualTo(
            new CheckinResult(
                "Gardens of salt",
                Optional.of("1"),
                false,
                false,
                WasOnLoan.YES,
                Optional.empty(),
                Optional.of(new PatronId("2000000417"))));
  }

  @Test
  void a_return_caught_for_a_hold_says_so_without_a_person() {
    CheckinResult back =
        accepted(
            checkin(
                "100YNY20261124    091511AOMAIN|AB3100000000222|AQMAIN|AJTundra songs|CL9|CK006"
                    + "|CTWEST|CY2000000417|DASandvik, Marit|CV02|AFItem not checked out|"));

    assertThat(back.wasOnLoan()).isEqualTo(WasOnLoan.NO);
    assertThat(back.alert()).isTrue();
    assertThat(back.held()).isTrue();
    assertThat(back.toString()).doesNotContain("Sandvik", "2000000417");
  }

  @ParameterizedTest
  @CsvSource({"01,true", "02,true", "03,true", "04,false", "99,false", "'',false"})
  void the_alert_type_tells_a_hold(String type, boolean hold) {
    CheckinResult back =
        accepted(
            checkin(
                "101YNY20261124    091511AOMAIN|AB3100000000222|AJTundra songs|CV" + type + "|"));

    assertThat(back.held()).isEqualTo(hold);
  }

  @Test
  void nothing_on_loan_is_no_refusal_however_it_is_said() {
    assertThat(
            accepted(
                    checkin(
                        "100YNY20261124    091535AOMAIN|AB3100000000222|AQMAIN|AJGardens of salt"
                            + "|AFItem not checked out|"))
                .wasOnLoan())
        .isEqualTo(WasOnLoan.NO);
    assertThat(
            accepted(
                    checkin(
                        "100YNN20261124    230943AOMAIN|AB3100000000222|AQ|AJDemo title 01|CK001|"))
                .wasOnLoan())
        .isEqualTo(WasOnLoan.NO);
  }

  @Test
  void a_return_that_is_not_taken_is_refused() {
    assertThat(
            refused(
                checkin("100NUY20261124    1515 0AOMAIN|AB3100000000222|CV99|AJ|AFInvalid Item|")))
        .isEqualTo(RefusalReason.UNKNOWN_ITEM);
    assertThat(refused(checkin("100NUN20261124    234534AOMAIN|AB3100000000222|AQ|CV|CT|")))
        .isEqualTo(RefusalReason.OTHER);
  }

  @Test
  void the_charge_of_a_loan_is_read_only_where_the_dialect_names_it() {
    String body = "101YNN20261124    091500AOMAIN|AB3100000000222|AJSalt|AA20|BV4.50|BHHKD|";
    assertThat(accepted(checkin(body)).charge()).isEmpty();

    system = new Sip2System(wire, LibraryDialects.embedded(), wire);
    assertThat(accepted(checkin(body)).charge()).hasValue(Money.of(450, "HKD"));
  }

  @Test
  void a_look_tells_title_status_due_date_and_queue() {
    answer =
        "1804020120261124    091109CF1|AH20261205    235900|AB3100000000222|AJGardens of salt"
            + "|CK001|CHtape|";

    ItemLook look = accepted(system.look(ITEM));

    assertThat(look.status()).isEqualTo(CirculationStatus.CHARGED);
    assertThat(look.due().orElseThrow().at()).hasValue(LocalDateTime.of(2026, 12, 5, 23, 59));
    assertThat(look.holdQueue()).isEqualTo(1);
    assertThat(look.mediaType()).hasValue("001");
    assertThat(look.properties()).as("free text, which is not ours to keep").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1801010120261124    091120AB3100000000222|AJ|",
        "1801000120261124    091120AB3100000000222|AJUnknown|AFItem does not exist|"
      })
  void an_unknown_item_is_told_in_two_ways(String body) {
    answer = body;

    assertThat(refused(system.look(ITEM))).isEqualTo(RefusalReason.UNKNOWN_ITEM);
  }

  @Test
  void a_look_with_an_empty_echo_is_no_look() {
    answer = "1803020120261124    091101AB|AJ|";

    assertThat(system.look(ITEM)).isInstanceOf(Answer.NotSent.class);
  }

  @Test
  void a_text_that_a_rule_knows_whole_says_why_and_one_that_it_knows_in_part_does_not() {
    String head =
        "64YYYY          00120261124    091002000000000000000000000000AOMAIN|AA2000000417|";
    answer = head + "AEOtto Brandl|BLY|CQY|AFYour card has expired.|";
    assertThat(accepted(system.patron(PATRON, PIN, false)).reasons())
        .containsExactly(RefusalReason.CARD_EXPIRED);
    answer = head + "AEOtto Brandl|BLY|CQY|AFGreetings from Koha.  -- Patron owes 0.75|";
    assertThat(accepted(system.patron(PATRON, PIN, false)).reasons()).isEmpty();
  }

  @Test
  void a_patron_is_read_without_name_or_address() {
    answer =
        "64YYYY      YY  00120261124    091002000200010003000200000000AOMAIN|AA2000000417"
            + "|AEOtto Brandl|CB0030|BLY|CQY|BHEUR|BV14.50|CC10.00|AU31|AU32|AU33|BDHome|BEo@x|";

    PatronLook patron = accepted(system.patron(PATRON, PIN, true));

    assertThat(wire.heard.getLast())
        .startsWith("6300120261124    100000  Y       AOMAIN|AA2000000417|AC|AD|AY");
    assertThat(patron.blocks())
        .containsExactlyInAnyOrder(
            PatronBlock.CHARGE_DENIED,
            PatronBlock.RENEWAL_DENIED,
            PatronBlock.RECALL_DENIED,
            PatronBlock.HOLD_DENIED,
            PatronBlock.EXCESSIVE_FINES,
            PatronBlock.EXCESSIVE_FEES);
    assertThat(patron.chargedCount()).isEqualTo(OptionalInt.of(3));
    assertThat(patron.overdueCount()).isEqualTo(OptionalInt.of(1));
    assertThat(patron.chargedLimit()).isEqualTo(OptionalInt.of(30));
    assertThat(patron.holdsReady()).isEqualTo(2);
    assertThat(patron.owed()).hasValue(Money.of(1450, "EUR"));
    assertThat(patron.charged().orElseThrow()).hasSize(3);
    assertThat(patron.toString()).doesNotContain("Otto", "Home", "o@x", "2000000417");
  }

  @Test
  void a_list_of_loans_shorter_than_its_count_proves_nothing() {
    answer =
        "64              00120261124   "
            + " 091002000000000003000000000000AOMAIN|AA2000000417|AE|BLY|AU31|";

    assertThat(accepted(system.patron(PATRON, PIN, true)).charged()).isEmpty();
  }

  @Test
  void a_pin_that_was_not_sent_was_not_judged() {
    answer =
        "64              00120261124   "
            + " 091002000000000000000000000000AOMAIN|AA2000000417|AE|BLY|CQN|";

    assertThat(accepted(system.patron(PATRON, Optional.empty(), false)).pinRight()).isEmpty();
    assertThat(accepted(system.patron(PATRON, PIN, false)).pinRight()).hasValue(false);
  }

  @Test
  void a_missing_cq_is_not_verified() {
    answer =
        "64              00120261124    091002000000000000000000000000AOMAIN|AA2000000417|AE|BLY|";

    assertThat(accepted(system.patron(PATRON, PIN, false)).pinRight()).isEmpty();
  }

  @Test
  void a_pin_goes_over_the_wire_once_with_the_message_that_verifies_it() {
    answer =
        "64              00120261124   "
            + " 091002000000000000000000000000AOMAIN|AA2000000417|AE|BLY|CQY|";
    assertThat(accepted(system.patron(PATRON, PIN, false)).pinRight()).hasValue(true);
    assertThat(accepted(system.patron(PATRON, PIN, true)).known()).isTrue();
    assertThat(accepted(checkout(LENT)).renewed()).isFalse();

    assertThat(wire.heard.stream().filter(line -> line.contains("4821"))).hasSize(1);
  }

  @Test
  void a_pin_is_verified_by_23_where_the_dialect_says_so() {
    VirtualWire asked =
        new VirtualWire(
            FarEnd.ready(
                line ->
                    List.of(
                        say(
                            line.startsWith("63")
                                ? "64              00120261124    091002000000000000000000000000"
                                    + "AOMAIN|AA2000000417|AE|BLY|CQN|"
                                : "24              00120261124   "
                                    + " 091002AOMAIN|AA2000000417|AE|CQY|",
                            ay(line)))));
    system = new Sip2System(asked, with(meaning(PinCheck.WITH_23, false)), asked);

    assertThat(accepted(system.patron(PATRON, PIN, false)).pinRight()).hasValue(true);
    assertThat(asked.heard.get(2)).startsWith("63").contains("|AD|");
    assertThat(asked.heard.get(3)).startsWith("23").contains("|AD4821|");
  }

  @Test
  void a_pin_goes_with_the_loan_too_where_the_central_system_needs_it() {
    system = new Sip2System(wire, with(meaning(PinCheck.WITH_63, true)), wire);

    assertThat(accepted(checkout(LENT)).renewed()).isFalse();
    assertThat(wire.heard.getLast()).startsWith("11").contains("|AD4821|");
  }

  /// The far end may have counted a wrong PIN before it hung up.
  @Test
  void a_pin_is_never_sent_again_after_the_far_end_hung_up() {
    VirtualWire rude =
        new VirtualWire(
            FarEnd.ready(
                line ->
                    line.startsWith("17")
                        ? List.of(say("1803020120261124    091101AB3100000000222|AJx|", ay(line)))
                        : List.of(new FarEnd.Step.HangUp())));
    system = new Sip2System(rude, DIALECT, rude);
    assertThat(system.look(ITEM)).isInstanceOf(Answer.Accepted.class);

    assertThat(system.patron(PATRON, PIN, false)).isInstanceOf(Answer.NotSent.class);
    assertThat(rude.heard.stream().filter(line -> line.startsWith("63"))).hasSize(1);
  }

  private static Sip2Dialect.AnswerMeaning meaning(PinCheck pinCheck, boolean needsPin) {
    Sip2Dialect.AnswerMeaning usual = DIALECT.meaning();
    return usual.with(
        c -> c.pinFor(needsPin ? Set.of("11", "29", "63") : Set.of()).pinCheck(pinCheck));
  }

  private static Sip2Dialect with(Sip2Dialect.AnswerMeaning meaning) {
    return Changed.with(DIALECT, "meaning", meaning);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BV1E999999999|", "BVfree|", "BV|", "BV1.00|BHX|"})
  void an_amount_that_is_none_is_not_known(String amount) {
    answer =
        "64              00120261124    091002000000000000000000000000AOMAIN|AA2000000417|AE|BLY|"
            + amount;

    assertThat(accepted(system.patron(PATRON, PIN, false)).owed()).isEmpty();
  }

  @Test
  void the_clock_of_the_central_system_is_compared_in_its_own_zone() {
    assertThat(statusAt("20261124    100007").difference()).hasValue(Duration.ofSeconds(7));
    assertThat(statusAt("20261124   Z085900").difference()).hasValue(Duration.ofMinutes(-1));
    assertThat(statusAt("                  ").difference()).isEmpty();
    assertThat(statusAt("20261124    180000").difference()).hasValue(Duration.ofHours(8));
  }

  private Status statusAt(String at) {
    VirtualWire clockwork =
        new VirtualWire(
            line ->
                List.of(
                    say(
                        line.startsWith("93")
                            ? "941"
                            : "98YYYYNY030003" + at + "2.00AOMAIN|AMLindenhof City Library|",
                        ay(line))));
    return accepted(new Sip2System(clockwork, DIALECT, clockwork).status());
  }

  @Test
  void an_end_of_session_is_sent_only_on_an_open_connection() {
    system.endSession(PATRON);
    assertThat(wire.heard).isEmpty();

    assertThat(system.status()).isInstanceOf(Answer.Accepted.class);
    answer = "36Y20261124    091720AOMAIN|AA2000000417|";
    system.endSession(PATRON);
    assertThat(wire.heard.getLast()).startsWith("3520261124    100000AOMAIN|AA2000000417|AC|AD|AY");
  }

  @Test
  void nothing_secret_or_personal_reaches_the_log() {
    Logger logger = (Logger) LoggerFactory.getLogger(WireLog.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    logger.setLevel(Level.DEBUG);
    try {
      answer =
          "64              00120261124    091002000000000000000000000000AOMAIN|AA2000000417"
              + "|AEMarit Sandvik|BLY|CQY|BDHill 3|BEm@x|BF555|AFHello Marit|";
      assertThat(system.patron(PATRON, PIN, true)).isInstanceOf(Answer.Accepted.class);
      answer = "Marit Sandvik has no such item";
      assertThat(system.checkout(ITEM, PATRON, PIN)).isInstanceOf(Answer.Unknown.class);
    } finally {
      logger.detachAppender(lines);
      logger.setLevel(null);
    }

    String log =
        String.join("\n", lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    assertThat(log).contains("•••• 0417", "AOMAIN");
    assertThat(log)
        .doesNotContain("2000000417", "4821", "hedgehog7", "Marit", "Hill 3", "m@x", "555");
    assertThat(lines.list).allMatch(event -> event.getLevel() == Level.DEBUG);
  }
}
