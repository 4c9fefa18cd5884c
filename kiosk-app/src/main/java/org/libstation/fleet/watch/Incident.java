package org.libstation.fleet.watch;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Something that is wrong, from its first sign until it has been well for a while; however often
/// it comes and goes meanwhile it is one matter.
final class Incident {
  /// Has been told, is told again after a day, and when it is over. Between lie the reminders.
  static final int BEGUN = 1;

  static final int BACK = 1_000_000;

  /// After a last will: most come back by themselves within this.
  private static final Duration LOST = Duration.ofSeconds(90);

  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_REMINDERS = 7;

  /// Comes and goes: it never lasts, and still nobody can use it.
  private static final int FLAPS = 3;

  private static final String OVER = "over";
  private static final String DOUBT = "doubt";

  /// What can be wrong.
  enum Kind {
    GONE,
    FAULT,
    NO_BROKER,
    TOO_MANY;

    /// Of one that watches, and of no station.
    boolean isOfTheWatch() {
      return this == NO_BROKER || this == TOO_MANY;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// @param station `LIBRARY/PLACE/STATION`, or who watches
  /// @param installation its id; empty of who watches, or where it was never heard
  /// @param what part, device and code of a fault
  @RecordBuilder
  record Subject(Kind kind, String station, String installation, String what)
      implements IncidentSubjectBuilder.With {
    /// The same, whichever installation it is.
    Subject ofAny() {
      return withInstallation("");
    }

    String key() {
      return String.join("|", kind.word(), station, installation, what);
    }
  }

  private final Subject subject;
  private final Instant since;
  private final Instant over;
  private String mark;
  private Instant changed;
  private boolean present = true;
  private int times = 1;
  private int wanted;
  private Instant told = Instant.EPOCH;
  private Optional<Instant> doubted = Optional.empty();
  private final Map<String, Integer> done = new TreeMap<>();

  /// @param mark which start and message of the station showed it
  /// @param over until when a matter of the same subject was another one, told to its end
  Incident(Subject subject, String mark, Instant since, Instant over) {
    this.subject = subject;
    this.mark = mark;
    this.since = since;
    this.over = over;
    this.changed = since;
  }

  Subject subject() {
    return subject;
  }

  /// @return whether that is new
  boolean see(boolean there, Instant now) {
    if (there == present || wanted == BACK) {
      return false;
    }
    present = there;
    changed = now;
    times += there ? 1 : 0;
    return true;
  }

  /// Looks at the time.
  ///
  /// @param quiet how long it must be well before it is over
  /// @return whether something else is to be told now
  boolean look(Instant now, Duration quiet) {
    int before = wanted;
    Duration after = subject.kind() == Kind.GONE ? LOST : quiet;
    Duration still = Duration.between(changed, now);
    boolean flaps = times >= FLAPS && Duration.between(since, now).compareTo(after) >= 0;
    boolean well = !present && still.compareTo(quiet) >= 0;
    if (wanted == 0 && !well && (flaps || (present && still.compareTo(after) >= 0))) {
      wanted = BEGUN;
      told = now;
    } else if (wanted > 0 && wanted < BACK) {
      int days = Math.clamp(Duration.between(told, now).dividedBy(DAY), 0, MOST_REMINDERS);
      wanted = well ? BACK : present ? Math.max(wanted, BEGUN + days) : wanted;
    }
    return wanted != before;
  }

  /// From now on nobody knows whether it is the same that was told: it may have ended unseen, and
  /// begun anew.
  void doubt(Instant now) {
    doubted = Optional.of(now);
  }

  /// It is the same.
  void sure() {
    doubted = Optional.empty();
  }

  boolean isDoubted() {
    return doubted.isPresent();
  }

  /// Of one in doubt: since when it has been wrong as far as is known, once that is long enough for
  /// the next to be told. One that is well before is over, and that is told.
  ///
  /// @param seen since when anything is known of it
  Optional<Instant> anew(Instant now, Duration quiet, Instant seen) {
    Duration after = subject.kind() == Kind.GONE ? LOST : quiet;
    return doubted
        .filter(_ -> present && wanted < BACK)
        .map(since -> since.isAfter(changed) ? since : changed)
        .map(since -> since.isAfter(seen) ? since : seen)
        .filter(since -> Duration.between(since, now).compareTo(after) >= 0);
  }

  /// Well again, and nobody was or is to be told; or everybody was, some time ago.
  ///
  /// @param keep how long others may ask whether it was told
  boolean isOver(Instant now, Duration quiet, Duration keep, List<String> ways) {
    Duration still = Duration.between(changed, now);
    return wanted == 0
        ? !present && still.compareTo(quiet) >= 0
        : isClosed(ways) && still.compareTo(keep) >= 0;
  }

  /// Whether nobody needs to hear of it any more, where nothing more is heard of its station.
  boolean isOld(Instant now) {
    return Duration.between(changed, now).compareTo(DAY.multipliedBy(MOST_REMINDERS + 1)) >= 0;
  }

  /// Told to its end: a new sign is a new matter.
  boolean isClosed(List<String> ways) {
    return wanted == BACK && ways.stream().allMatch(way -> done.getOrDefault(way, 0) == BACK);
  }

  /// What is next told this way, if anything: that it is over never before that it began.
  Optional<Integer> next(String way) {
    int last = done.getOrDefault(way, 0);
    return wanted <= last ? Optional.empty() : Optional.of(last == 0 ? BEGUN : wanted);
  }

  /// What it came to at the last look.
  Optional<Integer> news() {
    return wanted == 0 ? Optional.empty() : Optional.of(wanted);
  }

  /// Takes the name that another gave it who tells it.
  ///
  /// @param begun it was told to have begun by that name, and is to be over by it
  void known(String theirs, boolean begun) {
    mark = begun || done.isEmpty() ? theirs : mark;
  }

  String mark() {
    return mark;
  }

  /// Was told so by somebody.
  void told(String way, int step, Instant now) {
    told = wanted == 0 ? now : told;
    done.merge(way, step, Math::max);
    wanted = Math.max(wanted, step);
  }

  /// It ended unseen, and somebody told so.
  void ended(String way, Instant when, Instant now) {
    present = false;
    changed = when;
    told(way, BACK, now);
  }

  /// How it was told so far.
  List<String> ways() {
    return List.copyOf(done.keySet());
  }

  /// From when on a sign of the same subject is another matter, where this one was told to its end
  /// this way.
  Optional<Instant> closed(String way, Duration quiet) {
    return done.getOrDefault(way, 0) == BACK
        ? Optional.of(changed.plus(quiet.dividedBy(2)))
        : Optional.empty();
  }

  /// Whether a matter of the same subject that began then, by a clock a little apart from this one,
  /// is this one, and was told this way.
  boolean wasTold(String way, int step, Instant began, Duration after) {
    boolean same = present || began.isBefore(changed.plus(after.dividedBy(2)));
    return same && done.getOrDefault(way, 0) >= step;
  }

  Instant since() {
    return since;
  }

  Instant over() {
    return over;
  }

  boolean isPresent() {
    return present;
  }

  /// Whether an installation of its station that was heard is gone now.
  boolean isGone() {
    return subject.kind() == Kind.GONE && !subject.installation().isEmpty() && present;
  }

  /// The next of the same subject, once this one was told to its end.
  ///
  /// @param quiet how long this one was well before
  Incident next(String theirs, Instant now, Duration quiet) {
    return new Incident(subject, theirs, now, changed.plus(quiet.dividedBy(2)));
  }

  Alert alert(int step, Instant now, String watch) {
    Alert.AlertStep told =
        switch (step) {
          case BACK -> new Alert.AlertStep.AlertOver();
          case BEGUN -> new Alert.AlertStep.Begun();
          default -> new Alert.AlertStep.Reminder(step - BEGUN);
        };
    return new Alert(id(), told, subject, times, since, step == BACK ? changed : now, watch);
  }

  private String id() {
    String all = subject.key() + "|" + mark;
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// One line of [WatchBook].
  String line() {
    StringBuilder line =
        new StringBuilder(
            String.join(
                " ",
                mark,
                since.toString(),
                changed.toString(),
                String.valueOf(present),
                String.valueOf(times),
                String.valueOf(wanted),
                told.toString()));
    if (over.isAfter(Instant.EPOCH)) {
      line.append(' ').append(OVER).append('=').append(over);
    }
    doubted.ifPresent(at -> line.append(' ').append(DOUBT).append('=').append(at));
    done.forEach((way, step) -> line.append(' ').append(way).append('=').append(step));
    return line.toString();
  }

  /// @throws RuntimeException when it is none
  static Incident read(String key, String line) {
    String[] parts = key.split("\\|", -1);
    String[] words = line.split(" ", -1);
    Incident matter =
        new Incident(
            new Subject(
                Kind.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_')),
                parts[1],
                parts[2],
                parts[3]),
            words[0],
            Instant.parse(words[1]),
            Arrays.stream(words)
                .filter(word -> word.startsWith(OVER + "="))
                .map(word -> Instant.parse(word.substring(OVER.length() + 1)))
                .findFirst()
                .orElse(Instant.EPOCH));
    matter.changed = Instant.parse(words[2]);
    matter.present = Boolean.parseBoolean(words[3]);
    matter.times = Integer.parseInt(words[4]);
    matter.wanted = Integer.parseInt(words[5]);
    matter.told = Instant.parse(words[6]);
    for (int i = 7; i < words.length; i++) {
      String[] way = words[i].split("=", -1);
      if (way[0].equals(DOUBT)) {
        matter.doubt(Instant.parse(way[1]));
      } else if (!way[0].equals(OVER)) {
        matter.done.put(way[0], Integer.parseInt(way[1]));
      }
    }
    return matter;
  }
}
