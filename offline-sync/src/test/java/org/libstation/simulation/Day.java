package org.libstation.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.ChargesLook;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Payer;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentRequest;
import org.libstation.circulation.PaymentRequest.Share;
import org.libstation.circulation.PaymentStep;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.sync.Desk;
import org.libstation.sync.SyncSettings;

/// One run: a town, a station, the world, and the steps that people take in it.
public final class Day extends WorldDay {
  /// The wait for other stations, which begins with a look, and what doubt before and after it
  /// takes.
  private static final Duration SETTLES =
      settings().lateLoans().siblings().plus(settings().lateLoans().look()).plusHours(3);

  private static final Duration HEALS = Duration.ofDays(3);

  private boolean cutsAtRandom = true;
  // Of its own, so that a day that a planted bug is known by stays that day.
  private final Random clockmaker;
  private boolean badServer;
  private Optional<Till> till = Optional.empty();
  private final List<String> askedTooSoon = new ArrayList<>();

  public Day(long seed, Bug bug) {
    this(seed, bug, LibraryDialects.embedded().habits().renewsFrom());
  }

  /// @param renewsFrom from which day the library counts a renewed loan
  public Day(long seed, Bug bug, Sip2Habits.RenewsFrom renewsFrom) {
    super(seed, bug, renewsFrom);
    this.clockmaker = new Random(~seed);
    if (bug == Bug.NO_ECHO_CHECK) {
      town.stationWire().trusting();
    }
    cabinet.pass(Duration.ofMinutes(1));
  }

  /// From now on the library acts on some requests later than the quarantine, and now and then it
  /// is restored from a copy and forgets its last minute or hour.
  ///
  /// @return this day
  public Day withABadServer() {
    badServer = true;
    return this;
  }

  /// From now on some owe money, and some of them pay at a terminal beside the station.
  ///
  /// @return this day
  public Day withATerminal(long seed, Bug bug) {
    Till beside = new Till(directory, time, power, bug, seed);
    till = Optional.of(beside);
    cabinet.plug(beside);
    cabinet.pass(Duration.ofMinutes(1));
    return this;
  }

  @Override
  public List<String> broken() {
    if (cabinet.asks().isPresent()) {
      return List.of("a false alarm: " + cabinet.asks().get().words());
    }
    return laws();
  }

  /// What is broken now, whatever the station asks.
  List<String> laws() {
    return laws(false);
  }

  /// How all payments of this day ended, as the patrons were told, and with what lines for staff.
  List<String> payments() {
    return Stream.concat(
            till.stream()
                .flatMap(beside -> beside.tries().stream())
                .flatMap(one -> one.outcome().stream())
                .map(
                    outcome ->
                        outcome instanceof PaymentOutcome.NotPaid(var why)
                            ? why.name()
                            : outcome.getClass().getSimpleName()),
            cabinet.journal().all(0, 100_000).stream()
                .flatMap(entry -> entry.marks().stream())
                .flatMap(
                    noted ->
                        noted.mark() instanceof Mark.StaffLine line
                            ? Stream.of(line.kind().name())
                            : Stream.of()))
        .toList();
  }

  private List<String> laws(boolean healed) {
    List<String> broken = new ArrayList<>(askedTooSoon);
    broken.addAll(laws.broken(cabinet.journal(), time.now(), healed));
    till.ifPresent(
        beside ->
            broken.addAll(
                new MoneyLaws(beside).broken(cabinet.journal(), town.bookings(), healed)));
    return broken;
  }

  private static SyncSettings settings() {
    return Cabinet.settings(Bug.NONE);
  }

  /// Everything works again and three days pass; within little more than the longest wait nothing
  /// is left unsettled.
  @Override
  public List<String> heal() {
    note("heal");
    power.stay();
    wire().heal();
    till.ifPresent(Till::heal);
    time.setWallError(Duration.ZERO);
    cabinet.pass(SETTLES);
    List<String> broken = Laws.unsettled(cabinet.journal());
    if (!broken.isEmpty()) {
      return broken;
    }
    cabinet.pass(HEALS.minus(SETTLES));
    return laws(true);
  }

  /// As [#run], but the power goes once only, where it is told.
  ///
  /// @param cut the step at which it goes; 0 = never
  List<String> runCutAt(int cut, int steps) {
    cutsAtRandom = false;
    if (cut > 0) {
      power.cutAfter(cut);
    }
    return run(steps);
  }

