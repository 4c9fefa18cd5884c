package org.libstation.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.libstation.central.CentralSystem.Status;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal.MarkOn;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.PerhapsSettled;

/// How long the station stood still before this start, measured from its last sign of life on this
/// disk.
///
/// A restored copy of the whole disk includes the journal and its high-water mark. Only the old
/// sign of life shows that something is missing. Open entries of such a journal may have been
/// settled meanwhile. So after a rest longer than [#UNNOTICED], the request of every entry that was
/// open before the rest counts as sent and not answered. Each is looked up twice before it is sent.
/// A loan whose item is on the shelf then goes to staff: booked and brought back since looks the
/// same as never booked.
///
/// The rest is measured with the clock as corrected by the central system. Until that system has
/// answered, nothing is sent, and the rest is kept on disk. Thread-safe.
public final class LongRest {
  /// Shortest rest after which open entries are looked up again. Assumes that restoring a disk
  /// takes longer.
  public static final Duration UNNOTICED = Duration.ofMinutes(5);

  /// How far two corrected clocks may differ. If a sign of life lies further than this in the
  /// future, a clock was wrong, and the rest may have been long.
  static final Duration TOLERANCE = Duration.ofMinutes(1);

  /// Most rests that are kept; beyond that, the two oldest are merged into one.
  static final int MOST = 100;

  private static final TaskNote WHY = TaskNote.of(TaskNoteCode.PERHAPS_COPY);

  /// One rest that has not been judged yet.
  ///
  /// @param sign last sign of life before it
  /// @param start the start that ended it
  /// @param newest number of the journal's newest entry at that start
  public record Rest(EventTime sign, EventTime start, long newest) {
    /// Returns a rest that counts as long, in place of one that cannot be read.
    public static Rest notKnown() {
      return new Rest(at(Instant.EPOCH), at(Instant.EPOCH.plus(MOST_OF_A_LIFE)), Long.MAX_VALUE);
    }

    private static final Duration MOST_OF_A_LIFE = Duration.ofDays(10_000);

    private static EventTime at(Instant wall) {
      return new EventTime(
          wall.atOffset(ZoneOffset.UTC), "", Duration.ZERO, Optional.of(Duration.ZERO), false);
    }

    private boolean isInOneRun() {
      return sign.bootId().equals(start.bootId());
    }
  }

  /// Keeps rests on disk until they are judged. Without it, the new sign of life of this program
  /// would hide them at the next start.
  public interface Memory {
    List<Rest> kept();

    /// Replaces the stored rests.
    void keep(List<Rest> rests);
  }

  /// A memory that stores nothing, for tests and rehearsals.
  public static final Memory NO_MEMORY =
      new Memory() {
        @Override
        public List<Rest> kept() {
          return List.of();
        }

        @Override
        public void keep(List<Rest> rests) {
          // Keeps nothing.
        }
      };

  private final StationClock clock;
  private final Memory memory;
  private final List<Rest> rests;
  private final long newest;
  private volatile boolean judged;

  /// @param lastSign when the station last showed that it ran; empty if it never did
  /// @param newest number of the journal's newest entry; 0 if there is none, [Long#MAX_VALUE] if it
  ///   cannot be read
  /// @param memory what former starts kept
  public LongRest(Optional<EventTime> lastSign, StationClock clock, long newest, Memory memory) {
    this.clock = clock;
    this.memory = memory;
    EventTime start = clock.now();
    List<Rest> open = new ArrayList<>();
    for (Rest rest : memory.kept()) {
      open.add(new Rest(rest.sign(), rest.start(), Math.min(rest.newest(), newest)));
    }
    lastSign
        .map(sign -> new Rest(sign, start, newest))
        .filter(rest -> !rest.isInOneRun() || isLonger(rest, UNNOTICED))
        .ifPresent(open::add);
    while (open.size() > MOST) {
      Rest first = open.removeFirst();
      Rest second = open.removeFirst();
      open.addFirst(new Rest(first.sign(), second.start(), second.newest()));
    }
    this.rests = List.copyOf(open);
    this.newest = rests.stream().mapToLong(Rest::newest).max().orElse(0);
    this.judged = rests.isEmpty();
    if (!judged) {
      memory.keep(rests);
    }
  }

