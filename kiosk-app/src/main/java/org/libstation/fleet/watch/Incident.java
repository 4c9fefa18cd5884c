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

/// A fault, from its first sign until it has been well for a while. However often it comes and goes
/// meanwhile, it is one incident.
final class Incident {
  /// Steps: the beginning was reported, and the end. The daily reminders lie between.
  static final int BEGUN = 1;

  static final int BACK = 1_000_000;

  /// Wait after a last will: most stations come back by themselves within this time.
  private static final Duration LOST = Duration.ofSeconds(90);

  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_REMINDERS = 7;

  /// Number of beginnings from which a fault counts as flapping: it never lasts, but patrons cannot
  /// use the station.
  private static final int FLAPS = 3;

  private static final String OVER = "over";
  private static final String DOUBT = "doubt";

  /// Kinds of faults.
  enum Kind {
    GONE,
    FAULT,
    NO_BROKER,
    TOO_MANY;

    /// Whether it is a fault of a watcher, not of a station.
    boolean isOfTheWatch() {
      return this == NO_BROKER || this == TOO_MANY;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// @param station `LIBRARY/PLACE/STATION`, or the name of the watcher
  /// @param installation its ID; empty for a watcher, or if the installation was never heard
  /// @param what part, device and code of a fault
  @RecordBuilder
  record Subject(Kind kind, String station, String installation, String what)
      implements IncidentSubjectBuilder.With {
    /// The same subject without its installation.
    Subject ofAny() {
      return withInstallation("");
    }

    String key() {
      return String.join("|", kind.word(), station, installation, what);
    }

    /// Reads a text of [#key()].
    ///
    /// @throws RuntimeException when it is no such key
    static Subject parse(String key) {
      String[] parts = key.split("\\|", -1);
      Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_'));
      return new Subject(kind, parts[1], parts[2], parts[3]);
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

  /// @param mark start and message of the station that showed the fault
  /// @param over end of an earlier incident with the same subject, reported to its end
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

  /// Notes whether the fault is there.
  ///
  /// @return whether that changed
  boolean see(boolean there, Instant now) {
    if (there == present || wanted == BACK) {
      return false;
    }
    present = there;
    changed = now;
    times += there ? 1 : 0;
    return true;
  }

  /// Updates the step by the time.
  ///
  /// @param quiet how long the subject must be well before the incident is over
  /// @return whether there is a new alert to send
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

  /// Marks the incident as doubtful: it may have ended unseen and begun again.
  void doubt(Instant now) {
    doubted = Optional.of(now);
  }

  /// Ends the doubt: it is the same incident.
  void sure() {
    doubted = Optional.empty();
  }

  boolean isDoubted() {
    return doubted.isPresent();
  }

  /// For a doubtful incident: since when the fault has been there as far as is known, once it has
  /// lasted long enough to be reported as the next incident. If the subject is well before, the
  /// incident is over, and that is reported.
  ///
  /// @param seen since when anything is known of the subject
  Optional<Instant> anew(Instant now, Duration quiet, Instant seen) {
    Duration after = subject.kind() == Kind.GONE ? LOST : quiet;
    return doubted
        .filter(_ -> present && wanted < BACK)
        .map(since -> since.isAfter(changed) ? since : changed)
        .map(since -> since.isAfter(seen) ? since : seen)
        .filter(since -> Duration.between(since, now).compareTo(after) >= 0);
  }

  /// Whether the incident can be dropped: it is well again and was never due to be reported, or its
  /// end was reported some time ago.
  ///
  /// @param keep how long other watchers may ask whether it was reported
  boolean isOver(Instant now, Duration quiet, Duration keep, List<String> ways) {
    Duration still = Duration.between(changed, now);
    return wanted == 0
        ? !present && still.compareTo(quiet) >= 0
        : isClosed(ways) && still.compareTo(keep) >= 0;
  }

  /// Whether the incident is too old to report, because its station was not heard for so long.
  boolean isOld(Instant now) {
    return Duration.between(changed, now).compareTo(DAY.multipliedBy(MOST_REMINDERS + 1)) >= 0;
  }

  /// Whether the end was reported by all ways; a new sign is then a new incident.
  boolean isClosed(List<String> ways) {
    return wanted == BACK && ways.stream().allMatch(way -> done.getOrDefault(way, 0) == BACK);
  }

  /// The next step to report by this way; empty if there is none. The beginning always comes before
  /// the end.
  Optional<Integer> next(String way) {
    int last = done.getOrDefault(way, 0);
    return wanted <= last ? Optional.empty() : Optional.of(last == 0 ? BEGUN : wanted);
  }

  /// The step reached at the last look; empty if nothing is to be reported.
  Optional<Integer> news() {
    return wanted == 0 ? Optional.empty() : Optional.of(wanted);
  }

  /// Takes the mark that the reporting watcher gave the incident.
  ///
  /// @param begun the beginning was reported under that mark, so the end must be too
  void known(String theirs, boolean begun) {
    mark = begun || done.isEmpty() ? theirs : mark;
  }

  String mark() {
    return mark;
  }

  /// Notes that a watcher reported this step.
  void told(String way, int step, Instant now) {
    told = wanted == 0 ? now : told;
    done.merge(way, step, Math::max);
    wanted = Math.max(wanted, step);
  }

  /// Notes that the incident ended unseen and another watcher reported that.
  void ended(String way, Instant when, Instant now) {
    present = false;
    changed = when;
    told(way, BACK, now);
  }

  /// Ways by which it was reported so far.
  List<String> ways() {
    return List.copyOf(done.keySet());
  }

  /// From when a sign of the same subject is another incident, if the end of this one was reported
  /// by this way.
  Optional<Instant> closed(String way, Duration quiet) {
    return done.getOrDefault(way, 0) == BACK
        ? Optional.of(changed.plus(quiet.dividedBy(2)))
        : Optional.empty();
  }

  /// Whether an incident of the same subject that began then is this one and was reported by this
  /// way. Watchers' clocks may differ a little.
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

  /// Whether an installation that was heard before is gone now.
  boolean isGone() {
    return subject.kind() == Kind.GONE && !subject.installation().isEmpty() && present;
  }

  /// The next incident of the same subject, after the end of this one was reported.
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

  /// Writes the incident as one line of [WatchBook].
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

  /// Reads such a line.
  ///
  /// @throws RuntimeException when it is none
  static Incident read(String key, String line) {
    String[] words = line.split(" ", -1);
    Incident matter =
        new Incident(
            Subject.parse(key),
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
