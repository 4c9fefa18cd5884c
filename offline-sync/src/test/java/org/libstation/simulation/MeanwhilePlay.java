package org.libstation.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.central.CentralSystem;
import org.libstation.central.CentralSystem.CheckinResult;
import org.libstation.central.CentralSystem.CheckoutResult;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.sync.Desk;

/// One row of "What happens meanwhile" in `docs/administrator/settling-cases.md`, played with the
/// production desk and outbox before the embedded library: something is done at the station,
/// something else happens to the same item meanwhile, and then the link is there for days.
final class MeanwhilePlay implements AutoCloseable {
  private static final Duration NEAR_DUE = Duration.ofDays(10);
  private static final Duration OVERDUE = Duration.ofDays(30);
  private static final Duration SOON = Duration.ofDays(2);
  private static final String FROM_DUE_DATE = ", renewals count from the due date";
  private static final Duration SAME = Duration.ofMinutes(3);

  private final SimulatedTime time = new SimulatedTime();
  private final Town town;
  private final Path directory;
  private final Cabinet here;
  private final Cabinet there;
  private final PatronId ann;
  private final PatronId bob;
  private final ItemId item;
  private String patron = "";
  private long entry;
  private Instant doneAt = time.now();

  /// @param look what a look said when the link was back: the status, and whose loan it is
  /// @param verdict how the entry ended
  /// @param sent the requests that acted, with the moment that a return was given
  /// @param staff the kinds of the lines for staff
  /// @param patron what was told at the station
  record Ending(String look, String verdict, String sent, String staff, String patron) {}

  /// @param meanwhile a row that says so is played at a library that renews from the due date
  MeanwhilePlay(Path directory, String meanwhile) {
    town =
        meanwhile.endsWith(FROM_DUE_DATE)
            ? new Town(time, Sip2Habits.RenewsFrom.DUE_DATE)
            : new Town(time);
    ann = town.patrons().getFirst();
    bob = town.patrons().get(1);
    item = town.items().getFirst();
    this.directory = directory;
    here = cabinet("here", town.stationWire());
    there = cabinet("there", town.anotherWire());
    here.pass(Duration.ofMinutes(1));
    there.pass(Duration.ofMinutes(1));
  }