  /// Returns a rest of zero length, for tests and rehearsals.
  public static LongRest none(StationClock clock) {
    return new LongRest(Optional.empty(), clock, 0, NO_MEMORY);
  }

  /// The last sign of life before the first rest that is not known to be short.
  Optional<Instant> lastSign() {
    return rests.stream().findFirst().map(rest -> rest.sign().corrected().toInstant());
  }

  /// Whether a rest was longer than this, as far as the clock is correct by now.
  boolean longer(Duration than) {
    return rests.stream().anyMatch(rest -> isLonger(rest, than));
  }

  /// Whether a rest is longer than this. Within one run of the machine, monotonic time gives the
  /// length. Otherwise the rest is short only if every possible reading of the two times is.
  private boolean isLonger(Rest rest, Duration than) {
    if (rest.isInOneRun()) {
      return isOutside(rest.start().monotonic().minus(rest.sign().monotonic()), than);
    }
    return readings(rest.sign())
        .anyMatch(
            sign ->
                readings(rest.start())
                    .anyMatch(start -> isOutside(Duration.between(sign, start), than)));
  }

  private static boolean isOutside(Duration length, Duration than) {
    return length.compareTo(than) > 0 || length.plus(TOLERANCE).isNegative();
  }

  /// The possible times of an event by the central system's clock. A time recorded in another run
  /// of the machine, before that clock was known, may have been right, or wrong by as much as now.
  private Stream<Instant> readings(EventTime at) {
    EventTime now = clock.now();
    if (at.bootId().equals(now.bootId())) {
      return Stream.of(now.corrected().toInstant().minus(now.monotonic().minus(at.monotonic())));
    }
    Instant corrected = at.corrected().toInstant();
    return at.skew().isPresent()
        ? Stream.of(corrected)
        : Stream.of(corrected, corrected.plus(now.skew().orElse(Duration.ZERO)));
  }

  boolean isTimeKnown() {
    return clock.now().skew().isPresent();
  }

  /// Judges the rests once, before anything is sent.
  ///
  /// @return the entry as it stands afterwards; empty while the central system does not answer
  Optional<JournalEntry> judged(SettlingParts parts, JournalEntry entry) {
    if (rests.isEmpty() || entry.number() > newest || sent(entry).isEmpty()) {
      return Optional.of(entry);
    }
    return isJudged(parts) ? Optional.of(parts.ledger().now(entry)) : Optional.empty();
  }

  /// Judges the rests if the central system's time is known. Asks it without holding the lock, so
  /// that no thread waits for another's answer.
  boolean isJudged(SettlingParts parts) {
    if (judged) {
      return true;
    }
    boolean answered = isTimeKnown() || parts.central().status() instanceof Answer.Accepted<Status>;
    if (answered) {
      judge(parts);
    }
    return answered;
  }

  private synchronized void judge(SettlingParts parts) {
    if (judged) {
      return;
    }
    OptionalLong upTo =
        rests.stream().filter(rest -> isLonger(rest, UNNOTICED)).mapToLong(Rest::newest).max();
    if (upTo.isPresent()) {
      List<MarkOn> marks =
          parts.journal().open().stream()
              .filter(entry -> entry.number() <= upTo.getAsLong())
              .filter(
                  entry -> entry.state() != EntryState.IN_DOUBT || !parts.doubt().declared(entry))
              .flatMap(entry -> sent(entry).stream())
              .toList();
      if (!marks.isEmpty()) {
        parts.journal().mark(marks);
      }
    }
    judged = true;
    memory.keep(List.of());
  }

  /// Makes the marks by which an entry counts as sent. None for `PaymentAsked`: there the terminal
  /// is asked what it took. Money that waits to be reported is looked up by the balance.
  private static List<MarkOn> sent(JournalEntry entry) {
    return entry.what() instanceof CirculationEvent.PaymentAsked
        ? List.of()
        : PerhapsSettled.asSent(entry, WHY).stream()
            .map(mark -> new MarkOn(entry.number(), mark))
            .toList();
  }
}
