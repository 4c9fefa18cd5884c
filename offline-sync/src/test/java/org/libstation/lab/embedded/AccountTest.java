package org.libstation.lab.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.lab.embedded.Library.card;
import static org.libstation.lab.embedded.Library.item;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libstation.central.CentralSystem.HoldPlaced;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2System;
import org.libstation.circulation.Answer;
import org.libstation.circulation.BlockReason;
import org.libstation.circulation.CentralWords;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.ChargesLook;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.testkit.Changed;

/// A patron's account over SIP2, answered from the embedded library's own ledger.
class AccountTest {
  private static final LibraryRules RULES = LibraryRules.standard();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Library.OPENING_DAY.atTime(14, 0).atZone(RULES.zone()).toInstant());

  private final LibraryTables tables = LibraryTables.memory(RULES, Library.OPENING_DAY);
  private final CoreWire wire = new CoreWire(new LibraryCore(tables, RULES, CLOCK));
  private Sip2System station =
      new Sip2System(
          wire,
          LibraryDialects.embedded(),
          new ManualStationClock(
              CLOCK.instant().atZone(RULES.zone()).toOffsetDateTime(), Duration.ZERO));

  @AfterEach
  void closed() {
    tables.close();
  }

  private static PatronId patron(int number) {
    return new PatronId(card(number));
  }

  private PatronAccount account(int number) {
    return accepted(station.account(patron(number), Optional.empty()));
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
  void chargesAreListedWithWhatEachIsForAndAddUp() {
    PatronAccount account = account(4);

    assertThat(account.look().owed()).contains(Money.of(8600, "HKD"));
    assertThat(account.charges())
        .extracting(ChargeLine::kind, ChargeLine::open)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                ChargeLine.ChargeReason.OVERDUE, Optional.of(Money.of(8600, "HKD"))));
    assertThat(account.chargesAddUp()).isTrue();
    assertThat(account.blocked()).containsExactly(BlockReason.OWES_TOO_MUCH);
    assertThat(account.messages()).isEmpty();
  }

  @Test
  void aFineOfALoanNamesItsItemAndTitle() {
    String late = item("徐霞客游记选");
    assertThat(
            station.checkin(
                new ItemId(late), CLOCK.instant().atZone(RULES.zone()).toOffsetDateTime()))
        .isInstanceOf(Answer.Accepted.class);

    assertThat(account(18).charges())
        .singleElement()
        .satisfies(
            charge -> {
              assertThat(charge.item()).contains(new ItemId(late));
              assertThat(charge.title()).contains("徐霞客游记选");
              assertThat(charge.kind()).isEqualTo(ChargeLine.ChargeReason.OVERDUE);
            });
  }

  @Test
  void holdsAreReadyWithADayOrWaiting() {
    assertThat(account(11).holds())
        .singleElement()
        .satisfies(
            hold -> {
              assertThat(hold.title()).isEqualTo("邊城");
              assertThat(hold.ready()).isTrue();
              assertThat(hold.pickUpBy().flatMap(DueDate::day))
                  .contains(Library.OPENING_DAY.minusDays(4).plusDays(TitleHold.SHELF_DAYS));
            });
    assertThat(account(12).holds())
        .extracting(HoldLine::title, HoldLine::ready)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("駱駝祥子", false),
            org.assertj.core.api.Assertions.tuple("The hound of the Baskervilles", false));
  }

  @Test
  void aWordToThePatronIsAMessageAndNoBlock() {
    PatronAccount account = account(8);

    assertThat(account.messages())
        .containsExactly(
            CentralWords.ofRule("Your card is valid for a few days more, see the counter"));
    assertThat(account.blocked()).isEmpty();
  }

  @Test
  void eachBlockedCardHasAPlainReasonAndNoRawText() {
    assertThat(account(7).blocked()).containsExactly(BlockReason.CARD_EXPIRED);
    assertThat(account(9).blocked()).containsExactly(BlockReason.LIMIT_REACHED);
    assertThat(account(14).blocked()).containsExactly(BlockReason.CARD_LOST);
    assertThat(account(17).blocked()).containsExactly(BlockReason.OVERDUE_ITEMS);
    assertThat(account(27).blocked()).containsExactly(BlockReason.ASK_STAFF);
    for (int number : new int[] {7, 9, 14, 17, 27}) {
      assertThat(account(number).messages()).isEmpty();
    }
  }

  @Test
  void aHoldIsPlacedOnceAndGivenUpOnce() {
    ItemId time = new ItemId(item("The time machine"));
    HoldPlaced placed = accepted(station.placeHold(time, patron(1), Optional.empty()));
    assertThat(placed.title()).isEqualTo("The time machine");
    assertThat(placed.queue()).hasValue(1);
    assertThat(refused(station.placeHold(time, patron(1), Optional.empty())))
        .isEqualTo(RefusalReason.ALREADY_HELD);

    HoldLine held = account(1).holds().getFirst();
    assertThat(held.isAbout(time, "The time machine")).isTrue();
    assertThat(accepted(station.cancelHold(held, patron(1), Optional.empty())).title())
        .isEqualTo("The time machine");
    assertThat(account(1).holds()).isEmpty();
    assertThat(refused(station.cancelHold(held, patron(1), Optional.empty())))
        .isEqualTo(RefusalReason.NO_SUCH_HOLD);
  }

  @Test
  void whoIsBlockedPlacesNoHold() {
    assertThat(
            refused(
                station.placeHold(
                    new ItemId(item("The time machine")), patron(4), Optional.empty())))
        .isEqualTo(RefusalReason.OWES_TOO_MUCH);
    assertThat(
            refused(station.placeHold(new ItemId("39999999999999"), patron(1), Optional.empty())))
        .isEqualTo(RefusalReason.UNKNOWN_ITEM);
  }

  @Test
  void aReadyCopyThatIsGivenUpGoesToTheNextWhoWaits() {
    ItemId copy = new ItemId(item("邊城"));
    HoldPlaced _ = accepted(station.placeHold(copy, patron(1), Optional.empty()));
    HoldPlaced _ =
        accepted(station.cancelHold(account(11).holds().getFirst(), patron(11), Optional.empty()));

    assertThat(account(1).holds())
        .singleElement()
        .satisfies(
            hold -> {
              assertThat(hold.ready()).isTrue();
              assertThat(hold.pickUpBy().flatMap(DueDate::day))
                  .contains(Library.OPENING_DAY.plusDays(TitleHold.SHELF_DAYS));
            });
  }

  @Test
  void whatIsPaidIsNotOwedAnyMoreAndMoreThanThatIsRefused() {
    Payment payment = Payment.ofWhatIsOwed("kiosk1-1", Money.of(8600, "HKD"));
    assertThat(accepted(station.pay(patron(4), payment)).reference()).contains("kiosk1-1");

    PatronAccount after = account(4);
    assertThat(after.look().owed()).contains(Money.of(0, "HKD"));
    assertThat(after.charges()).isEmpty();
    assertThat(after.blocked()).isEmpty();
    assertThat(station.pay(patron(4), payment)).isInstanceOf(Answer.Refused.class);
  }

  /// What a 37 may pay here is what its dialect says: a charge by name, a part of it, any amount.
  @Test
  void aChargeIsPaidByNameAndNoMoreThanIsOpenOfIt() {
    ChargesLook before = accepted(station.charges(patron(4), Optional.empty()));
    ChargeLine first = before.charges().getFirst();
    String number = first.id().orElseThrow();
    long open = first.open().orElseThrow().minor();
    assertThat(first.canBeNamed()).isTrue();

    assertThat(station.pay(patron(4), named("kiosk1-2", open + 1, number)))
        .isInstanceOf(Answer.Refused.class);
    assertThat(station.pay(patron(4), named("kiosk1-3", open - 1, number)))
        .isInstanceOf(Answer.Accepted.class);
    assertThat(accepted(station.charges(patron(4), Optional.empty())).open(number))
        .contains(Money.of(1, "HKD"));
    assertThat(station.pay(patron(4), named("kiosk1-4", 1, number)))
        .isInstanceOf(Answer.Accepted.class);

    ChargesLook after = accepted(station.charges(patron(4), Optional.empty()));
    assertThat(after.open(number)).isEmpty();
    assertThat(after.owed()).contains(Money.of(before.owed().orElseThrow().minor() - open, "HKD"));
  }

  private static Payment named(String reference, long amount, String charge) {
    return new Payment(reference, Money.of(amount, "HKD"), Optional.of(charge));
  }

  @Test
  void severalHundredLoansComeInPartsEachOnce() {
    List<String> lent = lend(patron(1), 340);
    wire.requests.clear();

    PatronLook look = accepted(station.patron(patron(1), Optional.empty(), true));

    assertThat(look.charged().orElseThrow().stream().map(ItemId::value))
        .containsExactlyInAnyOrderElementsOf(lent);
    assertThat(look.charged().orElseThrow()).doesNotHaveDuplicates();
    assertThat(wire.requests.stream().filter(line -> line.startsWith("63")))
        .hasSize(4)
        .first()
        .asString()
        .contains("|BP1|BQ100|");
  }

  @Test
  void aLoanThatIsReturnedBetweenTwoPartsLeavesTheListUnproven() {
    List<String> lent = lend(patron(1), 150);
    wire.before =
        request -> {
          if (request.contains("BP101")) {
            assertThat(wire.core.counterReturn(lent.getFirst())).isEqualTo("done");
          }
        };

    PatronLook look = accepted(station.patron(patron(1), Optional.empty(), true));

    assertThat(look.charged()).isEmpty();
  }

  @Test
  void aSystemThatSendsTheSamePartAgainIsAskedNoMore() {
    List<String> _ = lend(patron(1), 150);
    station =
        new Sip2System(
            wire.rewriting(line -> line.replaceAll("BP\\d+\\|BQ\\d+\\|", "BP1|BQ100|")),
            plainEmbedded(),
            new ManualStationClock(
                CLOCK.instant().atZone(RULES.zone()).toOffsetDateTime(), Duration.ZERO));
    wire.requests.clear();

    assertThat(accepted(station.patron(patron(1), Optional.empty(), true)).charged()).isEmpty();
    assertThat(wire.requests.stream().filter(line -> line.startsWith("63"))).hasSize(2);
  }

  private static Sip2Dialect plainEmbedded() {
    Sip2Dialect.WireDialect usual = LibraryDialects.embedded().wire();
    return Changed.with(
        LibraryDialects.embedded(),
        "wire",
        usual.with(c -> c.errorDetection(Sip2Dialect.ErrorDetection.NONE).trailerOptional(true)));
  }

  /// Copies of the stock, then others that only the loans know.
  private List<String> lend(PatronId patron, int count) {
    List<String> lent = new ArrayList<>();
    for (int number = 1; lent.size() < count; number++) {
      String barcode = Barcodes.item(number);
      if (tables.loans().openOf(barcode).isEmpty()) {
        Loan _ =
            tables
                .loans()
                .begin(
                    barcode,
                    patron.value(),
                    "counter",
                    CLOCK.instant().atZone(RULES.zone()).toOffsetDateTime(),
                    Library.OPENING_DAY.plusDays(14).atTime(23, 59));
        lent.add(barcode);
      }
    }
    assertThat(lent).hasSize(count);
    return lent;
  }

  /// The core at the other end of a wire without length.
  private static final class CoreWire implements Transport {
    private final LibraryCore core;
    private final List<String> requests = new ArrayList<>();
    private java.util.function.Consumer<String> before = _ -> {};
    private java.util.function.UnaryOperator<String> rewrite = line -> line;
    private SessionState session = new SessionState();
    private byte[] waiting = {};

    CoreWire(LibraryCore core) {
      this.core = core;
    }

    CoreWire rewriting(java.util.function.UnaryOperator<String> change) {
      rewrite = change;
      return this;
    }

    @Override
    public void open(Duration within) {
      session = new SessionState();
      waiting = new byte[0];
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      String line =
          rewrite.apply(
              new String(bytes, 0, bytes.length - 1, java.nio.charset.StandardCharsets.UTF_8));
      requests.add(line);
      before.accept(line);
      waiting =
          core.handle(line.getBytes(java.nio.charset.StandardCharsets.UTF_8), session)
              .line()
              .orElseThrow(() -> new IOException("it hung up"));
    }

    @Override
    public int read(byte[] buffer, Duration within) {
      int length = Math.min(buffer.length, waiting.length);
      System.arraycopy(waiting, 0, buffer, 0, length);
      waiting = java.util.Arrays.copyOfRange(waiting, length, waiting.length);
      return length;
    }

    @Override
    public void close() {
      waiting = new byte[0];
    }
  }
}