  private Cabinet cabinet(String name, Wire wire) {
    try {
      Files.createDirectories(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Cabinet(directory.resolve(name), time, wire, new Power(), Bug.NONE, 1);
  }

  Ending play(String done, String meanwhile) {
    done(done, meanwhile);
    if (!done.equals("loan with the link")) {
      here.pass(Duration.ofMinutes(30));
      meanwhile(meanwhile);
    }
    String look = look();
    town.stationWire().heal();
    time.setWallError(Duration.ZERO);
    here.pass(Duration.ofDays(2));
    return here.journal()
        .find(entry)
        .map(ended -> new Ending(look, verdict(ended), sent(ended), staff(ended), patron))
        .orElseGet(() -> new Ending(look, "nothing to settle", "nothing", "nothing", patron));
  }

  private void done(String done, String meanwhile) {
    switch (done) {
      case "loan without the link" -> {
        trouble(meanwhile);
        lend(meanwhile.equals("the library blocks the patron") ? town.blocked() : ann);
      }
      case "loan with the link" -> {
        Desk desk = here.desk();
        desk.beginSession();
        if (meanwhile.endsWith("between look and checkout")) {
          Optional<ItemLook> _ = desk.lookAhead(item);
        }
        meanwhile(meanwhile);
        lend(ann);
      }
      case "return near its due date" -> bringBack(NEAR_DUE, meanwhile);
      case "return of an overdue item" -> bringBack(OVERDUE, meanwhile);
      case "return soon after the loan" -> bringBack(SOON, meanwhile);
      case "renewal without the link" -> {
        lend(ann);
        here.pass(NEAR_DUE);
        trouble(meanwhile);
        here.desk().beginSession();
        RenewOutcome outcome = here.desk().renew(item, ann, Optional.empty());
        told(outcome);
        doneAt = time.now();
        entry = last();
      }
      default -> throw new AssertionError("not played: " + done);
    }
  }

  /// Why it is not settled at once.
  private void trouble(String meanwhile) {
    switch (meanwhile) {
      case "its request is acted on 90 seconds late" ->
          town.stationWire().next(Wire.Fault.ACT_LATE);
      case "its request is acted on 10 minutes late",
          "its request is acted on 10 minutes late" + FROM_DUE_DATE -> {
        town.stationWire().lateBy(Duration.ofMinutes(10));
        town.stationWire().next(Wire.Fault.ACT_LATE);
      }
      case "its answer is lost" -> town.stationWire().next(Wire.Fault.LOSE_REPLY);
      case "the clock jumps back a day before it" -> {
        town.stationWire().down(true);
        time.setWallError(Duration.ofDays(-1));
      }
      case "the station starts with a clock 41 minutes slow" ->
          startWithClock(Duration.ofMinutes(-41));
      case "the station starts with a clock an hour slow" -> startWithClock(Duration.ofHours(-1));
      case "the station starts with a clock a day slow" -> startWithClock(Duration.ofDays(-1));
      case "the station starts with a clock a day fast" -> startWithClock(Duration.ofDays(1));
      default -> town.stationWire().down(true);
    }
  }

  private void startWithClock(Duration error) {
    town.stationWire().down(true);
    time.setWallError(error);
    here.crash();
  }

  private void lend(PatronId card) {
    Desk desk = here.desk();
    LoanOutcome outcome = desk.lend(item, card, Optional.empty(), true);
    doneAt = time.now();
    switch (outcome) {
      case LoanOutcome.Lent lent -> {
        desk.released(lent.entry());
        patron = "take it";
      }
      case LoanOutcome.ToBeConfirmed given -> {
        desk.released(given.entry());
        patron = "take it, to be confirmed";
      }
      case LoanOutcome.AlreadyYours _ -> patron = "already yours";
      case LoanOutcome.NotLent no -> patron = "not lent: " + words(no.refusal().reason());
    }
    entry = last();
    desk.endSession(card);
  }

  private void bringBack(Duration after, String meanwhile) {
    lend(ann);
    here.pass(after);
    trouble(meanwhile);
    Desk desk = here.desk();
    desk.beginSession();
    doneAt = time.now();
    entry = desk.received(item, here.now(), How.SEEN, true, Optional.empty());
    desk.armed(entry);
    patron =
        switch (desk.settleReturn(entry)) {
          case ReturnOutcome.ReturnBooked _ -> "taken back";
          case ReturnOutcome.Recorded _ -> "taken back, counts from now";
          case ReturnOutcome.ReturnLeftToStaff _ -> "taken back, staff look into it";
        };
  }

  private void told(RenewOutcome outcome) {
    patron =
        switch (outcome) {
          case RenewOutcome.Renewed _ -> "renewed";
          case RenewOutcome.NotRenewed no -> "not renewed: " + words(no.refusal().reason());
          case RenewOutcome.Asked _ -> "asked; until granted your date stays";
        };
  }

  private long last() {
    return here.journal().all(1, 1000).stream()
        .filter(each -> each.what().item().equals(item))
        .reduce((_, newest) -> newest)
        .map(JournalEntry::number)
        .orElse(0L);
  }

  private void meanwhile(String what) {
    switch (what) {
      case "nothing",
          "the library blocks the patron",
          "the clock jumps back a day before it",
          "the station starts with a clock 41 minutes slow",
          "the station starts with a clock an hour slow",
          "the station starts with a clock a day slow",
          "the station starts with a clock a day fast",
          "its request is acted on 90 seconds late",
          "its request is acted on 10 minutes late",
          "its request is acted on 10 minutes late" + FROM_DUE_DATE,
          "its answer is lost" -> {}
      case "the counter lends it to the same patron",
          "the counter lends it to the same patron between look and checkout" ->
          counterLends(ann);
      case "the counter lends it to another",
          "the counter lends it to another between look and checkout" ->
          counterLends(bob);
      case "the counter takes it back" -> counterTakesBack();
      case "the counter takes it back and lends it to another" -> {
        counterTakesBack();
        here.pass(Duration.ofMinutes(20));
        counterLends(bob);
      }
      case "the counter renews it" -> {
        Answer<?> _ = counter().renew(item, ann, Optional.empty());
      }
      case "another station takes it back and reports first" -> takenBackThere();
      case "another station takes it back, lends it on and reports first" -> {
        takenBackThere();
        LoanOutcome lent = there.desk().lend(item, bob, Optional.empty(), true);
        if (lent instanceof LoanOutcome.Lent done) {
          there.desk().released(done.entry());
        }
      }
      case "it is recalled" -> town.says(item, CirculationStatus.RECALLED);
      case "it is put in transit" -> town.says(item, CirculationStatus.IN_TRANSIT);
      case "it is claimed returned" -> town.says(item, CirculationStatus.CLAIMED_RETURNED);
      case "it is reported lost" -> town.says(item, CirculationStatus.LOST);
      default -> throw new AssertionError("not played: " + what);
    }
  }

  private void takenBackThere() {
    there.desk().beginSession();
    long back = there.desk().received(item, there.now(), How.SEEN, true, Optional.empty());
    there.desk().armed(back);
    ReturnOutcome _ = there.desk().settleReturn(back);
  }

  private CentralSystem counter() {
    return town.counter();
  }

  private void counterLends(PatronId card) {
    if (!(counter().checkout(item, card, Optional.empty())
        instanceof Answer.Accepted<CheckoutResult>)) {
      throw new AssertionError("the counter does not lend " + item);
    }
  }

  private void counterTakesBack() {
    Answer<CheckinResult> _ = counter().checkin(item, time.now().atOffset(ZoneOffset.ofHours(8)));
  }

  private String look() {
    if (!(counter().look(item) instanceof Answer.Accepted<ItemLook>(var look))) {
      throw new AssertionError("the library does not tell of " + item);
    }
    String status = look.status().code();
    if (look.due().isEmpty()) {
      return status;
    }
    return status + (has(ann) ? ", this patron's" : ", another's");
  }

  private boolean has(PatronId card) {
    return counter().patron(card, Optional.empty(), true)
            instanceof Answer.Accepted<PatronLook>(var look)
        && look.charged().orElse(List.of()).contains(item);
  }

  private static String verdict(JournalEntry ended) {
    if (ended.state() == EntryState.WITH_STAFF) {
      return "with staff";
    }
    return ended.marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.EntryClosed.class::isInstance)
        .map(mark -> words(((Mark.EntryClosed) mark).reason()))
        .findFirst()
        .orElseGet(() -> words(ended.state()));
  }

  private String sent(JournalEntry ended) {
    String sent =
        ended.marks().stream()
            .filter(noted -> noted.mark() instanceof Mark.Sending)
            .map(noted -> request(((Mark.Sending) noted.mark()).message()))
            .collect(Collectors.joining(", "));
    return sent.isEmpty() ? "nothing" : sent;
  }

  private String request(String message) {
    if (!message.startsWith("09")) {
      return message;
    }
    Duration off =
        Duration.between(doneAt, OffsetDateTime.parse(message.substring(3)).toInstant()).abs();
    return off.compareTo(SAME) < 0 ? "09 with its moment" : "09 with another moment";
  }

  private static String staff(JournalEntry ended) {
    String lines =
        ended.marks().stream()
            .map(JournalEntry.Noted::mark)
            .filter(Mark.StaffLine.class::isInstance)
            .map(mark -> words(((Mark.StaffLine) mark).kind()))
            .collect(Collectors.joining(", "));
    return lines.isEmpty() ? "nothing" : lines;
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public void close() {
    here.close();
    there.close();
    town.close();
  }
}
