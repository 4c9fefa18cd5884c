package org.libstation.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.SeenAgain.SecondLookResult;
import org.libstation.journal.Mark.StaffLine;

/// Decides whether settled entries that are gone at the central system were lost together. A single
/// loan whose item is on the shelf was brought back. Several in a row, with none among them that
/// still stands, may be records that the library lost. So the entries settled just before and just
/// after a gone entry are looked at too, until the row ends on both sides.
final class GoneTogether {
  /// Fewest gone entries within an hour that make a staff line about lost records.
  static final int SEVERAL = 3;

  /// Longest time between two settled entries that count as settled in a row.
  static final Duration HOUR = Duration.ofHours(1);

  /// If a neighbour was seen this much earlier than the gone entry, its look says nothing about a
  /// later loss.
  private static final Duration STALE = Duration.ofHours(12);

  private final List<SettledEntry> row;
  private final Elapsed elapsed;
  private final Predicate<SettledEntry> current;

  /// What to do next.
  sealed interface Next {
    record LookAt(SettledEntry neighbour) implements Next {}

    /// @param gone in the order in which they were settled; several make one line together
    record Tell(List<SettledEntry> gone) implements Next {}

    record NothingGone() implements Next {}
  }

  /// @param row in the order in which they were settled
  /// @param current whether this journal has nothing newer about the item
  GoneTogether(List<SettledEntry> row, Elapsed elapsed, Predicate<SettledEntry> current) {
    this.row = row;
    this.elapsed = elapsed;
    this.current = current;
  }

  Next next() {
    int from = 0;
    while (from < row.size()) {
      if (!row.get(from).gone() || !current.test(row.get(from))) {
        from++;
        continue;
      }
      List<SettledEntry> gone = new ArrayList<>(List.of(row.get(from)));
      Optional<SettledEntry> before = side(from, -1, new ArrayList<>());
      Optional<SettledEntry> after = side(from, 1, gone);
      Optional<SettledEntry> unseen = before.or(() -> after);
      if (unseen.isPresent()) {
        return new Next.LookAt(unseen.get());
      }
      List<SettledEntry> untold = untold(gone);
      if (!untold.isEmpty()) {
        return new Next.Tell(untold);
      }
      from = row.indexOf(gone.getLast()) + 1;
    }
    return new Next.NothingGone();
  }

  /// Walks from a gone entry through its neighbours while they are gone too.
  ///
  /// @param found takes the neighbours that are gone
  /// @return the neighbour that must be looked at first, if any
  private Optional<SettledEntry> side(int from, int step, List<SettledEntry> found) {
    SettledEntry last = row.get(from);
    SettledEntry gone = last;
    for (int at = from + step; at >= 0 && at < row.size(); at += step) {
      SettledEntry next = row.get(at);
      if (apart(last, next).compareTo(HOUR) > 0) {
        return Optional.empty();
      }
      last = next;
      if (!current.test(next) || saysNothing(next)) {
        continue;
      }
      if (next.gone()) {
        found.add(next);
        gone = next;
        continue;
      }
      return next.seen().isEmpty() || seenLongBefore(next, gone)
          ? Optional.of(next)
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean saysNothing(SettledEntry settled) {
    Optional<SecondLookResult> seen = settled.seen();
    return settled.left() == SettledEntry.Left.NOT_LENT
        || seen.filter(
                each ->
                    switch (each) {
                      case MOVED_ON, NOT_TOLD, NO_ANSWER, LENT_AFTER_ALL -> true;
                      case AS_SETTLED, DUE_DATE_MOVED, ON_THE_SHELF, RETURN_GONE, RENEWAL_GONE ->
                          false;
                    })
            .isPresent();
  }

  private boolean seenLongBefore(SettledEntry settled, SettledEntry gone) {
    return age(settled).minus(age(gone)).compareTo(STALE) > 0;
  }

  private Duration age(SettledEntry settled) {
    JournalEntry.Noted look = settled.looks().getLast();
    return elapsed.probably(look.at());
  }

  /// The entries that staff must still hear of. Several of one hour come together; otherwise the
  /// first that is a finding by itself.
  private List<SettledEntry> untold(List<SettledEntry> gone) {
    if (ofOneHour(gone)) {
      boolean told = gone.stream().anyMatch(each -> each.told(StaffLine.StaffReason.RECORDS_LOST));
      return told ? List.of() : gone;
    }
    return gone.stream()
        .filter(each -> lineOf(each).filter(kind -> !each.told(kind)).isPresent())
        .limit(1)
        .toList();
  }

  /// The staff line that an entry makes by itself; empty if it makes none.
  static Optional<StaffLine.StaffReason> lineOf(SettledEntry gone) {
    return gone.seen()
        .flatMap(
            seen ->
                switch (seen) {
                  case RETURN_GONE -> Optional.of(Mark.StaffLine.StaffReason.RETURN_GONE);
                  case RENEWAL_GONE -> Optional.of(Mark.StaffLine.StaffReason.DUE_DATE_MOVED);
                  case AS_SETTLED,
                      DUE_DATE_MOVED,
                      ON_THE_SHELF,
                      LENT_AFTER_ALL,
                      MOVED_ON,
                      NOT_TOLD,
                      NO_ANSWER ->
                      Optional.empty();
                });
  }

  private static boolean ofOneHour(List<SettledEntry> gone) {
    for (int first = 0; first + SEVERAL <= gone.size(); first++) {
      SettledEntry last = gone.get(first + SEVERAL - 1);
      if (apart(gone.get(first), last).compareTo(HOUR) <= 0) {
        return true;
      }
    }
    return false;
  }

  private static Duration apart(SettledEntry one, SettledEntry other) {
    return one.at().bootId().equals(other.at().bootId())
        ? other.at().monotonic().minus(one.at().monotonic()).abs()
        : Duration.between(one.at().corrected(), other.at().corrected()).abs();
  }
}
