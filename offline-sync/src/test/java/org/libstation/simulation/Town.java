package org.libstation.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.libstation.central.CentralSystem;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.central.sip2.Sip2System;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.Money;
import org.libstation.circulation.OfflineRules;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.ReaderClasses;
import org.libstation.circulation.StationClock;
import org.libstation.lab.embedded.Cashbook;
import org.libstation.lab.embedded.DemoPatron;
import org.libstation.lab.embedded.ItemClass;
import org.libstation.lab.embedded.LibraryCore;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.lab.embedded.LibraryTables;
import org.libstation.lab.embedded.Stock;
import org.libstation.lab.embedded.StockItem;
import org.libstation.policy.PolicyBundle;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.CentralHabits.Habit;
import org.libstation.testkit.Changed;

/// The library with its counter, some of its books and some of its patrons. A second 11 for the
/// same patron renews, so that a doubled loan leaves a trace.
public final class Town implements AutoCloseable {
  private static final int PATRONS = 3;
  private static final int ITEMS = 5;
  private static final int COPIES = 200;
  private static final LibraryRules RULES =
      LibraryRules.standard().withDialect(renewing(LibraryDialects.embedded()));

  /// A ledger is filled by its day alone.
  private static final Map<Instant, LibraryTables.Template> OPENING_DAYS =
      new ConcurrentHashMap<>();

  private final SimulatedTime time;
  private final LibraryRules rules;
  private final Deque<Copy> copies = new ArrayDeque<>();
  private LibraryTables tables;
  private LibraryCore core;
  private final CentralSystem counter;
  private final Wire stationWire;
  private final Acts acts = new Acts();
  private final List<PatronId> patrons;
  private final PatronId blocked;
  private final List<ItemId> items;

  /// The ledger as it stood then.
  private record Copy(Instant at, LibraryTables.Template ledger) {}

  private static Sip2Dialect renewing(Sip2Dialect dialect) {
    return Changed.with(
        dialect,
        "habits",
        Changed.with(dialect.habits(), "repeatedCheckout", Sip2Habits.RepeatedCheckout.RENEWAL));
  }

  private LibraryTables.Template openingDay(Instant now) {
    return LibraryTables.template(rules, LocalDate.ofInstant(now, rules.zone()));
  }

  public Town(SimulatedTime time) {
    this(time, LibraryDialects.embedded().habits().renewsFrom());
  }

  /// @param renewsFrom from which day this library counts a renewed loan
  public Town(SimulatedTime time, Sip2Habits.RenewsFrom renewsFrom) {
    this.time = time;
    Sip2Dialect dialect = renewing(LibraryDialects.embedded());
    rules =
        RULES.withDialect(
            Changed.with(
                dialect, "habits", Changed.with(dialect.habits(), "renewsFrom", renewsFrom)));
    tables = OPENING_DAYS.computeIfAbsent(time.now(), this::openingDay).begin();
    core = new LibraryCore(tables, rules, time::now);
    stationWire = new Wire(() -> core, time, acts);
    counter =
        new Sip2System(
            new Wire(() -> core, time, new Acts()),
            LibraryDialects.embedded()
                .withLogin(Sip2Dialect.Sip2Login.byMessage("station1", "station1", "SEL-1")),
            new TrueClock(time));
    patrons =
        DemoPatron.all().stream()
            .filter(each -> each.kind().equals("adult") && each.state().equals("good"))
            .map(each -> new PatronId(each.card()))
            .filter(this::borrowsFreely)
            .limit(PATRONS)
            .toList();
    blocked =
        DemoPatron.all().stream()
            .map(each -> new PatronId(each.card()))
            .filter(this::mayNotBorrow)
            .findFirst()
            .orElseThrow();
    items =
        Stock.items().stream()
            .filter(each -> each.itemClass() == ItemClass.ADULT)
            .map(StockItem::barcode)
            .map(ItemId::new)
            .filter(this::onTheShelf)
            .limit(ITEMS)
            .toList();
    if (patrons.size() < PATRONS || items.size() < ITEMS) {
      throw new AssertionError("too few patrons or items: " + patrons + items);
    }
  }

