package org.libstation.lab.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.libstation.lab.embedded.Library.card;
import static org.libstation.lab.embedded.Library.item;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.central.sip2.Sip2Dialect;

class LibraryCoreTest {
  private static final String FREE = "The time machine";
  private Library library;

  @BeforeEach
  void loggedIn() {
    library = Library.standard();
  }

  @AfterEach
  void closed() {
    library.close();
  }

  private void open(LibraryRules rules) {
    library.close();
    library = new Library(rules);
  }

  private List<LedgerAction> actions() {
    return library.tables().actions().from(0);
  }

  @Test
  void beforeALoginItHangsUp() {
    Reply reply =
        library.core().handle("9900802.00".getBytes(StandardCharsets.US_ASCII), new SessionState());
    assertThat(reply).isInstanceOf(Reply.HangUp.class);
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThat(library.say("9300CNstation2|COwrong|CP|")).isEqualTo("940");
    assertThat(library.say("9300CNnobody|CO|CP|")).isEqualTo("940");
    assertThat(library.say("9300CNstation1|COstation1|CP|")).isEqualTo("941");
  }

  @Test
  void theStatusTellsItsClockAndWhatItSupports() {
    assertThat(library.say("9900802.00"))
        .isEqualTo(
            "98YYYYNY05000320261125    1400002.00AOSEL|AMHarbourside Library|BXYYYNYYYYYYYNNYYN|"
                + "ANSEL-1|");
  }

  @Test
  void aRightTrailerIsAnsweredByATrailerAndAWrongOneBy96() {
    assertThat(library.say("9900802.00AY1AZFCA0")).matches("98.*AY1AZ[0-9A-F]{4}");
    assertThat(library.say("9900802.00AY1AZFCA1")).isEqualTo("96AZFEF6");
    assertThat(library.say("9900802.00AY1AZFC")).isEqualTo("96AZFEF6");
  }

  @Test
  void anUnsupportedMessageIsAnsweredBy96() {
    assertThat(library.say("6520261125    140000AOSEL|AA" + card(1) + "|AD|AC|BON|"))
        .isEqualTo("96");
    assertThat(library.say("hello")).isEqualTo("96");
  }

  @Test
  void aResendGivesTheLastAnswerAgain() {
    String first = library.look(item(FREE));
    assertThat(library.say("97")).isEqualTo(first);
  }

  @Test
  void anItemOnTheShelfIsLentForItsPeriodRolledOverClosedDays() {
    assertThat(library.look(item(FREE))).startsWith("1803").contains("|AJThe time machine|");
    // 25 November + 14 days = 9 December, a Wednesday
    assertThat(library.checkout(item(FREE), card(1), "4821"))
        .isEqualTo(
            "121NNY20261125    140000AOSEL|AA"
                + card(1)
                + "|AB"
                + item(FREE)
                + "|AJThe time machine|AH20261209    235900|CK001|");
    library.pass(Duration.ofDays(1));
    // 26 November + 14 days = 10 December, a Thursday: closed
    assertThat(library.checkout(item("Typhoon and other stories"), card(1)))
        .contains("|AH20261211    235900|");
    assertThat(library.look(item(FREE))).startsWith("1804").contains("AH20261209    235900|");
    assertThat(library.patron(card(1), "4821", "  Y       "))
        .startsWith("64              001")
        .contains("|CQY|")
        .contains("|AU" + item(FREE) + "|AU" + item("Typhoon and other stories") + "|");
  }

  @Test
  void aDiscAndANewBookHaveShorterPeriods() {
    assertThat(library.checkout(item("Folk songs of the coast"), card(1)))
        .contains("AH20261202    235900|CK006|");
    assertThat(library.checkout(item("Cooler cities"), card(1))).contains("AH20261202    235900|");
  }

