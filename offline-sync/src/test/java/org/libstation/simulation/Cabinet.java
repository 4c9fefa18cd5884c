package org.libstation.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.libstation.central.CentralSystem;
import org.libstation.central.sip2.Sip2System;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.StationClock;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.JournalBreak;
import org.libstation.journal.sqlite.JournalFiles;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.JournalWord;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.lab.desk.DeskRig;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.ClockKeeper;
import org.libstation.sync.Desk;
import org.libstation.sync.KeptRests;
import org.libstation.sync.LookAgainSettings;
import org.libstation.sync.SyncSettings;
import org.libstation.sync.ZoneMemory;

/// One station: the production classes on a real journal file. [#start()] is what the program does
/// when it starts; a power cut is [#crash()].
public final class Cabinet implements AutoCloseable {
  private static final SecureRandom SECURE = new SecureRandom();
  private static final long BALLAST = 4096;

  private final Path directory;
  private final SimulatedTime time;
  private final Wire wire;
  private final Power power;
  private final Bug bug;
  private final Random random;
  // A file of its own, which a power cut leaves.
  private final ZoneMemory zones = ZoneMemory.ofThisRun();
  private Optional<JournalStore.JournalOpening.JournalReplaced> asked = Optional.empty();
  private Optional<Till> till = Optional.empty();
  // In a file of the program's own, as the health file.
  private Optional<EventTime> lastSign = Optional.empty();
  private final KeptRests rests = new KeptRests();
  private Parts parts;

  /// What one run of the program is made of.
  private record Parts(Journal journal, ClockKeeper clock, DeskRig rig) {}

  public Cabinet(Path directory, SimulatedTime time, Wire wire, Power power, Bug bug, long seed) {
    this.directory = directory;
    this.time = time;
    this.wire = wire;
    this.power = power;
    this.bug = bug;
    this.random = new Random(seed);
    this.parts = start();
  }

  public static SyncSettings settings(Bug bug) {
    SyncSettings usual = SyncSettings.USUAL;
    return usual.with(
        ours ->
            ours.lateLoans(usual.lateLoans().withLook(Duration.ofHours(6)))
                .binOperation(
                    bug == Bug.LATE_RETURN_WITHOUT_LOOK
                        ? Duration.ofDays(900)
                        : usual.binOperation())
                .padOperation(
                    bug == Bug.PAD_WITHOUT_LOOK || bug == Bug.LATE_RETURN_WITHOUT_LOOK
                        ? Duration.ofDays(900)
                        : usual.padOperation())
                .probes(
                    usual
                        .probes()
                        .withKeepAlive(Duration.ofMinutes(20))
                        .withLongestPause(Duration.ofMinutes(10)))
                .idle(Duration.ofHours(1)));
  }

  private Parts start() {
    wire.close();
    ClockKeeper clock =
        new ClockKeeper(
            time::wall,
            time::monotonic,
            time.bootId(),
            Town.habits().zone(),
            newest(),
            SyncSettings.USUAL.clockTolerance(),
            zones);
    Journal file = open(clock);
    Journal journal =
        bug == Bug.NONE
            ? new CutJournal(file, power)
            : new BuggyJournal(file, power, bug, journalDirectory());
    SyncSettings settings = settings(bug);
    CentralSystem sip2 = new Sip2System(wire, LibraryDialects.embedded(), clock);
    CentralSystem central =
        bug == Bug.RESEND_ON_DOUBT || bug == Bug.MONEY_BOOKED_TWICE
            ? new RepeatingCentral(sip2, bug == Bug.MONEY_BOOKED_TWICE)
            : sip2;
    DeskRig.Builder rig =
        DeskRig.over(journal, central, clock)
            .settings(settings)
            .random(random)
            .terminal(till.map(beside -> beside.driver(clock)))
            .lastSign(lastSign.filter(_ -> bug != Bug.REST_NOT_ASKED_ABOUT), rests)
            .measured(
                status -> {
                  if (bug != Bug.QUARTER_HOURS_BELIEVED || !quarterHours(status)) {
                    clock.measured(status);
                  }
                });
    if (bug != Bug.NO_SECOND_LOOK) {
      rig.lookAgain(new LookAgainSettings(60, 100, LocalTime.of(2, 0)));
    }
    return new Parts(journal, clock, rig.build(habits(), Town.offlineRules()));
  }

  private CentralHabits habits() {
    CentralHabits known = Town.habits();
    if (bug != Bug.LOAN_DATE_BELIEVED) {
      return known;
    }
    Set<CentralHabits.Habit> believed = new HashSet<>(known.habits());
    believed.add(CentralHabits.Habit.LOAN_DATE_KEPT);
    return new CentralHabits(known.zone(), believed, known.loanDays(), known.rollDays());
  }

  /// When the station last showed that it ran.
  Optional<EventTime> lastSign() {
    return lastSign;
  }

