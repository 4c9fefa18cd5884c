package org.libstation.sync;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// A request that left and was not answered, or may have left. The connection is closed (the gate
/// does that), `quarantine` passes by the monotonic clock, the item is looked up, `quarantine`
/// passes once more, it is looked up again; only then is a fact sent, once. No wait is provably
/// longer than a slow server.
final class Doubt {
  private final Elapsed elapsed;
  private final Duration quarantine;

  /// Where an entry stands.
  sealed interface DoubtStage {
    /// Not in doubt.
    record Clear() implements DoubtStage {}

    record Quarantined(Duration left) implements DoubtStage {}

    /// May be looked up, and nothing else.
    record FirstLook() implements DoubtStage {}

    /// May be looked up; if that says it was not done, a fact may be sent once.
    record LastLook() implements DoubtStage {}
  }

  Doubt(Elapsed elapsed, Duration quarantine) {
    this.elapsed = elapsed;
    this.quarantine = quarantine;
  }

  DoubtStage stage(JournalEntry entry) {
    List<JournalEntry.Noted> marks = entry.marks();
    int asked = -1;
    for (int i = 0; i < marks.size(); i++) {
      asked =
          switch (marks.get(i).mark()) {
            case Mark.Sending _, Mark.OutcomeUnknown _ -> i;
            case Mark.NotSent _, Mark.Accepted _, Mark.RequestRefused _ -> -1;
            case Mark.Looked _,
                Mark.OfItem _,
                Mark.StaffLine _,
                Mark.EntryClosed _,
                Mark.Fine _,
                Mark.StaffDone _,
                Mark.OfCard _ ->
                asked;
          };
    }
    if (asked < 0) {
      return new DoubtStage.Clear();
    }
    List<JournalEntry.Noted> looks =
        marks.subList(asked, marks.size()).stream()
            .filter(
                noted ->
                    noted.mark() instanceof Mark.Observed
                        || noted.mark() instanceof Mark.AccountSeen)
            .toList();
    JournalEntry.Noted since = looks.isEmpty() ? marks.get(asked) : looks.getLast();
    Duration left = elapsed.left(quarantine, elapsed.certainly(since.at()));
    if (left.isPositive()) {
      return new DoubtStage.Quarantined(left);
    }
    return looks.isEmpty() ? new DoubtStage.FirstLook() : new DoubtStage.LastLook();
  }

  /// Whether a mark that answers no request says that more may have happened than this journal
  /// knows: it was an older one, or may be a copy.
  boolean declared(JournalEntry entry) {
    boolean asked = false;
    boolean declared = false;
    for (JournalEntry.Noted noted : entry.marks()) {
      switch (noted.mark()) {
        case Mark.Sending _ -> asked = true;
        case Mark.OutcomeUnknown _ -> {
          // Written with the entry it is about the ask before it.
          declared |= !asked && !noted.at().equals(entry.at());
          asked = false;
        }
        case Mark.NotSent _, Mark.Accepted _, Mark.RequestRefused _ -> asked = false;
        case Mark.Looked _,
            Mark.OfItem _,
            Mark.StaffLine _,
            Mark.EntryClosed _,
            Mark.Fine _,
            Mark.StaffDone _,
            Mark.OfCard _ -> {
          // Nothing about its request.
        }
      }
    }
    return declared;
  }

  /// Whether this journal knows of no request that left: none was written, or each certainly did
  /// not leave.
  boolean neverLeft(JournalEntry entry) {
    List<Mark> ofRequest =
        entry.marks().stream()
            .map(JournalEntry.Noted::mark)
            .filter(Mark.OfRequest.class::isInstance)
            .toList();
    return IntStream.range(0, ofRequest.size())
        .filter(at -> ofRequest.get(at) instanceof Mark.Sending)
        .allMatch(at -> at + 1 < ofRequest.size() && ofRequest.get(at + 1) instanceof Mark.NotSent);
  }

  /// How many times its request may have left.
  int timesSent(JournalEntry entry) {
    return (int)
        entry.marks().stream().filter(noted -> noted.mark() instanceof Mark.Sending).count();
  }
}