  @ParameterizedTest
  @CsvSource({
    "4, Too much is owed",
    "5, Too much is owed",
    "7, Card has expired",
    "9, Loan limit reached",
    "14, Card was reported lost",
    "17, Items are long overdue",
    "22, Loan limit reached",
    "27, Account is blocked",
  })
  void aPatronWithAProblemIsRefusedWithItsReason(int patron, String words) {
    assertThat(library.checkout(item(FREE), card(patron)))
        .startsWith("120N")
        .contains("|AH|AF" + words + "|BLY|");
    assertThat(library.look(item(FREE))).startsWith("1803");
    assertThat(actions()).singleElement().matches(action -> !action.done());
  }

  @ParameterizedTest
  @CsvSource({
    "4, 'YYYY      Y   '",
    "7, 'YYYY          '",
    "9, '     Y        '",
    "14, 'YYYYY         '",
    "17, 'YYYY  Y       '",
    "6, '              '",
    "8, '              '",
    "10, '              '",
  })
  void thePatronStatusSaysWhatIsWrong(int patron, String status) {
    assertThat(library.patron(card(patron), "", " ".repeat(10))).startsWith("64" + status + "001");
  }

  @Test
  void thePatronWithOneLoanLeftGetsItAndNoMore() {
    assertThat(library.checkout(item(FREE), card(10))).startsWith("121");
    assertThat(library.checkout(item("Typhoon and other stories"), card(10)))
        .contains("AFLoan limit reached");
  }

  @Test
  void anUnknownCardAWrongPinAndAnUnknownItemAreTold() {
    assertThat(library.checkout(item(FREE), "29999999999999"))
        .startsWith("120")
        .contains("|AFCard not known|BLN|");
    assertThat(library.checkout(item(FREE), card(1), "9999")).contains("|AFWrong PIN|BLY|CQN|");
    assertThat(library.checkout("39999999999999", card(1))).contains("|AFItem not known|");
    assertThat(library.look("39999999999999")).startsWith("180101").contains("|AJ|");
    assertThat(library.patron("29999999999999", "", " ".repeat(10)))
        .startsWith("64YYYY          ")
        .contains("|BLN|");
    assertThat(library.patron(card(1), "0000", " ".repeat(10))).contains("|CQN|");
  }

  @Test
  void referenceBooksAndAdultBooksForChildrenStay() {
    assertThat(library.checkout(item("Atlas of the world"), card(1))).contains("AFNot for loan");
    assertThat(library.checkout(item("Lady Chatterley's lover"), card(21))).contains("AFAge limit");
    assertThat(library.checkout(item("Lady Chatterley's lover"), card(1))).startsWith("121");
  }

  @Test
  void anItemOnLoanToAnotherIsRefused() {
    assertThat(library.checkout(item("Jane Eyre"), card(1)))
        .contains("AFItem is on loan to another reader");
  }

  @Test
  void aRepeatedCheckoutIsRefusedOrARenewalByTheRules() {
    library.checkout(item(FREE), card(1));
    assertThat(library.checkout(item(FREE), card(1)))
        .startsWith("120N")
        .contains("AFItem is on loan to this card already");
    open(LibraryRules.standard().withDialect(Library.RENEWING));
    library.checkout(item(FREE), card(1));
    library.pass(Duration.ofDays(2));
    assertThat(library.checkout(item(FREE), card(1))).startsWith("121Y");
    assertThat(library.tables().loans().openOf(item(FREE)).orElseThrow().renewals()).isEqualTo(1);
    assertThat(actions().getLast().kind()).isEqualTo("renewal");
  }

  @Test
  void aReturnEndsTheLoanNamesItsOwnChargeAndItsBin() {
    library.checkout(item(FREE), card(1));
    assertThat(library.checkin(item(FREE)))
        .isEqualTo(
            "101YNN20261125    140000AOSEL|AB"
                + item(FREE)
                + "|AQSEL-1|AJThe time machine|CL1|AA"
                + card(1)
                + "|CK001|CSFIC WEL|BHHKD|BV0.00|");
    assertThat(library.checkin(item(FREE)))
        .startsWith("100YNY")
        .contains("|AFItem not checked out|")
        .doesNotContain("|AA");
    assertThat(library.checkin("39999999999999")).startsWith("100").contains("|CV99|");
  }

