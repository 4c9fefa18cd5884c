package org.libstation.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.journal.Act;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// What must hold after every step and at the end, healed.
public final class Laws {
  /// Of the same moment: what a clock that was put right may be off.
  private static final Duration NEAR = Duration.ofMinutes(5);

  private final World world;
  private final CentralSystem counter;
  private final Acts acts;
  private final List<PatronId> patrons;

  /// @param counter a faultless way to ask the library
  public Laws(World world, CentralSystem counter, Acts acts, List<PatronId> patrons) {
    this.world = world;
    this.counter = counter;
    this.acts = acts;
    this.patrons = List.copyOf(patrons);
  }

  /// What must hold where nobody watches the time of hand-overs.
  public List<String> broken(Journal journal, boolean healed) {
    return broken(journal, Instant.MAX, healed);
  }

  /// @param now true time
  /// @return what is broken, in words; empty when all holds
  public List<String> broken(Journal journal, Instant now, boolean healed) {
    List<String> broken = new ArrayList<>();
    Map<ItemId, PatronId> booked = booked();
    Map<ItemId, List<JournalEntry>> entries = new HashMap<>();
    for (JournalEntry entry : journal.all(0, 100_000)) {
      entries.computeIfAbsent(entry.what().item(), _ -> new ArrayList<>()).add(entry);
      wrongMoment(journal, entry, now).ifPresent(broken::add);
    }
    if (healed) {
      broken.addAll(unsettled(journal));
    }
    for (ItemId item : world.items()) {
      List<JournalEntry> about = entries.getOrDefault(item, List.of());
      Optional<PatronId> loan = Optional.ofNullable(booked.get(item));
      Optional<String> wrong =
          goneHasALoan(journal, item, loan, about).or(() -> bookedIsGone(item, loan, about));
      // What a central system does too late, or forgets, is found when it is looked at again.
      boolean found = servedBadly(item) && (!healed || lookedAgain(about));
      wrong.filter(_ -> !found).ifPresent(broken::add);
      returnedIsKept(item, about).ifPresent(broken::add);
      if (acts.renewals(item.value()) > asked(about)) {
        broken.add(item + " renewed more often than asked");
      }
    }
    for (String doubled : acts.doubled()) {
      ItemId item = new ItemId(doubled);
      if (!acts.late(doubled)) {
        broken.add("a loan was doubled");
      } else if (healed && !doublingIsFound(item, entries.getOrDefault(item, List.of()))) {
        broken.add(item + " was lent twice by a request acted on late, and nobody is told");
      }
    }
    return broken;
  }

  /// What is neither closed nor with staff.
  static List<String> unsettled(Journal journal) {
    return journal.all(0, 100_000).stream()
        .filter(entry -> entry.state() != EntryState.CLOSED)
        .filter(entry -> entry.state() != EntryState.WITH_STAFF)
        .map(entry -> "not settled although healed: " + entry)
        .toList();
  }

  /// Whether the library acted on a request about it later than the quarantine, or forgot it.
  private boolean servedBadly(ItemId item) {
    return acts.late(item.value()) || world.isForgotten(item);
  }

  /// Looked at once more after it was settled: counted at least, or staff have a line.
  private static boolean lookedAgain(List<JournalEntry> about) {
    return about.isEmpty()
        || about.stream().anyMatch(entry -> entry.has(Mark.SeenAgain.class) || saysBooked(entry));
  }

  /// What moved before it could be looked at, or was renewed here since, shows nothing any more.
  private boolean doublingIsFound(ItemId item, List<JournalEntry> about) {
    boolean movedSince =
        acts.lateAt(item.value())
            .filter(at -> world.book(item).movedAt().isAfter(at) || world.isForgotten(item))
            .isPresent();
    boolean renewedHere =
        !about.isEmpty() && about.getLast().what() instanceof CirculationEvent.RenewAsked;
    return movedSince || renewedHere || about.stream().anyMatch(Laws::saysBooked);
  }

  public Map<ItemId, PatronId> booked() {
    Map<ItemId, PatronId> booked = new HashMap<>();
    for (PatronId patron : patrons) {
      if (!(counter.patron(patron, Optional.empty(), true)
          instanceof Answer.Accepted<PatronLook>(var look))) {
        throw new AssertionError("the library does not tell " + patron + "'s loans");
      }
      look.charged().orElseThrow().forEach(item -> booked.put(item, patron));
    }
    return booked;
  }

  /// Never gone without a loan or an open fact.
  private Optional<String> goneHasALoan(
      Journal journal, ItemId item, Optional<PatronId> loan, List<JournalEntry> about) {
    Optional<PatronId> holder = world.book(item).holder();
    if (holder.isEmpty() || loan.equals(holder)) {
      return Optional.empty();
    }
    boolean openFact =
        about.stream()
            .anyMatch(
                entry ->
                    entry.what() instanceof CirculationEvent.LoanGiven
                        && entry.state() != EntryState.CLOSED
                        && journal.card(entry.number()).equals(holder));
    return openFact
        ? Optional.empty()
        : Optional.of(item + " is gone with " + holder.get() + ", booked: " + loan + about);
  }