  @Override
  protected void randomStep() {
    if (till.isPresent() && till.get().random.nextInt(3) > 0) {
      moneyStep(till.get());
      power.stay();
      return;
    }
    if (random.nextInt(4) == 0) {
      int at = 1 + random.nextInt(14);
      if (cutsAtRandom) {
        power.cutAfter(at);
      }
    }
    if (badServer) {
      serverTrouble();
    }
    PatronId patron = random.nextInt(6) == 0 ? town.blocked() : pick(town.patrons());
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> borrowSome(patron);
      case 4, 5, 6 -> returnOne(patron);
      case 7 -> renewOne(patron);
      case 8 -> counterTakesBack(patron);
      case 9 -> counterLends(patron);
      case 10 -> emptyBin();
      case 11, 12 -> trouble();
      case 13 -> pass(Duration.ofMinutes(1 + random.nextInt(40)));
      case 14 -> pass(Duration.ofHours(1 + random.nextInt(9)));
      default -> {
        if (random.nextInt(3) == 0) {
          pass(Duration.ofHours(20 + random.nextInt(40)));
        } else {
          linkBack();
        }
      }
    }
    if (cutsAtRandom) {
      power.stay();
    }
  }

  private void moneyStep(Till beside) {
    PatronId patron =
        beside.random.nextInt(3) > 0 && !beside.tries().isEmpty()
            ? beside.tries().getLast().patron()
            : town.patrons().get(beside.random.nextInt(town.patrons().size()));
    switch (beside.random.nextInt(8)) {
      case 0 -> staffClosePayments();
      case 1 -> paysAtTheCounter(beside, patron);
      default -> {
        if (beside.random.nextInt(4) > 0) {
          wire().down(false);
          pass(Duration.ofMinutes(beside.random.nextInt(20)));
        }
        beside.sum(Long.MAX_VALUE).ifPresent(sum -> charge(patron, sum));
        wish(beside, patron).ifPresent(wish -> pay(beside, patron, wish));
      }
    }
  }

  private void charge(PatronId patron, Money sum) {
    happens(patron + " is charged " + sum);
    town.charges(patron, sum);
  }

  /// All, an amount, one charge or two of them, or a part of these.
  private Optional<PaymentRequest> wish(Till beside, PatronId patron) {
    ChargesLook look = owes(patron);
    Money owed = look.owed().orElseThrow();
    List<ChargeLine> lines = look.charges();
    return switch (beside.random.nextInt(4)) {
      case 0 -> beside.sum(owed.minor()).map(sum -> new PaymentRequest(owed, sum, List.of()));
      case 1 -> {
        ChargeLine line = lines.get(beside.random.nextInt(lines.size()));
        yield beside
            .sum(line.open().orElseThrow().minor())
            .map(sum -> new PaymentRequest(owed, sum, List.of(new Share(line.id().get(), sum))));
      }
      case 2 -> {
        List<Share> two =
            lines.stream()
                .limit(2)
                .map(line -> new Share(line.id().get(), line.open().orElseThrow()))
                .toList();
        yield beside
            .unused(two.stream().mapToLong(share -> share.amount().minor()).sum())
            .map(sum -> new PaymentRequest(owed, sum, two));
      }
      default -> beside.unused(owed.minor()).map(PaymentRequest::all);
    };
  }

  private ChargesLook owes(PatronId patron) {
    if (!(town.counter().charges(patron, Optional.empty())
        instanceof Answer.Accepted<ChargesLook>(var look))) {
      throw new AssertionError("the library does not tell what " + patron + " owes");
    }
    return look;
  }

  private void pay(Till beside, PatronId patron, PaymentRequest wish) {
    String trouble = beside.comes(patron, wish);
    Till.Try now = beside.tries().getLast();
    int luck = beside.random.nextInt(8);
    if (luck < 3) {
      List<Wire.Fault> faults = new ArrayList<>(Wire.EVERYDAY);
      faults.add(Wire.Fault.REFUSE_PAYMENT);
      wire().next(faults.get(beside.random.nextInt(faults.size())));
    }
    Optional<MoneyLaws.Books> before =
        new MoneyLaws(beside).undecided(cabinet.journal(), town.bookings(), now);
    guarded(
        patron + " pays " + wish + ", " + trouble,
        () -> {
          Desk desk = cabinet.desk();
          desk.beginSession();
          PaymentOutcome outcome = desk.pay(patron, Optional.empty(), wish, payer(luck));
          note("    " + outcome);
          now.told(outcome);
          desk.endSession(patron);
        },
        () -> {});
    before
        .filter(_ -> !now.asked().isEmpty())
        .ifPresent(
            earlier -> askedTooSoon.add("asked for " + now + " while in doubt was " + earlier));
    beside.over();
  }

  private static final int STOPS_EARLY = 5;

  /// Who stops does so at the terminal, or before it is asked.
  private Payer payer(int luck) {
    return new Payer() {
      private boolean stops = luck == STOPS_EARLY;

      @Override
      public void accept(PaymentStep step) {
        if (luck == 3) {
          wire().down(true);
        }
        stops |= luck == 4;
      }

      @Override
      public boolean stops() {
        return stops;
      }
    };
  }

  private void paysAtTheCounter(Till beside, PatronId patron) {
    ChargesLook look = owes(patron);
    beside
        .sum(look.owed().map(Money::minor).orElse(0L))
        .ifPresent(
            sum -> {
              happens(patron + " pays " + sum + " at the counter");
              beside.paid(sum);
              Payment payment = Payment.ofWhatIsOwed("counter-" + sum.minor(), sum);
              Answer<?> _ = town.counter().pay(patron, payment);
            });
  }

  /// Staff look at their lines of payments, give back or book what is to be, and close them.
  private void staffClosePayments() {
    List<Long> lines =
        cabinet.journal().open().stream()
            .filter(entry -> entry.state() == EntryState.WITH_STAFF)
            .filter(
                entry ->
                    entry.what() instanceof CirculationEvent.PaymentAsked
                        || entry.what() instanceof CirculationEvent.MoneyTaken)
            .map(JournalEntry::number)
            .toList();
    happens("staff close " + lines);
    for (long line : lines) {
      cabinet
          .journal()
          .mark(line, new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.BY_STAFF, "Chan"));
    }
  }

  private void serverTrouble() {
    town.copies();
    switch (random.nextInt(8)) {
      case 0 -> {
        wire().afterQuarantineBy(Duration.ofMinutes(10 + random.nextInt(300)));
        wire().next(Wire.Fault.ACT_AFTER_QUARANTINE);
        happens("next acting request: acted on after the quarantine");
      }
      case 1 -> forgets(random.nextBoolean() ? Duration.ofMinutes(1) : Duration.ofHours(1));
      default -> {
        // It works.
      }
    }
  }

  /// The library's ledger is copied, as it is every while.
  public void copies() {
    town.copies();
  }

  /// The library is restored from its newest copy that is at least so old.
  public void forgets(Duration last) {
    Map<ItemId, PatronId> before = laws.booked();
    if (town.forgets(last)) {
      happens("the library forgets its last " + last);
      Map<ItemId, PatronId> after = laws.booked();
      items().stream()
          .filter(
              item ->
                  !Optional.ofNullable(before.get(item))
                      .equals(Optional.ofNullable(after.get(item))))
          .forEach(item -> world.forgotten(item));
    }
  }

  private void borrowSome(PatronId patron) {
    List<ItemId> shelf = world.at(World.Place.SHELF);
    int count = Math.min(shelf.size(), 1 + random.nextInt(2));
    for (int i = 0; i < count; i++) {
      borrow(patron, pick(world.at(World.Place.SHELF)));
    }
  }

  /// A patron lays an item on the pad and takes it when the station says so.
  public void borrow(PatronId patron, ItemId item) {
    boolean armed = world.book(item).armed();
    world.put(item, World.Place.PAD, time.now());
    guarded(
        "borrow " + item + " " + patron,
        () -> lend(patron, item),
        () -> leftAfterPowerLoss(patron, item, armed));
  }

  private void lend(PatronId patron, ItemId item) {
    Desk desk = cabinet.desk();
    desk.beginSession();
    if (random.nextBoolean()) {
      Answer<?> _ = desk.identify(patron, Optional.empty());
    }
    if (random.nextBoolean()) {
      Optional<?> _ = desk.lookAhead(item);
    }
    LoanOutcome outcome = desk.lend(item, patron, Optional.empty(), true);
    note("    " + outcome);
    switch (outcome) {
      case LoanOutcome.Lent lent -> take(patron, item, lent.entry());
      case LoanOutcome.ToBeConfirmed given -> take(patron, item, given.entry());
      case LoanOutcome.NotLent _, LoanOutcome.AlreadyYours _ ->
          world.put(item, World.Place.SHELF, time.now());
    }
    desk.endSession(patron);
  }

  private void take(PatronId patron, ItemId item, long entry) {
    int mood = random.nextInt(12);
    if (mood == 0) {
      note("    walks off without it");
      world.put(item, World.Place.SHELF, time.now());
    } else if (mood == 1) {
      note("    cannot be cleared");
      cabinet.desk().notReleased(entry, TaskNote.text("the tag left the field"));
      world.put(item, World.Place.SHELF, time.now());
    } else {
      power.step();
      world.bit(item, false);
      power.step();
      cabinet.desk().released(entry);
      world.take(item, patron, time.now());
    }
  }

  /// @param armed how the bit stood when the item was laid down; one that was clear already is
  ///   somebody's loan, which no station can hold back from a thief
  private void leftAfterPowerLoss(PatronId patron, ItemId item, boolean armed) {
    if (world.book(item).place() != World.Place.PAD) {
      return;
    }
    if (!armed) {
      world.put(item, World.Place.SHELF, time.now());
      return;
    }
    boolean released =
        cabinet.journal().all(0, 100_000).stream()
            .filter(entry -> entry.what().item().equals(item))
            .reduce((_, last) -> last)
            .filter(entry -> entry.has(Mark.Released.class))
            .isPresent();
    // Armed, it cannot leave; what says released is then an older loan.
    boolean takes = !world.book(item).armed() && (released || random.nextInt(3) > 0);
    if (takes) {
      note("    takes it all the same");
      world.take(item, patron, time.now());
      return;
    }
    world.bit(item, true);
    world.put(item, World.Place.SHELF, time.now());
    if (random.nextBoolean()) {
      time.advance(Duration.ofSeconds(random.nextInt(200)));
      borrow(patron, item);
    }
  }

  private void returnOne(PatronId patron) {
    List<ItemId> held = world.heldBy(patron);
    if (held.isEmpty()) {
      return;
    }
    ItemId item = pick(held);
    giveBack(patron, item, random.nextBoolean() ? How.SEEN : How.DROPPED);
    if (world.book(item).place() == World.Place.BIN && random.nextInt(3) == 0) {
      world.put(item, World.Place.SHELF, time.now());
      borrow(random.nextBoolean() ? patron : pick(town.patrons()), item);
    }
  }

  /// A patron hands an item over at the station.
  public void giveBack(PatronId patron, ItemId item, How how) {
    guarded(
        "return " + item + " " + patron,
        () -> takeBack(item, how),
        () -> {
          if (taken(item) > world.handOvers(item)) {
            world.handedOver(item);
            world.put(item, World.Place.BIN, time.now());
          }
        });
  }

  private void takeBack(ItemId item, How how) {
    Desk desk = cabinet.desk();
    desk.beginSession();
    Instant truth = time.now();
    long entry = desk.received(item, cabinet.now(), how, true, Optional.empty());
    world.handedOver(item);
    world.handedOver(entry, truth);
    world.put(item, World.Place.BIN, time.now());
    power.step();
    world.bit(item, true);
    desk.armed(entry);
    ReturnOutcome outcome = desk.settleReturn(entry);
    note("    " + outcome);
  }

  private long taken(ItemId item) {
    return cabinet.journal().all(0, 100_000).stream()
        .map(JournalEntry::what)
        .filter(what -> what instanceof CirculationEvent.ItemReturned && what.item().equals(item))
        .count();
  }

  boolean isGone(ItemId item) {
    return world.book(item).place() == World.Place.GONE;
  }

  private void renewOne(PatronId patron) {
    List<ItemId> held = world.heldBy(patron);
    if (!held.isEmpty()) {
      renew(patron, pick(held));
    }
  }

  public void renew(PatronId patron, ItemId item) {
    guarded(
        "renew " + item + " " + patron,
        () -> {
          cabinet.desk().beginSession();
          RenewOutcome outcome = cabinet.desk().renew(item, patron, Optional.empty());
          note("    " + outcome);
        },
        () -> {});
  }

  @Override
  protected void idle(Duration span) {
    cabinet.pass(span);
  }

  @Override
  protected void restart() {
    cabinet.crash();
  }

  @Override
  protected Duration wrongClock() {
    return random.nextBoolean() ? Duration.ofDays(-1) : Duration.ofDays(clockmaker.nextInt(2));
  }

  @Override
  protected void shelve(ItemId item) {
    sortedOut(item);
    world.bit(item, true);
  }

  @Override
  protected void sortedOut(ItemId item) {
    world.put(item, World.Place.SHELF, time.now());
  }

  @Override
  protected void handOut(ItemId item, PatronId patron) {
    world.bit(item, false);
    world.take(item, patron, time.now());
  }

  /// The machine was switched off and comes back with a wrong clock.
  public void startsWithClock(Duration error) {
    time.setWallError(error);
    cabinet.crash();
  }
}
