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
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.SeenAgain;
import org.libstation.journal.Mark.SeenAgain.SecondLookResult;
import org.libstation.journal.Mark.StaffLine;

/// Looks at settled entries again: at those that were in doubt twice within a day, at a sample of
/// the others at night. No wait is provably longer than a slow server, and a central system may
/// lose what it confirmed. These looks find both faults.
///
/// They use the item alone (17), so no card is kept for them. They take a fixed share of the line
/// and give way to all other work. They run only if nothing is to be settled and nothing was asked
/// for a while.
public final class SecondLook {
  /// How long the line must have been quiet; longer than a patron pauses between two touches.
  static final Duration QUIET = Duration.ofMinutes(2);

  /// Most items that a line about lost records names.
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

  /// @param settling shared with the outbox
  /// @param lanes shared with desk and outbox
  /// @param link whose gate the looks pass
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

  /// Makes at most one look.
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
      // Read again now that this thread owns the lane: the item may have moved.
      parts
          .journal()
          .find(owed.entry().number())
          .flatMap(SettledEntry::of)
          .filter(settled -> OwedLooks.isCurrent(settled, parts))
          .ifPresent(settled -> note(settled, central.look(settled.item())));
    }
  }

  /// Notes the answer. A look that may have arrived without an answer counts as made. Otherwise an
  /// item at which a central system hangs up would be asked about for ever.
  private void note(SettledEntry settled, Answer<ItemLook> answer) {
    switch (answer) {
      case Answer.NotSent<ItemLook> _ -> {
        // Nothing was sent.
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

  /// The line that staff get at once. A lost record is reported only when it is known what was lost
  /// with it.
  private static Optional<Mark> line(SettledEntry settled, SecondLookResult seen, ItemLook look) {
    return switch (seen) {
      case DUE_DATE_MOVED ->
          Optional.of(
              StaffLine.of(
                  StaffLine.StaffReason.DUE_DATE_MOVED,
                  TaskNote.of(
                      TaskNoteCode.DUE_MOVED,
                      TaskNote.moment(settled.at()),
                      TaskNote.due(settled.due()),
                      TaskNote.due(look.due()))));
      case LENT_AFTER_ALL ->
          settled.told(StaffLine.StaffReason.LENT_AFTER_ALL)
              ? Optional.empty()
              : Optional.of(
                  StaffLine.of(
                      StaffLine.StaffReason.LENT_AFTER_ALL,
                      TaskNote.of(
                          TaskNoteCode.CAME_TO_NOTHING,
                          TaskNote.moment(settled.entry().at()),
                          TaskNote.due(look.due()))));
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
    GoneTogether.lineOf(first).ifPresent(kind -> mark(first, StaffLine.of(kind, alone(first))));
  }

  private static TaskNote alone(SettledEntry gone) {
    String now =
        TaskNote.due(
            gone.looks().reversed().stream()
                .findFirst()
                .flatMap(noted -> ((SeenAgain) noted.mark()).due()));
    return gone.entry().what() instanceof CirculationEvent.ItemReturned back
        ? TaskNote.of(
            TaskNoteCode.LOAN_AGAIN,
            TaskNote.moment(back.handedOver()),
            TaskNote.due(gone.before()),
            now)
        : TaskNote.of(TaskNoteCode.RENEWAL_UNDONE, TaskNote.moment(gone.at()), now);
  }

  private static List<TaskNote> lost(List<SettledEntry> gone) {
    String items =
        gone.stream()
            .limit(NAMED)
            .map(each -> each.item().value())
            .collect(Collectors.joining(", "));
    List<TaskNote> notes = new ArrayList<>();
    notes.add(
        TaskNote.of(
            TaskNoteCode.RECORDS_LOST,
            TaskNote.moment(gone.getFirst().at()),
            TaskNote.moment(gone.getLast().at()),
            gone.size(),
            items));
    if (gone.size() > NAMED) {
      notes.add(TaskNote.of(TaskNoteCode.AND_MORE, gone.size() - NAMED));
    }
    return notes;
  }
}