  /// Never booked without gone or a staff line (an ask still in doubt, a return still to be sent).
  private Optional<String> bookedIsGone(
      ItemId item, Optional<PatronId> loan, List<JournalEntry> about) {
    if (loan.isEmpty() || loan.equals(world.book(item).holder()) || world.wasOvertaken(item)) {
      return Optional.empty();
    }
    boolean accounted =
        about.stream().anyMatch(entry -> entry.state() != EntryState.CLOSED || saysBooked(entry));
    return accounted
        ? Optional.empty()
        : Optional.of(item + " is booked for " + loan.get() + " but " + world.book(item) + about);
  }

  private static boolean saysBooked(JournalEntry entry) {
    return entry.marks().stream()
        .anyMatch(
            noted ->
                noted.mark() instanceof Mark.StaffLine line
                    && line.kind() != Mark.StaffLine.StaffReason.CLOCK_DOUBTFUL
                    && line.kind() != Mark.StaffLine.StaffReason.NOT_SECURED);
  }

  /// Never returned without settled, open or a staff line.
  private Optional<String> returnedIsKept(ItemId item, List<JournalEntry> about) {
    long kept =
        about.stream()
            .filter(entry -> entry.what() instanceof CirculationEvent.ItemReturned)
            .filter(Laws::rightlyEnded)
            .count();
    return kept >= world.handOvers(item)
        ? Optional.empty()
        : Optional.of(
            item + " was handed over " + world.handOvers(item) + " times, kept " + kept + about);
  }

  private static boolean rightlyEnded(JournalEntry entry) {
    return entry.marks().stream()
        .noneMatch(
            noted ->
                noted.mark() instanceof Mark.EntryClosed closed
                    && (closed.reason() == Mark.EntryClosed.ClosingReason.REFUSED
                        || closed.reason() == Mark.EntryClosed.ClosingReason.ABANDONED));
  }

  /// A return reported in the run it was handed over in says when that truly was, or staff are told
  /// that the clock was in doubt; it may say the moment of the report, never one that has not come.
  private Optional<String> wrongMoment(Journal journal, JournalEntry entry, Instant now) {
    Optional<Instant> truth = world.truth(entry.number());
    if (truth.isEmpty() || !(entry.what() instanceof CirculationEvent.ItemReturned returned)) {
      return Optional.empty();
    }
    for (JournalEntry.Noted noted : entry.marks()) {
      if (noted.mark() instanceof Mark.StaffLine line
          && line.kind() == Mark.StaffLine.StaffReason.CLOCK_DOUBTFUL) {
        return Optional.empty();
      }
      if (noted.mark() instanceof Mark.Sending(Act act, String moment)
          && act == Act.CHECKIN
          && noted.at().bootId().equals(returned.handedOver().bootId())) {
        Instant said = OffsetDateTime.parse(moment).toInstant();
        if (said.isBefore(truth.get().minus(NEAR)) || said.minus(NEAR).isAfter(now)) {
          return Optional.of("handed over " + truth.get() + ", reported as " + said + ": " + entry);
        }
        if (said.isBefore(loanBooked(journal, returned.item(), entry, noted).minus(NEAR))) {
          return Optional.of("reported as " + said + ", before its loan: " + entry);
        }
        if (said.minus(NEAR).isAfter(truth.get())
            && entry.state() == EntryState.CLOSED
            && !saysBooked(entry)) {
          return Optional.of(
              "handed over "
                  + truth.get()
                  + ", counts from "
                  + said
                  + ", and nobody is told: "
                  + entry);
        }
      }
    }
    return Optional.empty();
  }

  /// When the library booked the loan that this station gave and that a return ends, in the run of
  /// the report. The library sets its loan dates itself.
  private static Instant loanBooked(
      Journal journal, ItemId item, JournalEntry back, JournalEntry.Noted report) {
    return journal
        .lastLoan(item, back.number())
        .filter(loan -> loan.what() instanceof CirculationEvent.LoanGiven)
        .flatMap(
            loan ->
                bookedAt(loan).stream()
                    .filter(at -> at.bootId().equals(report.at().bootId()))
                    .map(at -> at.corrected().toInstant())
                    .findFirst())
        .orElse(Instant.MIN.plus(NEAR));
  }

  /// By its answer; where that was lost, by the newest request that may have arrived.
  private static Optional<EventTime> bookedAt(JournalEntry loan) {
    Optional<EventTime> booked = Optional.empty();
    for (JournalEntry.Noted noted : loan.marks()) {
      switch (noted.mark()) {
        case Mark.Accepted _ -> {
          return Optional.of(noted.at());
        }
        case Mark.Sending sent when sent.act() == Act.CHECKOUT -> booked = Optional.of(noted.at());
        case Mark.NotSent _, Mark.RequestRefused _ -> booked = Optional.empty();
        default -> {
          // Nothing about the request for the loan.
        }
      }
    }
    return booked;
  }

  private static long asked(List<JournalEntry> about) {
    return about.stream()
        .filter(entry -> entry.what() instanceof CirculationEvent.RenewAsked)
        .count();
  }
}