  @Test
  void anOverdueLoanIsChargedWithoutClosedDaysAndWithTheDiscCountedApart() {
    // lent on 5 November, due on the 19th, a Thursday: rolled to the 20th; 21 to 25 November = 5
    // days
    String withDisc = item("普通话正音(附光盘)");
    assertThat(library.tables().loans().openOf(withDisc).orElseThrow().due())
        .isEqualTo(LocalDateTime.of(2026, 11, 20, 23, 59));
    assertThat(library.checkin(withDisc)).contains("|BHHKD|BV15.00|");
    Charge charge = library.tables().charges().all().getLast();
    assertThat(charge.explanation())
        .isEqualTo("5 days x 2 items x HKD 1.50; calendar embedded-2026-1; policy embedded-1");
    assertThat(library.patron(card(25), "", "   Y      "))
        .contains("|BHHKD|BV15.00|")
        .contains("|AV" + charge.number() + " HKD 15.00 overdue " + withDisc + "|");
  }

  @Test
  void aChildrensBookCostsItsOwnRateAndThursdaysAreNotCounted() {
    library.pass(Duration.ofDays(2));
    // lent on 5 November, due on the 20th; 21 to 27 November without Thursday the 26th = 6 days
    assertThat(library.checkin(item("The wind in the willows"))).contains("BV3.00|");
    assertThat(library.tables().charges().all().getLast().explanation())
        .startsWith("6 days x HKD 0.50; 1 not counted (weekly);");
  }

  @Test
  void aBackdatedReturnIsCountedFromItsMoment() {
    library.pass(Duration.ofDays(3));
    assertThat(
            library.checkin(
                item("The wind in the willows"),
                Optional.of(LocalDateTime.of(2026, 11, 21, 23, 50))))
        .contains("BV0.50|");
    assertThat(library.tables().loans().all())
        .anyMatch(
            loan ->
                loan.returnedAt()
                    .map(at -> at.toString().startsWith("2026-11-21T23:50"))
                    .orElse(false));
  }

  @Test
  void aReturnDatedBeforeTheLoanOrInTheFutureIsBroughtIntoRange() {
    library.checkout(item(FREE), card(1));
    library.checkin(item(FREE), Optional.of(LocalDateTime.of(2020, 1, 1, 0, 0)));
    library.checkout(item(FREE), card(1));
    library.checkin(item(FREE), Optional.of(LocalDateTime.of(2030, 1, 1, 0, 0)));
    assertThat(
            library.tables().loans().all().stream().filter(loan -> loan.item().equals(item(FREE))))
        .hasSize(2)
        .allSatisfy(
            loan ->
                assertThat(loan.returnedAt().orElseThrow().toLocalDate())
                    .isEqualTo(Library.OPENING_DAY));
  }

  @Test
  void aRenewalRunsFromTheDayOfRenewalUntilTheMaximum() {
    assertThat(library.renew(item("The hound of the Baskervilles"), card(2)))
        .contains("AFItem is reserved for another reader");
    library.pass(Duration.ofDays(2));
    assertThat(library.renew(item("三國演義"), card(2)))
        .startsWith("301Y")
        .contains("AH20261211    235900|");
    assertThat(library.renew(item("老火湯水百選"), card(19))).contains("AFNo more renewals");
    assertThat(library.renew(item("三國演義"), card(1)))
        .startsWith("300N")
        .contains("AFItem is not on loan to this card");
    library.checkout(item("Cooler cities"), card(1));
    assertThat(library.renew(item("Cooler cities"), card(1))).contains("AFNo more renewals");
  }

  @Test
  void anOverdueLoanThatIsRenewedKeepsTheFineItHad() {
    String overdue = item("徐霞客游记选");
    // lent on 9 November, due on the 23rd; renewed on the 25th: 24 and 25 count
    assertThat(library.renew(overdue, card(18))).startsWith("301");
    assertThat(library.checkin(overdue)).contains("BV3.00|");
  }

