package org.libstation.sync;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// Decides how to treat a request that left, or may have left, and was not answered.
///
/// The steps are fixed. The gate closes the connection. `quarantine` passes by the monotonic clock,
/// then the item is looked up. `quarantine` passes once more, and the item is looked up again. Only
/// then is a fact sent, once. No wait is provably longer than a slow server may take.
final class Doubt {
  private final Elapsed elapsed;
  private final Duration quarantine;

  /// How far an entry in doubt has come.
  sealed interface DoubtStage {
    /// The entry is not in doubt.
    record Clear() implements DoubtStage {}

    /// Nothing may be asked until `left` has passed.
    record Quarantined(Duration left) implements DoubtStage {}

    /// Only a look is allowed.
    record FirstLook() implements DoubtStage {}

    /// A look is allowed; if it shows that the request was not carried out, a fact may be sent
    /// once.
    record LastLook() implements DoubtStage {}
  }

  Doubt(Elapsed elapsed, Duration quarantine) {
    this.elapsed = elapsed;
    this.quarantine = quarantine;
  }

  /// The stage of an entry, by its marks and the time since its last request or look.
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

  /// Whether the entry has a mark of unknown outcome that answers no request. Such a mark says that
  /// more may have happened than this journal knows, because the journal was an older one or may be
  /// a copy.
  boolean declared(JournalEntry entry) {
    boolean asked = false;
    boolean declared = false;
    for (JournalEntry.Noted noted : entry.marks()) {
      switch (noted.mark()) {
        case Mark.Sending _ -> asked = true;
        case Mark.OutcomeUnknown _ -> {
          // A mark written together with the entry is about the ask that the entry replaced.
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
          // These marks say nothing about the entry's request.
        }
      }
    }
    return declared;
  }

  /// Whether no request of the entry was sent, as far as this journal knows: no attempt is written,
  /// or each certainly was not sent.
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

  /// Returns how many times a request of the entry was to be sent. Attempts that certainly were not
  /// sent count too.
  int timesSent(JournalEntry entry) {
    return (int)
        entry.marks().stream().filter(noted -> noted.mark() instanceof Mark.Sending).count();
  }
}
