package org.libstation.fleet.watch;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libstation.policy.document.FlatJson;
import org.libstation.process.log.JsonLine;

/// Who of those that watch tells what. Whoever wants to tell something asks all others that live,
/// and tells it when each said yes; each says yes to one at a time, or that it was told already.
/// Whoever is heard of no more is not asked, and its word is free again. So with all of them alive
/// and in reach of each other nothing is told twice, and with one alone nothing is left out.
final class Agreement {
  static final Duration HERE = Duration.ofSeconds(10);

  /// Without a word for so long, one is no more, and what it was given is free.
  static final Duration LIVES = Duration.ofSeconds(35);

  /// After a connection, until those that are there have said so.
  static final Duration JOIN = Duration.ofSeconds(15);

  private static final String SCHEMA = "libstation-watch-1";
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}\\.[0-9a-f]{8}");
  private static final int MOST_OTHERS = 16;
  private static final int LONGEST_KEY = 400;

  /// One thing that is told once.
  ///
  /// @param step of [Incident]
  /// @param mark by which the matter is known
  /// @param over what of this key began before is another matter, and told to its end
  @RecordBuilder
  record Notification(String key, int step, String way, Instant since, String mark, Instant over)
      implements AgreementNotificationBuilder.With {
    String name() {
      return key + "|" + step + "|" + way;
    }
  }

  /// What was told so far.
  interface AlertLog {
    boolean wasTold(Notification unit);

    /// The same, with what is known here of a matter before it.
    Notification known(Notification unit);

    /// Somebody else tells, or told it.
    void heard(Notification unit, boolean told);

    /// What was told and is not over, as far as is known here: it may have ended unseen.
    List<Notification> open();

    /// What is known here of what another one takes to be open: that it is over, and was told to
    /// be, or that it was told and goes on.
    Optional<Notification> stands(Notification open);
  }

  private static final class Claim {
    final Notification unit;
    final Set<String> yes = new HashSet<>();
    Duration said;
    boolean held;

    Claim(Notification unit, Duration said) {
      this.unit = unit;
      this.said = said;
    }
  }

  private record Given(String to, Duration until) {}

  private final String self;
  private final AlertLog told;
  private final Map<String, Duration> others = new TreeMap<>();
  private final Map<String, Given> given = new TreeMap<>();
  private final List<String> out = new ArrayList<>();
  private @Nullable Claim claim;
  private Duration begun = Duration.ZERO;
  private Duration here = Duration.ZERO;
  private boolean greeted;

  /// @param id of the one that watches, kept over its starts
  /// @param run of this start
  Agreement(String id, String run, AlertLog told) {
    this.self = id + "." + run;
    this.told = told;
  }

  /// A fresh connection: nobody is known to be there.
  void connected(Duration now) {
    begun = now;
    greeted = false;
    out.clear();
    others.replaceAll((_, _) -> now);
    if (claim != null && !claim.held) {
      claim = null;
    }
  }

  /// What is to be said now; empty afterwards.
  List<String> out(Duration now) {
    if (!greeted || now.minus(here).compareTo(HERE) >= 0) {
      say("here", Optional.empty(), "");
      if (!greeted) {
        told.open().forEach(unit -> say("open", Optional.of(unit), ""));
      }
      here = now;
      greeted = true;
    }
    Claim mine = claim;
    if (mine != null && now.minus(mine.said).compareTo(HERE) >= 0) {
      say("claim", Optional.of(mine.unit), "");
      mine.said = now;
    }
    List<String> all = List.copyOf(out);
    out.clear();
    return all;
  }

  /// Whether this may be asked for now.
  boolean isFree(Notification unit, Duration now) {
    given.values().removeIf(each -> now.compareTo(each.until()) >= 0);
    return claim == null
        && now.minus(begun).compareTo(JOIN) >= 0
        && !given.containsKey(unit.name());
  }

  void ask(Notification unit, Duration now) {
    claim = new Claim(unit, now);
    say("claim", Optional.of(unit), "");
  }

  /// Whether those that are there have had their time to say so.
  boolean isJoined(Duration now) {
    return greeted && now.minus(begun).compareTo(JOIN) >= 0;
  }

  boolean hasOthers() {
    return !others.isEmpty();
  }

  /// What all have agreed to, once: it is to be told now.
  Optional<Notification> agreed(Duration now) {
    others.values().removeIf(heard -> now.minus(heard).compareTo(LIVES) >= 0);
    Claim mine = claim;
    if (mine == null || mine.held || !mine.yes.containsAll(others.keySet())) {
      return Optional.empty();
    }
    mine.held = true;
    return Optional.of(mine.unit);
  }

  /// It was told, or could not be.
  void end(Notification unit, boolean wasTold) {
    Claim mine = claim;
    if (mine != null && mine.unit.name().equals(unit.name())) {
      claim = null;
    }
    say(wasTold ? "told" : "free", Optional.of(unit), "");
  }

  private void say(String step, Optional<Notification> unit, String to) {
    JsonLine line = new JsonLine().put("schema", SCHEMA).put("from", self).put("step", step);
    unit.ifPresent(
        it ->
            line.put("matter", it.key())
                .put("number", String.valueOf(it.step()))
                .put("way", it.way())
                .put("since", it.since().toString())
                .put("mark", it.mark())
                .put("over", it.over().toString()));
    out.add((to.isEmpty() ? line : line.put("to", to)).toString());
  }

  void hear(String text, Duration now) {
    Map<String, String> said = FlatJson.read(text).orElse(Map.of());
    String from = said.getOrDefault("from", "");
    if (!SCHEMA.equals(said.get("schema")) || !NAME.matcher(from).matches() || from.equals(self)) {
      return;
    }
    if (!others.containsKey(from)) {
      if (others.size() >= MOST_OTHERS) {
        return;
      }
      // The same one, started anew: what it held before is free.
      String id = from.substring(0, from.indexOf('.') + 1);
      others.keySet().removeIf(each -> each.startsWith(id));
      given.values().removeIf(each -> each.to().startsWith(id));
      say("here", Optional.empty(), "");
    }
    others.put(from, now);
    unit(said).ifPresent(unit -> hear(from, said.getOrDefault("step", ""), said, unit, now));
  }

  private void hear(
      String from, String step, Map<String, String> said, Notification unit, Duration now) {
    Claim held = claim;
    Claim mine = held != null && held.unit.name().equals(unit.name()) ? held : null;
    switch (step) {
      case "claim" -> claimed(from, unit, mine, now);
      case "yes" -> {
        if (mine != null && self.equals(said.get("to"))) {
          mine.yes.add(from);
        }
      }
      case "open" -> told.stands(unit).ifPresent(known -> say("told", Optional.of(known), ""));
      case "told" -> {
        told.heard(unit, true);
        given.remove(unit.name());
        if (mine != null && !mine.held) {
          claim = null;
        }
      }
      case "free" -> {
        Given to = given.get(unit.name());
        if (to != null && to.to().equals(from)) {
          given.remove(unit.name());
        }
      }
      default -> {
        // A newer program's.
      }
    }
  }

  private void claimed(String from, Notification unit, @Nullable Claim mine, Duration now) {
    if (told.wasTold(unit)) {
      say("told", Optional.of(told.known(unit)), "");
      return;
    }
    if (mine != null) {
      if (mine.held || self.compareTo(from) < 0) {
        return;
      }
      claim = null;
      say("free", Optional.of(unit), "");
    }
    Given before = given.get(unit.name());
    if (before == null || before.to().equals(from) || now.compareTo(before.until()) >= 0) {
      told.heard(unit, false);
      given.put(unit.name(), new Given(from, now.plus(LIVES)));
      say("yes", Optional.of(unit), from);
    }
  }

  private static Optional<Notification> unit(Map<String, String> said) {
    try {
      Notification unit =
          new Notification(
              said.getOrDefault("matter", ""),
              Integer.parseInt(said.getOrDefault("number", "")),
              said.getOrDefault("way", ""),
              Instant.parse(said.getOrDefault("since", "")),
              said.getOrDefault("mark", ""),
              Instant.parse(said.getOrDefault("over", Instant.EPOCH.toString())));
      return unit.key().length() > LONGEST_KEY || !unit.mark().matches("[0-9]{1,19}\\.[0-9]{1,19}")
          ? Optional.empty()
          : Optional.of(unit);
    } catch (NumberFormatException | DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
