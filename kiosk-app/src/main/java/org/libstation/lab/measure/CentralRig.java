package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.sip2.Sip2System;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.journal.Journal;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.Mark;
import org.libstation.lab.desk.DeskRig;
import org.libstation.lab.embedded.EmbeddedLibrary;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.lab.embedded.Stock;
import org.libstation.lab.embedded.StockItem;
import org.libstation.policy.PolicyBundle;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.Desk;
import org.libstation.sync.Outbox;
import org.libstation.sync.SyncSettings;

/// A station's desk, outbox and journal with an embedded library. Both are on the measured disk,
/// with two connections over lines of a given length.
final class CentralRig implements AutoCloseable {
  /// A patron of the embedded library who may borrow.
  static final String CARD = "28801000000306";

  /// The PIN of that patron.
  static final String PIN = "5050";

  private static final Duration OFFLINE = Duration.ofHours(2);
  private static final int PROBES = 100;
  private static final PolicyBundle POLICY = LibraryRules.standard().policy();

  private final TrialClock clock = new TrialClock(POLICY.zone(), OFFLINE);
  private final EmbeddedLibrary library;
  private final Journal journal;
  private final Duration roundTrip;
  private final LongLine patronsLine;
  private final LongLine outboxLine;
  private final Sip2System patrons;
  private final Sip2System meanwhile;
  private final DeskRig station;

  /// @param directory on the measured disk; must be empty
  /// @param roundTrip added to each answer
  CentralRig(Path directory, Duration roundTrip) throws IOException {
    Files.createDirectories(directory);
    this.roundTrip = roundTrip;
    library =
        EmbeddedLibrary.start(
            directory.resolve("ledger.db"),
            LibraryRules.standard(),
            clock,
            EmbeddedLibrary.Listen.loopback(0, 0));
    journal = TrialJournal.in(directory, clock);
    patronsLine = line();
    outboxLine = line();
    patrons = new Sip2System(patronsLine, LibraryDialects.embedded(), clock);
    meanwhile = new Sip2System(outboxLine, LibraryDialects.embedded(), clock);
    station =
        DeskRig.over(journal, patrons, clock)
            .settings(quick(SyncSettings.USUAL))
            .second(meanwhile)
            .build(
                CentralHabits.fixed(
                    POLICY.zone(), Set.of(), POLICY.loanDays(), CentralHabits.USUAL_ROLL_DAYS),
                POLICY.at(Instant.now()).offline());
  }

  /// Settings with short probes, so that the link counts as up without waiting.
  private static SyncSettings quick(SyncSettings usual) {
    return usual.withProbes(usual.probes().withGoodInterval(Duration.ofMillis(1)));
  }

  private LongLine line() {
    return new LongLine(TcpTransport.plain("127.0.0.1", library.port()), roundTrip);
  }

  /// Items of the embedded library that [#CARD] can borrow on its opening day.
  static List<String> items() {
    try (EmbeddedLibrary library =
        EmbeddedLibrary.inMemory(
            LibraryRules.standard(),
            InstantSource.system(),
            EmbeddedLibrary.Listen.loopback(0, 0))) {
      return Stock.items().stream()
          .map(StockItem::barcode)
          .filter(item -> library.command("lend " + item + " " + CARD).equals("ok"))
          .filter(item -> library.command("return " + item).equals("ok"))
          .toList();
    }
  }

  /// Writes loans and returns of hours ago, without the link: two entries for each item.
  void wasOffline(List<String> items, int entries) {
    LocalDate today = clock.local().toLocalDate();
    PatronId card = new PatronId(CARD);
    for (int i = 0; i < entries / 2; i++) {
      ItemId item = new ItemId(items.get(i % items.size()));
      long _ =
          journal.append(
              NewEntry.of(
                  new CirculationEvent.LoanGiven(
                      item, today.plusDays(14).atTime(LocalTime.MAX), "", true),
                  Optional.of(card),
                  List.of(new Mark.Released()),
                  List.of()));
      long _ =
          journal.append(
              NewEntry.of(
                  new CirculationEvent.ItemReturned(
                      item, clock.now(), CirculationEvent.How.SEEN, true),
                  Optional.empty(),
                  List.of(new Mark.Armed()),
                  List.of()));
    }
  }

  /// Brings the link up and logs both connections in.
  ///
  /// @throws IllegalStateException when the link does not come up
  void online() {
    clock.catchUp();
    for (int i = 0; i < PROBES && !station.link().up(); i++) {
      Duration rest = station.link().step();
      pause(rest);
    }
    if (!station.link().up() || !(meanwhile.status() instanceof Answer.Accepted<?>)) {
      throw new IllegalStateException("the embedded library does not answer");
    }
    patronsLine.forget();
    outboxLine.forget();
  }

  private void pause(Duration rest) {
    if (rest.isPositive() && !station.link().up()) {
      try {
        Thread.sleep(rest);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  TrialClock clock() {
    return clock;
  }

  PolicyBundle policy() {
    return POLICY;
  }

  Journal journal() {
    return journal;
  }

  Desk desk() {
    return station.desk();
  }

  Outbox outbox() {
    return station.outbox();
  }

  /// The line of the desk's requests.
  LongLine patronsLine() {
    return patronsLine;
  }

  /// The line of the outbox's requests.
  LongLine outboxLine() {
    return outboxLine;
  }

  /// A bare client of the same library over a line of the same length.
  BareClient bare() throws IOException {
    return new BareClient(line(), clock);
  }

  /// Returns an item at the counter.
  ///
  /// @throws IllegalStateException when the library refuses
  void counterTakesBack(String item) {
    String said = library.command("return " + item);
    if (!said.equals("ok")) {
      throw new IllegalStateException(item + " cannot be taken back: " + said);
    }
  }

  @Override
  public void close() {
    patrons.close();
    meanwhile.close();
    journal.close();
    library.close();
  }
}