  private boolean borrowsFreely(PatronId patron) {
    return counter.patron(patron, Optional.empty(), true)
            instanceof Answer.Accepted<PatronLook>(var look)
        && look.mayBorrow()
        && look.charged().filter(List::isEmpty).isPresent();
  }

  private boolean mayNotBorrow(PatronId patron) {
    return counter.patron(patron, Optional.empty(), true)
            instanceof Answer.Accepted<PatronLook>(var look)
        && look.known()
        && !look.mayBorrow()
        && look.charged().filter(List::isEmpty).isPresent();
  }

  private boolean onTheShelf(ItemId item) {
    return counter.look(item) instanceof Answer.Accepted<ItemLook>(var look)
        && look.status() == CirculationStatus.AVAILABLE
        && look.holdQueue() == 0;
  }

  public CentralSystem counter() {
    return counter;
  }

  public Wire stationWire() {
    return stationWire;
  }

  /// The line of one more station.
  public Wire anotherWire() {
    return new Wire(() -> core, time, new Acts());
  }

  /// The library's machine copies its ledger.
  public void copies() {
    copies.addLast(new Copy(time.now(), tables.copy()));
    if (copies.size() > COPIES) {
      copies.removeFirst();
    }
  }

  /// The library's machine fails and is restored: what it booked since its newest copy that is at
  /// least so old is forgotten.
  ///
  /// @return whether there was such a copy
  public boolean forgets(Duration last) {
    Instant then = time.now().minus(last);
    Optional<Copy> copy =
        copies.stream().filter(each -> !each.at().isAfter(then)).reduce((_, newest) -> newest);
    copy.ifPresent(
        found -> {
          tables.close();
          tables = found.ledger().begin();
          core = new LibraryCore(tables, rules, time::now);
        });
    return copy.isPresent();
  }

  /// Staff at the counter say where an item is.
  public void says(ItemId item, CirculationStatus status) {
    if (!core.counterSays(item.value(), status).equals("done")) {
      throw new AssertionError("the library does not know " + item);
    }
  }

  /// Staff charge a patron.
  void charges(PatronId patron, Money amount) {
    Cashbook.charge(tables, patron.value(), amount);
  }

  /// Every payment that the library booked.
  List<Cashbook.Booking> bookings() {
    return Cashbook.bookings(tables);
  }

  public Acts acts() {
    return acts;
  }

  public List<PatronId> patrons() {
    return patrons;
  }

  /// A patron whom the library lends nothing; the station does not know that without the link.
  public PatronId blocked() {
    return blocked;
  }

  /// All of them, with the one who may not borrow.
  public List<PatronId> everybody() {
    List<PatronId> all = new ArrayList<>(patrons);
    all.add(blocked);
    return all;
  }

  public List<ItemId> items() {
    return items;
  }

  public static CentralHabits habits() {
    PolicyBundle policy = RULES.policy();
    return CentralHabits.fixed(
        policy.zone(), Set.of(Habit.RECALLED_IS_ON_LOAN), policy.loanDays(), 7);
  }

  public static OfflineRules offlineRules() {
    return new OfflineRules(
        OfflineRules.OfflineMode.ALL,
        4,
        Set.of(),
        true,
        14,
        LocalTime.of(23, 59),
        RULES.policy().whole().calendar()::nextOpenDay,
        ReaderClasses.NONE);
  }

  @Override
  public void close() {
    counter.close();
    tables.close();
  }

  /// A clock that is never wrong.
  private record TrueClock(SimulatedTime time) implements StationClock {
    private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");

    @Override
    public EventTime now() {
      return new EventTime(
          time.now().atZone(ZONE).toOffsetDateTime(),
          "counter",
          monotonic(),
          Optional.empty(),
          false);
    }

    @Override
    public Duration monotonic() {
      return Duration.ofSeconds(time.now().getEpochSecond());
    }
  }
}
