package org.libstation.sync;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;

/// Decides which settled entry is due for a second look. The decision follows from the marks alone,
/// so a restart neither repeats nor skips a look.
final class OwedLooks {
  /// Time after settling at which an entry that was in doubt is due for its first look.
  static final Duration FIRST = Duration.ofHours(1);

  /// Time after settling at which such an entry is due for its second look.
  static final Duration SECOND = Duration.ofHours(20);

  /// How long an entry that was in doubt stays due for its looks: the station may have been off.
  private static final Duration IN_DOUBT = Duration.ofDays(7);

  /// If the station was off for some nights, the sample of settled entries reaches back this far.
  private static final Duration MISSED_NIGHTS = Duration.ofDays(3);

  /// Most closed entries that are considered: more than a station settles in a day.
  private static final int CONSIDERED = 2000;

  /// Longest time until the due looks are worked out again.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final SettlingParts parts;
  private final LookAgainSettings settings;
  private final SettledRows settled;
  private List<SettledEntry> row = List.of();
  private List<SettledEntry> all = List.of();

  /// The step that is due next.
  sealed interface OwedStep {
    record OwedLook(SettledEntry at) implements OwedStep {}

    /// @param gone entries that staff must hear of
    record TellOwed(List<SettledEntry> gone) implements OwedStep {}

    record NothingOwed(Duration atMost) implements OwedStep {}
  }

  OwedLooks(SettlingParts parts, LookAgainSettings settings) {
    this.parts = parts;
    this.settings = settings;
    this.settled = new SettledRows(parts.journal(), CONSIDERED);
  }

  private void read() {
    row = settled.newestOfEachItem();
    all =
        Stream.concat(
                row.stream(),
                parts.journal().open().stream()
                    .filter(entry -> entry.state() == EntryState.WITH_STAFF)
                    .flatMap(entry -> SettledEntry.of(entry).stream()))
            .toList();
  }

  OwedStep next() {
    read();
    Duration wait = LONGEST;
    for (SettledEntry each : all) {
      Optional<Duration> left = each.afterDoubt() ? left(each) : Optional.empty();
      if (left.filter(Duration::isPositive).isPresent()) {
        wait = left.get().compareTo(wait) < 0 ? left.get() : wait;
      } else if (left.isPresent() && isCurrent(each)) {
        return new OwedStep.OwedLook(each);
      }
    }
    return switch (new GoneTogether(row, parts.elapsed(), this::isCurrent).next()) {
      case GoneTogether.Next.LookAt(var neighbour) -> new OwedStep.OwedLook(neighbour);
      case GoneTogether.Next.Tell(var gone) -> new OwedStep.TellOwed(gone);
      case GoneTogether.Next.NothingGone _ -> {
        Optional<SettledEntry> sampled = sampled();
        yield sampled.isPresent()
            ? new OwedStep.OwedLook(sampled.get())
            : new OwedStep.NothingOwed(wait);
      }
    };
  }

  /// How long until an entry that was in doubt is due for its next look; empty if it had both looks
  /// or is too old.
  private Optional<Duration> left(SettledEntry settled) {
    Duration age = age(settled);
    if (age.compareTo(IN_DOUBT) > 0) {
      return Optional.empty();
    }
    if (settled.looks().isEmpty()) {
      return Optional.of(FIRST.minus(age));
    }
    JournalEntry.Noted last = settled.looks().getLast();
    Duration then = age.minus(parts.elapsed().probably(last.at()));
    return then.compareTo(SECOND) < 0 ? Optional.of(SECOND.minus(age)) : Optional.empty();
  }

  private Duration age(SettledEntry settled) {
    return parts.elapsed().probably(settled.at());
  }

  /// Draws an entry settled before this night, never in doubt and never looked at again. The draw
  /// depends on the night's date, so a restart draws the same.
  private Optional<SettledEntry> sampled() {
    ZonedDateTime now = parts.clock().now().corrected().atZoneSameInstant(parts.habits().zone());
    ZonedDateTime today = now.with(settings.sampleFrom());
    ZonedDateTime night = today.isAfter(now) ? today.minusDays(1) : today;
    Duration since = Duration.between(night, now);
    long made = row.stream().filter(each -> sound(each) && lookedWithin(each, since)).count();
    if (made >= settings.sample()) {
      return Optional.empty();
    }
    Duration reach = since.plus(MISSED_NIGHTS);
    long draw = night.toLocalDate().toEpochDay();
    return row.stream()
        .filter(each -> sound(each) && each.looks().isEmpty())
        .filter(each -> age(each).compareTo(since) >= 0 && age(each).compareTo(reach) <= 0)
        .sorted(Comparator.comparingLong(each -> lot(each.entry().number(), draw)))
        .filter(this::isCurrent)
        .findFirst();
  }

  private static boolean sound(SettledEntry settled) {
    return !settled.afterDoubt();
  }

  private boolean lookedWithin(SettledEntry settled, Duration since) {
    return settled.looks().stream()
        .anyMatch(noted -> parts.elapsed().probably(noted.at()).compareTo(since) <= 0);
  }

  private static long lot(long number, long draw) {
    return new SplittableRandom(number * 0x9E3779B97F4A7C15L + draw).nextLong();
  }

  /// Whether this journal has nothing newer about the item, open or settled.
  private boolean isCurrent(SettledEntry settled) {
    return isCurrent(settled, parts);
  }

  static boolean isCurrent(SettledEntry settled, SettlingParts parts) {
    long number = settled.entry().number();
    boolean overtaken =
        parts.journal().lastMove(settled.item()).filter(last -> last.number() > number).isPresent()
            || parts.journal().open(settled.item()).stream()
                .anyMatch(open -> open.number() != number && open.state() != EntryState.WITH_STAFF);
    return !overtaken;
  }
}