  @Test
  void aHeldItemGoesToItsReaderOnly() {
    String held = item("邊城");
    assertThat(library.look(held)).startsWith("1808").contains("CF1|");
    assertThat(library.checkout(held, card(1))).contains("AFItem is reserved for another reader");
    assertThat(library.patron(card(11), "", "Y         ")).contains("|AS" + held + "|");
    assertThat(library.checkout(held, card(11))).startsWith("121");
    assertThat(library.look(held)).startsWith("1804").contains("CF0|");
  }

  @Test
  void aReturnedItemIsCaughtForTheOldestHoldAndSaysSoAgainWhenRepeated() {
    String wanted = item("駱駝祥子");
    String first = library.checkin(wanted);
    assertThat(first)
        .startsWith("101YNY")
        .contains("|CL9|")
        .contains("|CTSEL-1|CV01|CY" + card(12) + "|");
    assertThat(library.checkin(wanted)).startsWith("100YNY").contains("|CV01|");
    assertThat(library.checkout(wanted, card(12))).startsWith("121");
  }

  @Test
  void moneyIsTakenOnceForEachRequestAndNeverMoreThanIsOwed() {
    String pay = "3720261125    1400000400HKDBV5.00|AOSEL|AA" + card(6) + "|AC|AD|BKstation2-1|";
    assertThat(library.say(pay))
        .isEqualTo("38Y20261125    140000AOSEL|AA" + card(6) + "|BKstation2-1|");
    assertThat(library.say(pay)).startsWith("38Y");
    assertThat(library.say(pay)).startsWith("38N").contains("AFAmount does not fit what is owed");
    assertThat(library.patron(card(6), "", " ".repeat(10))).contains("|BV2.00|");
  }

  @Test
  void aDialectMayHaveTheDateOfAPaymentsAnswerFirst() {
    Sip2Dialect dialect = LibraryDialects.embedded();
    Sip2Dialect.AnswerMeaning meaning = dialect.meaning();
    open(
        LibraryRules.standard()
            .withDialect(
                dialect.withMeaning(
                    meaning.withAccount(
                        meaning
                            .account()
                            .withPaymentAnswer(Sip2Dialect.PaymentAnswer.DATE_FIRST)))));
    String pay = "3720261125    1400000400HKDBV5.00|AOSEL|AA" + card(6) + "|AC|AD|BKstation2-1|";
    assertThat(library.say(pay))
        .isEqualTo("3820261125    140000YAOSEL|AA" + card(6) + "|BKstation2-1|");
  }

  @Test
  void everyActingRequestIsLoggedWithStationAndNeverChanged() {
    library.checkout(item(FREE), card(1));
    library.look(item(FREE));
    library.core().counterReturn(item(FREE));
    assertThat(actions())
        .extracting(LedgerAction::kind, LedgerAction::station, LedgerAction::done)
        .containsExactly(tuple("checkout", "station2", true), tuple("checkin", "counter", true));
    assertThatThrownBy(() -> library.tables().database().update("delete from action"))
        .isInstanceOf(LedgerException.class);
  }

  @Test
  void theSequenceNumberIsLogged() {
    byte[] line =
        Sip2Lines.withTrailer(
            "11NN20261125    140000"
                + " ".repeat(18)
                + "AOSEL|AA"
                + card(1)
                + "|AB"
                + item(FREE)
                + "|AC|AD|BON|",
            7);
    SessionState session = new SessionState();
    session.loggedIn("station1");
    library.core().handle(line, session);
    assertThat(actions()).singleElement().matches(action -> action.sequence().getAsInt() == 7);
  }

  @Test
  void theSeededLoansMatchTheirDescription() {
    assertThat(library.tables().loans().openOfCard(card(9))).hasSize(10);
    assertThat(library.tables().loans().openOfCard(card(10))).hasSize(9);
    assertThat(library.tables().loans().openOfCard(card(22))).hasSize(6);
    assertThat(library.tables().loans().openOfCard(card(19)).getFirst().renewals()).isEqualTo(5);
    assertThat(library.tables().loans().allOpen())
        .allSatisfy(
            loan -> assertThat(loan.lentAt().toLocalDate()).isBefore(LocalDate.of(2026, 11, 25)));
  }
}
