package org.libstation.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.central.CentralSystem.Status;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;
import org.libstation.journal.Journal.MarkOn;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.PerhapsSettled;

/// How long the station rested before this start, by its last sign of life on this disk.
///
/// A copy of the whole disk that is put back brings its journal and the journal's high-water mark
/// along. Only the old sign of life tells that something is missing. What is open in such a journal
/// may have been settled meanwhile. So after a rest longer than [#UNNOTICED] the request of every
/// open entry counts as sent and not answered: each is looked up, twice, before it is sent. A loan
/// whose item is on the shelf then goes to staff: booked and brought back since looks the same as
/// never booked.
///
/// The rest is measured with the clock that the central system put right. Until it has answered
/// nothing is sent. May be used by several threads.
public final class LongRest {
  /// Shortest rest after which open entries are looked up again. Assumes that restoring a disk
  /// takes longer.
  public static final Duration UNNOTICED = Duration.ofMinutes(5);

  private static final String WHY =
      "the last sign of life on this disk was old at the start: it may be a copy, and this may have"
          + " been settled since";

  private static final PerhapsSettled PERHAPS =
      new PerhapsSettled(
          WHY,
          "the last sign of life on this disk was old at the start: whether it was booked since then"
              + " cannot be told");

  private final Optional<Instant> lastSign;
  private final StationClock clock;
  private final Consumer<Optional<Instant>> kept;
  private final EventTime started;
  private final boolean seemsLong;
  private boolean judged;

  /// @param lastSign when the station last showed that it ran; empty when it never did
  /// @param kept keeps the last sign on the disk until the rest was judged, and forgets it then; a
  ///   program that ends before that would make a sign of its own
  public LongRest(
      Optional<Instant> lastSign, StationClock clock, Consumer<Optional<Instant>> kept) {
    this.lastSign = lastSign;
    this.clock = clock;
    this.kept = kept;
    this.started = clock.now();
    this.seemsLong = longer(UNNOTICED, started.wall().toInstant());
    this.judged = !seemsLong;
    if (seemsLong) {
      kept.accept(lastSign);
    }
  }

  /// Returns a rest of zero length, for tests and rehearsals.
  public static LongRest none(StationClock clock) {
    return new LongRest(Optional.empty(), clock, _ -> {});
  }

  Optional<Instant> lastSign() {
    return lastSign;
  }

  /// Whether the rest was longer than this, as far as the clock is right by now.
  boolean longer(Duration than) {
    Duration skew = clock.now().skew().orElse(Duration.ZERO);
    return longer(than, started.wall().plus(skew).toInstant());
  }

  private boolean longer(Duration than, Instant start) {
    return lastSign.filter(sign -> sign.plus(than).isBefore(start)).isPresent();
  }

  /// Judges the rest once, before anything is sent.
  ///
  /// @return the entry as it stands then; empty while the central system does not answer
  Optional<JournalEntry> judged(SettlingParts parts, JournalEntry entry) {
    if (!seemsLong) {
      return Optional.of(entry);
    }
    return isJudged(parts) ? Optional.of(parts.ledger().now(entry)) : Optional.empty();
  }

  synchronized boolean isJudged(SettlingParts parts) {
    if (judged) {
      return true;
    }
    boolean timeKnown =
        clock.now().skew().isPresent()
            || parts.central().status() instanceof Answer.Accepted<Status>;
    if (!timeKnown) {
      return false;
    }
    if (longer(UNNOTICED)) {
      List<MarkOn> marks =
          parts.journal().open().stream()
              .filter(this::isOlder)
              .filter(entry -> !parts.doubt().declared(entry))
              .flatMap(entry -> mark(entry).map(mark -> new MarkOn(entry.number(), mark)).stream())
              .toList();
      if (!marks.isEmpty()) {
        parts.journal().mark(marks);
      }
    }
    judged = true;
    kept.accept(Optional.empty());
    return true;
  }

  /// Skips PaymentAsked: the terminal is asked what it took. Money that waits to be reported is
  /// looked up by the balance.
  private static Optional<Mark> mark(JournalEntry entry) {
    if (entry.what() instanceof CirculationEvent.PaymentAsked) {
      return Optional.empty();
    }
    Optional<Mark> mark = PERHAPS.mark(entry);
    return entry.what() instanceof CirculationEvent.MoneyTaken
        ? mark.map(_ -> new Mark.Unknown(WHY))
        : mark;
  }

  /// Whether it was written before this start.
  private boolean isOlder(JournalEntry entry) {
    return !entry.at().bootId().equals(started.bootId())
        || entry.at().monotonic().compareTo(started.monotonic()) < 0;
  }
}
