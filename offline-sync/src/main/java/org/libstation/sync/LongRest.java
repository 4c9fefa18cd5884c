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
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal.MarkOn;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.PerhapsSettled;

/// How long the station rested before this start, by its last sign of life on this disk.
///
/// A copy of the whole disk that is put back brings its journal and the journal's high-water mark
/// along. Only the old sign of life tells that something is missing. What is open in such a journal
/// may have been settled meanwhile. So after a rest longer than [#UNNOTICED] the request of every
/// entry that was open before the rest counts as sent and not answered: each is looked up, twice,
/// before it is sent. A loan whose item is on the shelf then goes to staff: booked and brought back
/// since looks the same as never booked.
///
/// The rest is measured with the clock that the central system put right. Until it has answered,
/// nothing is sent, and the rest is kept on the disk. May be used by several threads.
public final class LongRest {
  /// Shortest rest after which open entries are looked up again. Assumes that restoring a disk
  /// takes longer.
  public static final Duration UNNOTICED = Duration.ofMinutes(5);

  /// How far two corrected clocks may differ. A sign of life that lies further in the future than
  /// this proves that a clock was wrong, so that the rest may have been long.
  static final Duration TOLERANCE = Duration.ofMinutes(1);

  /// Most rests that are kept. The oldest two of more become one.
  static final int MOST = 100;

  private static final String WHY =
      "the last sign of life on this disk was old at the start: it may be a copy, and this may have"
          + " been settled since";

  /// One rest that was not judged yet.
  ///
  /// @param sign last sign of life before it
  /// @param start the start that ended it
  /// @param newest number of the journal's newest entry at that start
  public record Rest(EventTime sign, EventTime start, long newest) {
    /// Returns a rest that counts as long, for one that cannot be read.
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

  /// Keeps rests on the disk until they are judged. A program that ends before that makes a sign of
  /// its own.
  public interface Memory {
    List<Rest> kept();

    /// Replaces what was kept.
    void keep(List<Rest> rests);
  }

  /// Forgets everything, for tests and rehearsals.
  public static final Memory NO_MEMORY =
      new Memory() {
        @Override
        public List<Rest> kept() {
          return List.of();
        }

        @Override
        public void keep(List<Rest> rests) {
          // Forgotten at once.
        }
      };

  private final StationClock clock;
  private final Memory memory;
  private final List<Rest> rests;
  private final long newest;
  private volatile boolean judged;

  /// @param lastSign when the station last showed that it ran; empty when it never did
  /// @param newest number of the journal's newest entry; 0 without any, [Long#MAX_VALUE] when it
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

  /// Last sign of life before the first rest that is not known to be short.
  Optional<Instant> lastSign() {
    return rests.stream().findFirst().map(rest -> rest.sign().corrected().toInstant());
  }

  /// Whether a rest was longer than this, as far as the clock is right by now.
  boolean longer(Duration than) {
    return rests.stream().anyMatch(rest -> isLonger(rest, than));
  }

  /// Within one run of the machine monotonic time tells the length. Otherwise every reading of the
  /// two moments must be short.
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

  /// When this was by the clock of the central system. What was written in another run of the
  /// machine, before that clock was known, may have been right, or wrong by as much as now.
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

  /// Judges the rest once, before anything is sent.
  ///
  /// @return the entry as it stands then; empty while the central system does not answer
  Optional<JournalEntry> judged(SettlingParts parts, JournalEntry entry) {
    if (rests.isEmpty() || entry.number() > newest || sent(entry).isEmpty()) {
      return Optional.of(entry);
    }
    return isJudged(parts) ? Optional.of(parts.ledger().now(entry)) : Optional.empty();
  }

  /// Asks the central system without the lock: nobody waits for another's answer.
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

  /// Skips PaymentAsked: the terminal is asked what it took. Money that waits to be reported is
  /// looked up by the balance.
  private static List<MarkOn> sent(JournalEntry entry) {
    return entry.what() instanceof CirculationEvent.PaymentAsked
        ? List.of()
        : PerhapsSettled.asSent(entry, WHY).stream()
            .map(mark -> new MarkOn(entry.number(), mark))
            .toList();
  }
}
