package org.libstation.sync;

import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_CARD;
import static org.libstation.journal.Entries.OTHER_ITEM;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.OfflineRules;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.ReaderClasses;
import org.libstation.journal.FakeJournal;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.lab.desk.DeskRig;
import org.libstation.payment.PaymentTerminal;
import org.libstation.sync.CentralHabits.Habit;

/// The production desk, outbox and link over a journal in memory and a library in memory.
final class Bench {
  static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");
  static final Duration QUARANTINE = SyncSettings.USUAL.inDoubt().quarantine();

  final ManualStationClock clock = new ManualStationClock();
  final FakeJournal journal = new FakeJournal(clock);
  final FakeCentral central =
      new FakeCentral(() -> clock.now().wall().atZoneSameInstant(ZONE).toLocalDateTime());

  CentralHabits habits =
      CentralHabits.fixed(ZONE, Set.of(Habit.RECALLED_IS_ON_LOAN), List.of(14), 0);
  OfflineRules.OfflineMode mode = OfflineRules.OfflineMode.ALL;
  int itemsPerCard = 5;
  ReaderClasses readers = ReaderClasses.NONE;

  LookAgainSettings lookAgain = new LookAgainSettings(60, 100, LocalTime.of(2, 0));

  /// What desk and outbox write through, where that is not the journal itself.
  Journal disk = journal;

  /// What the link asks, where that is not the library itself.
  CentralSystem wire = central;

  Optional<PaymentTerminal> terminal = Optional.empty();

  /// When the station last showed that it ran, at the next start.
  Optional<EventTime> lastSign = Optional.empty();

  /// Rests that were not judged yet.
  final KeptRests rests = new KeptRests();

  final OnPad pad = new OnPad();

  Link link;
  Desk desk;
  Outbox outbox;
  Lanes lanes;

  Bench() {
    this(true);
  }

  Bench(boolean up) {
    central.has(ITEM, OTHER_ITEM);
    central.knows(CARD, OTHER_CARD);
    central.down(!up);
    putTogether();
    comeUp();
  }

  /// The program ends here and starts again on the same journal, in the same run of the machine.
  void restart() {
    boolean wasDown = !link.up();
    putTogether();
    if (!wasDown) {
      comeUp();
    }
  }

  void powerCut() {
    clock.reboot("boot-" + clock.monotonic().toNanos());
    restart();
  }

  /// The sign of life that was written so long before now, in this run of the machine.
  EventTime before(Duration rest) {
    EventTime now = clock.now();
    return now.with(c -> c.wall(now.wall().minus(rest)).monotonic(now.monotonic().minus(rest)));
  }

  private void putTogether() {
    DeskRig rig =
        DeskRig.over(disk, wire, clock)
            .random(new Random(1))
            .measured(status -> status.difference().ifPresent(clock::setSkew))
            .lookAgain(lookAgain)
            .terminal(terminal)
            .lastSign(lastSign, rests)
            .pad(pad)
            .build(habits, rules(mode, itemsPerCard, readers));
    lanes = rig.lanes();
    link = rig.link();
    outbox = rig.outbox();
    desk = rig.desk();
  }

  static OfflineRules rules(OfflineRules.OfflineMode mode, int itemsPerCard) {
    return rules(mode, itemsPerCard, ReaderClasses.NONE);
  }

  private static OfflineRules rules(
      OfflineRules.OfflineMode mode, int itemsPerCard, ReaderClasses readers) {
    return new OfflineRules(
        mode,
        itemsPerCard,
        Set.of(),
        true,
        FakeCentral.LOAN_DAYS,
        LocalTime.of(23, 59),
        UnaryOperator.identity(),
        readers);
  }

  /// Probes until the link is up; at most a few, since a central system that is down stays down.
  void comeUp() {
    for (int i = 0; i < 10 && !link.up(); i++) {
      clock.advance(link.step());
    }
  }

  /// The central system answers again and the link notices.
  void linkBack() {
    central.down(false);
    for (int i = 0; i < 20 && !link.up(); i++) {
      clock.advance(link.step());
    }
  }

  void linkLost() {
    central.down(true);
    link.lost(Answer.NotSent.because("as the test has it"));
  }

  /// Steps until nothing can be done now.
  void settle() {
    for (int i = 0; i < 1000; i++) {
      if (outbox.step().isPositive()) {
        return;
      }
    }
    throw new AssertionError("the outbox does not come to rest");
  }

  /// Time passes, in pieces, while outbox and probe do their work.
  void pass(Duration time) {
    Duration end = clock.monotonic().plus(time);
    while (clock.monotonic().compareTo(end) < 0) {
      Duration probe = link.step();
      settle();
      Duration left = end.minus(clock.monotonic());
      Duration step = outbox.step();
      step = step.compareTo(probe) < 0 ? step : probe;
      step = step.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : step;
      clock.advance(step.compareTo(left) < 0 ? step : left);
    }
    settle();
  }

  LoanOutcome lend(ItemId item, PatronId card) {
    return desk.lend(item, card, Optional.empty(), true);
  }

  long lentOffline(ItemId item, PatronId card) {
    LoanOutcome outcome = lend(item, card);
    if (!(outcome instanceof LoanOutcome.ToBeConfirmed given)) {
      throw new AssertionError(outcome);
    }
    desk.released(given.entry());
    return given.entry();
  }

  long received(ItemId item) {
    return desk.received(item, clock.now(), How.SEEN, true, Optional.empty());
  }

  JournalEntry entry(long number) {
    return journal.find(number).orElseThrow();
  }

  JournalEntry last() {
    return journal.all(1, 1000).getLast();
  }

  Optional<Mark.EntryClosed.ClosingReason> closed(long number) {
    return entry(number).marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.EntryClosed.class::isInstance)
        .map(mark -> ((Mark.EntryClosed) mark).reason())
        .findFirst();
  }

  List<Mark.StaffLine.StaffReason> staffLines(long number) {
    return entry(number).marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.StaffLine.class::isInstance)
        .map(mark -> ((Mark.StaffLine) mark).kind())
        .toList();
  }
}