  /// The disk that is put back tells this.
  void lastSign(Optional<EventTime> sign) {
    lastSign = sign;
  }

  private Optional<Instant> newest() {
    if (!Files.exists(journalDirectory().resolve(JournalFiles.FILE))) {
      return Optional.empty();
    }
    try (JournalReader reader = JournalStore.read(journalDirectory())) {
      return reader.newestSound().map(entry -> entry.at().corrected().toInstant());
    } catch (JournalException e) {
      return Optional.empty();
    }
  }

  private Journal open(StationClock clock) {
    JournalStore store =
        new JournalStore(
            clock,
            directory.resolve("machine.key"),
            RecoveryKeys.key(),
            BALLAST,
            SECURE,
            List.of());
    JournalStore.JournalOpening opening = store.open(journalDirectory());
    asked =
        opening instanceof JournalStore.JournalOpening.JournalReplaced broken
            ? Optional.of(broken)
            : Optional.empty();
    return JournalStore.journal(opening).orElseThrow();
  }

  public Path journalDirectory() {
    return directory.resolve("journal");
  }

  /// What the station asks about its journal since it was started; it lends nothing then.
  public Optional<JournalBreak> asks() {
    return asked.map(JournalStore.JournalOpening.JournalReplaced::found);
  }

  /// The station is off; somebody does something to its disk; it is started again.
  public void off(Consumer<Path> atTheDisk) {
    parts.journal().close();
    time.reboot();
    time.advance(Duration.ofSeconds(40));
    atTheDisk.accept(journalDirectory());
    if (bug == Bug.MISSING_IS_FIRST && !Files.exists(journalDirectory().resolve("journal.db"))) {
      forgetsThatItRan();
    }
    parts = start();
  }

  private void forgetsThatItRan() {
    try {
      Files.deleteIfExists(directory.resolve("journal.mark"));
      Files.deleteIfExists(directory.resolve("machine.key"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The station is off; a technician answers; it is started again.
  public void answered(
      BiConsumer<JournalWord, JournalStore.JournalOpening.JournalReplaced> answer) {
    JournalWord word = new JournalWord("Chan", "it was asked", time.now());
    answer.accept(word, asked.orElseThrow());
    off(_ -> {});
  }

  private static boolean quarterHours(CentralSystem.Status status) {
    long seconds = status.difference().map(Duration::toSeconds).orElse(0L);
    long quarters = Math.round(seconds / 900.0);
    return quarters != 0 && Math.abs(seconds - quarters * 900) <= 30;
  }

  /// A payment terminal is set up beside the station, which starts anew.
  void plug(Till beside) {
    till = Optional.of(beside);
    killed();
  }

  /// The power went and came back.
  public void crash() {
    parts.journal().close();
    time.reboot();
    time.advance(Duration.ofSeconds(40));
    parts = start();
  }

  /// The program was killed and is started again; the machine goes on.
  public void killed() {
    parts.journal().close();
    parts = start();
  }

  public Desk desk() {
    return parts.rig().desk();
  }

  public Journal journal() {
    return parts.journal();
  }

  public EventTime now() {
    return parts.clock().now();
  }

  public StationClock clock() {
    return parts.clock();
  }

  public boolean up() {
    return parts.rig().link().up();
  }

  /// Probes and settles until nothing can be done now.
  ///
  /// @return how long to rest
  public Duration work() {
    lastSign = Optional.of(parts.clock().now());
    Duration probe = parts.rig().link().step();
    if (bug == Bug.RESEND_DECLINED_ASK) {
      resendAsks();
    }
    for (int i = 0; i < 500; i++) {
      Duration rest = parts.rig().outbox().step();
      if (rest.isPositive()) {
        return rest.compareTo(probe) < 0 ? rest : probe;
      }
    }
    throw new AssertionError("the outbox does not come to rest");
  }

  /// Time passes while the station works.
  public void pass(Duration span) {
    Instant end = time.now().plus(span);
    while (time.now().isBefore(end)) {
      Duration rest = work();
      Duration left = Duration.between(time.now(), end);
      Duration step = rest.compareTo(left) < 0 ? rest : left;
      if (step.isPositive()) {
        time.advance(step.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : step);
      }
    }
    Duration _ = work();
  }

  private void resendAsks() {
    for (JournalEntry entry : parts.journal().open()) {
      Optional<PatronId> card = parts.journal().card(entry.number());
      if (entry.what() instanceof CirculationEvent.LoanAsked asked
          && entry.state() == EntryState.IN_DOUBT
          && card.isPresent()
          && parts.rig().link().gated().checkout(asked.item(), card.get(), Optional.empty())
              instanceof Answer.Accepted<CentralSystem.CheckoutResult> _) {
        parts
            .journal()
            .mark(
                entry.number(),
                new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station"));
      }
    }
  }

  @Override
  public void close() {
    parts.journal().close();
  }
}
