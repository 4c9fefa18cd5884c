package org.libstation.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemLook;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.SeenAgain;
import org.libstation.journal.Mark.SeenAgain.SecondLookResult;
import org.libstation.journal.Mark.StaffLine;

/// Looks at settled entries once more: what was in doubt twice within a day, the others in a sample
/// of the night. No wait is provably longer than a slow server, and a central system may lose what
/// it confirmed; this is how either is found.
///
/// By item alone (17): no card is kept for it. It takes a named share of the line and makes way for
/// everybody: only while nothing is to be settled, and while nobody has asked anything for a while.
public final class SecondLook {
  /// So long nobody has asked for anything: longer than a visit rests between two touches.
  static final Duration QUIET = Duration.ofMinutes(2);

  /// So many items are named in a line about records that were lost.
  private static final int NAMED = 20;

  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final SettlingParts parts;
  private final Lanes lanes;
  private final Link link;
  private final LookAgainSettings settings;
  private final CentralSystem central;
  private final SecondVerdict verdict;
  private final OwedLooks owed;
  private Duration next;

  /// @param settling what the outbox settles by
  /// @param lanes shared with desk and outbox
  /// @param link whose gate its requests pass
  public SecondLook(Settling settling, Lanes lanes, Link link, LookAgainSettings settings) {
    this.parts = settling.parts();
    this.lanes = lanes;
    this.link = link;
    this.settings = settings;
    this.central = Link.aside(parts.central());
    this.verdict = new SecondVerdict(parts);
    this.owed = new OwedLooks(parts, settings);
    this.next = parts.clock().monotonic().plus(pause());
  }

  private Duration pause() {
    return settings.perHour() == 0 ? AN_HOUR : AN_HOUR.dividedBy(settings.perHour());
  }

  /// At most one look.
  ///
  /// @return how long until there may be another
  Duration step() {
    Duration idle = parts.settings().idle();
    if (settings.perHour() == 0 || !link.up()) {
      return idle;
    }
    Duration left = next.minus(parts.clock().monotonic());
    if (left.isPositive()) {
      return left;
    }
    Duration busy = QUIET.minus(link.quietFor());
    if (busy.isPositive()) {
      return busy;
    }
    return switch (owed.next()) {
      case OwedLooks.OwedStep.OwedLook(SettledEntry at) -> {
        look(at);
        yield rest(pause());
      }
      case OwedLooks.OwedStep.TellOwed(var gone) -> {
        tell(gone);
        yield Duration.ZERO;
      }
      case OwedLooks.OwedStep.NothingOwed(Duration atMost) -> rest(atMost);
    };
  }

  private Duration rest(Duration wait) {
    next = parts.clock().monotonic().plus(wait);
    return wait;
  }

  private void look(SettledEntry owed) {
    Optional<Lanes.Lane> lane = lanes.tryTake(owed.item());
    if (lane.isEmpty()) {
      return;
    }
    try (Lanes.Lane _ = lane.get()) {
      // Read again now that it is ours: somebody may have moved it.
      parts
          .journal()
          .find(owed.entry().number())
          .flatMap(SettledEntry::of)
          .filter(settled -> OwedLooks.isCurrent(settled, parts))
          .ifPresent(settled -> note(settled, central.look(settled.item())));
    }
  }

  /// A look that may have been heard and was not answered counts as made: an item at which a
  /// central system hangs up would else be asked about for ever.
  private void note(SettledEntry settled, Answer<ItemLook> answer) {
    switch (answer) {
      case Answer.NotSent<ItemLook> _ -> {
        // Nothing was asked.
      }
      case Answer.Unknown<ItemLook> _ -> mark(settled, nothing(SecondLookResult.NO_ANSWER));
      case Answer.Refused<ItemLook> _ -> mark(settled, nothing(SecondLookResult.NOT_TOLD));
      case Answer.Accepted<ItemLook>(var look) -> {
        SecondLookResult seen = verdict.of(settled, look);
        List<Mark> marks = new ArrayList<>();
        marks.add(new SeenAgain(seen, look.status(), look.due()));
        line(settled, seen, look).ifPresent(marks::add);
        mark(settled, marks.toArray(Mark[]::new));
      }
    }
  }

  private void mark(SettledEntry settled, Mark... marks) {
    parts.ledger().mark(settled.entry(), marks);
  }

  private static Mark nothing(SecondLookResult seen) {
    return new SeenAgain(seen, CirculationStatus.OTHER, Optional.empty());
  }

  /// What staff hear at once; what is gone waits until it is known what is gone with it.
  private static Optional<Mark> line(SettledEntry settled, SecondLookResult seen, ItemLook look) {
    return switch (seen) {
      case DUE_DATE_MOVED ->
          Optional.of(
              new StaffLine(
                  StaffLine.StaffReason.DUE_DATE_MOVED,
                  "settled %s, due %s; due %s now"
                      .formatted(
                          Ledger.moment(settled.at()), told(settled.due()), told(look.due()))));
      case LENT_AFTER_ALL ->
          settled.told(StaffLine.StaffReason.LENT_AFTER_ALL)
              ? Optional.empty()
              : Optional.of(
                  new StaffLine(
                      StaffLine.StaffReason.LENT_AFTER_ALL,
                      "asked %s, came to nothing; on loan now, due %s"
                          .formatted(Ledger.moment(settled.entry().at()), told(look.due()))));
      case AS_SETTLED, ON_THE_SHELF, RETURN_GONE, RENEWAL_GONE, MOVED_ON, NOT_TOLD, NO_ANSWER ->
          Optional.empty();
    };
  }

  private void tell(List<SettledEntry> gone) {
    SettledEntry first = gone.getFirst();
    if (gone.size() >= GoneTogether.SEVERAL) {
      mark(first, new StaffLine(StaffLine.StaffReason.RECORDS_LOST, lost(gone)));
      return;
    }
    GoneTogether.lineOf(first).ifPresent(kind -> mark(first, new StaffLine(kind, alone(first))));
  }

  private static String alone(SettledEntry gone) {
    String now =
        told(
            gone.looks().reversed().stream()
                .findFirst()
                .flatMap(noted -> ((SeenAgain) noted.mark()).due()));
    return gone.entry().what() instanceof CirculationEvent.ItemReturned back
        ? "handed over %s, due %s then; on loan again, due %s"
            .formatted(Ledger.moment(back.handedOver()), told(gone.before()), now)
        : "renewed %s; due %s again, as before".formatted(Ledger.moment(gone.at()), now);
  }

  private static String lost(List<SettledEntry> gone) {
    String items =
        gone.stream()
            .limit(NAMED)
            .map(each -> each.item().value())
            .collect(Collectors.joining(", "));
    return "the library may have lost its records from %s to %s: %d settled here are gone: %s%s"
        .formatted(
            Ledger.moment(gone.getFirst().at()),
            Ledger.moment(gone.getLast().at()),
            gone.size(),
            items,
            gone.size() > NAMED ? " and " + (gone.size() - NAMED) + " more" : "");
  }

  private static String told(Optional<DueDate> due) {
    return due.flatMap(DueDate::at).map(Object::toString).orElse("not told");
  }
}
