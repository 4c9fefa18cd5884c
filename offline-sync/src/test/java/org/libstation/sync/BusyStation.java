package org.libstation.sync;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2System;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.OfflineRules;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.StationClock;
import org.libstation.journal.EntryState;
import org.libstation.journal.FakeJournal;
import org.libstation.journal.JournalEntry;
import org.libstation.lab.desk.DeskRig;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.sync.CentralHabits.Habit;
import org.libstation.testkit.Changed;

/// One of many stations at a real library over TCP: the production desk on a connection of its own,
/// the outbox on another, a journal in memory, waits of milliseconds, and one patron with some
/// books.
final class BusyStation implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(1);

  /// Longer than any answer is waited for, so that nothing is acted on later.
  private static final Duration QUARANTINE = Duration.ofMillis(1500);

  private final PatronId card;
  private final List<ItemId> items;
  private final Random random;
  private final FakeJournal journal;
  private final Sip2System patrons;
  private final Sip2System meanwhile;
  private final DeskRig rig;
  private final Map<ItemId, Boolean> out = new HashMap<>();

  /// @param login of this station alone
  BusyStation(int port, String login, PatronId card, List<ItemId> items, long seed) {
    this.card = card;
    this.items = items;
    this.random = new Random(seed);
    StationClock clock = new Clock();
    this.journal = new FakeJournal(clock);
    Sip2Dialect dialect =
        Changed.with(
            LibraryDialects.embedded()
                .withLogin(Sip2Dialect.Sip2Login.byMessage(login, login, "SEL-1")),
            "patience",
            LibraryDialects.embedded()
                .patience()
                .with(
                    c ->
                        c.connect(Duration.ofSeconds(4))
                            .minimumAnswer(ANSWER)
                            .maximumAnswer(ANSWER)
                            .resends(1)
                            .keepAlive(Duration.ofSeconds(40))
                            .turn(Duration.ofSeconds(9))));
    this.patrons = new Sip2System(TcpTransport.plain("127.0.0.1", port), dialect, clock);
    this.meanwhile = new Sip2System(TcpTransport.plain("127.0.0.1", port), dialect, clock);
    CentralHabits habits =
        CentralHabits.fixed(
            Bench.ZONE,
            Set.of(Habit.RECALLED_IS_ON_LOAN),
            List.of(7, 14),
            CentralHabits.USUAL_ROLL_DAYS);
    this.rig =
        DeskRig.over(journal, patrons, clock)
            .settings(settings(SyncSettings.USUAL))
            .random(random)
            .second(meanwhile)
            .build(habits, Bench.rules(OfflineRules.OfflineMode.ALL, items.size()));
  }

  private static SyncSettings settings(SyncSettings usual) {
    return usual.with(
        busy ->
            busy.inDoubt(usual.inDoubt().withQuarantine(QUARANTINE))
                .lateLoans(
                    usual
                        .lateLoans()
                        .withSiblings(Duration.ofSeconds(2))
                        .withLook(Duration.ofMillis(200)))
                .atDesk(
                    usual
                        .atDesk()
                        .withPatronDeadline(Duration.ofSeconds(1))
                        .withResumable(Duration.ofMillis(1)))
                .probes(
                    usual
                        .probes()
                        .with(
                            probes ->
                                probes
                                    .goodAnswers(2)
                                    .goodInterval(Duration.ofMillis(2))
                                    .firstPause(Duration.ofMillis(20))
                                    .longestPause(Duration.ofMillis(200))))
                // Nobody else lends a patron's books here. On a loaded machine the usual seconds
                // are over
                // before the first look, and the return would be left to staff.
                .padOperation(Duration.ofMinutes(5))
                .idle(Duration.ofMillis(20)));
  }

  /// Connects, both lines.
  ///
  /// @return whether both are there
  boolean connected() {
    Duration _ = rig.link().step();
    return rig.link().up() && meanwhile.status() instanceof Answer.Accepted<?>;
  }

  /// The patron borrows a book or brings one back, or has one renewed.
  void act() {
    ItemId item = items.get(random.nextInt(items.size()));
    rig.desk().beginSession();
    if (!out.getOrDefault(item, false)) {
      borrow(item);
    } else if (random.nextInt(4) == 0) {
      RenewOutcome _ = rig.desk().renew(item, card, Optional.empty());
    } else {
      bringBack(item);
    }
    rig.desk().endSession(card);
    Duration _ = work();
  }

  /// The patron's last act of the day: a book taken along, when none is out and staff have nothing
  /// to do with it.
  void leaveWithABook() {
    rig.desk().beginSession();
    for (ItemId item : items) {
      if (out.containsValue(true)) {
        break;
      }
      borrow(item);
    }
    rig.desk().endSession(card);
    Duration _ = work();
  }

  private void borrow(ItemId item) {
    switch (rig.desk().lend(item, card, Optional.empty(), true)) {
      case LoanOutcome.Lent lent -> take(item, lent.entry());
      case LoanOutcome.ToBeConfirmed given -> take(item, given.entry());
      case LoanOutcome.NotLent _, LoanOutcome.AlreadyYours _ -> {
        // It stays where it is.
      }
    }
  }

  private void take(ItemId item, long entry) {
    rig.desk().released(entry);
    out.put(item, true);
  }

  private void bringBack(ItemId item) {
    long entry =
        rig.desk()
            .received(item, new Clock().now(), CirculationEvent.How.SEEN, true, Optional.empty());
    out.put(item, false);
    rig.desk().armed(entry);
    ReturnOutcome _ = rig.desk().settleReturn(entry);
  }

  /// One unit of work of link and outbox.
  ///
  /// @return how long it may rest
  Duration work() {
    Duration probe = rig.link().step();
    Duration rest = rig.outbox().step();
    return rest.compareTo(probe) < 0 ? rest : probe;
  }

  /// Whether nothing waits any more but what staff have.
  boolean settled() {
    return rig.outbox().waiting() == 0;
  }

  List<ItemId> items() {
    return items;
  }

  PatronId card() {
    return card;
  }

  /// Whether the patron has it.
  boolean isOut(ItemId item) {
    return out.getOrDefault(item, false);
  }

  /// What staff were told about an item.
  List<JournalEntry> withStaff(ItemId item) {
    return journal.open(item).stream()
        .filter(entry -> entry.state() == EntryState.WITH_STAFF)
        .toList();
  }

  /// All entries about an item, for a message.
  List<JournalEntry> about(ItemId item) {
    return new ArrayList<>(
        journal.all(1, 100_000).stream()
            .filter(entry -> entry.what().item().equals(item))
            .toList());
  }

  int entries() {
    return journal.all(1, 100_000).size();
  }

  @Override
  public void close() {
    patrons.close();
    meanwhile.close();
    journal.close();
  }

  private record Clock() implements StationClock {
    @Override
    public EventTime now() {
      return new EventTime(
          OffsetDateTime.now(Bench.ZONE), "boot", monotonic(), Optional.empty(), false);
    }

    @Override
    public Duration monotonic() {
      return Duration.ofNanos(System.nanoTime());
    }
  }
}
