package org.libstation.fleet.watch;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.optional;
import static org.libstation.file.table.FieldTable.text;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;
import org.libstation.policy.document.FieldJson;

/// Lets several watchers agree which of them sends an alert. A watcher that wants to send one asks
/// all others that live, and sends it when each has said yes. A watcher says yes to one at a time,
/// or says that the alert was sent already. A watcher that is heard no more is not asked, and its
/// yes is free again. So nothing is sent twice while all watchers live and reach each other, and
/// nothing is left out when one is alone.
final class Agreement {
  static final Duration HERE = Duration.ofSeconds(10);

  /// After this time without a message a watcher counts as ended, and what it was granted is free.
  static final Duration LIVES = Duration.ofSeconds(35);

  /// Time after a connection in which the other watchers announce themselves.
  static final Duration JOIN = Duration.ofSeconds(15);

  private static final String SCHEMA = "libstation-watch-1";
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}\\.[0-9a-f]{8}");
  private static final int MOST_OTHERS = 16;
  private static final int LONGEST_KEY = 400;

  /// One alert by one way, which is sent once.
  ///
  /// @param step of [Incident]
  /// @param mark identifies the incident
  /// @param over an incident with this key that began earlier is another one, reported to its end
  @RecordBuilder
  record Notification(String key, int step, String way, Instant since, String mark, Instant over)
      implements AgreementNotificationBuilder.With {
    String name() {
      return key + "|" + step + "|" + way;
    }
  }

  /// A message between watchers.
  ///
  /// @param unit empty also if it cannot be read
  /// @param to recipient; empty if it is for all
  private record WatchMessage(
      String schema, String from, String step, Optional<Notification> unit, Optional<String> to) {}

  private static final FieldText<Instant> MOMENT = FieldText.of(Instant::parse);

  private static final FieldTable<Notification> UNIT =
      FieldTable.of(
          Notification::new,
          text("matter", Notification::key),
          component("number", Notification::step, FieldText.INTEGER),
          text("way", Notification::way),
          component("since", Notification::since, MOMENT),
          text("mark", Notification::mark),
          component("over", Notification::over, MOMENT));

  private static final FieldJson<WatchMessage> MESSAGE =
      new FieldJson<>(
          FieldTable.of(
              WatchMessage::new,
              text("schema", WatchMessage::schema),
              text("from", WatchMessage::from),
              component("step", WatchMessage::step, FieldText.TEXT, ""),
              component(
                  WatchMessage::unit,
                  FieldTable.of(
                      (unit, out) -> unit.ifPresent(it -> UNIT.write(it, out)), Agreement::unit)),
              optional("to", WatchMessage::to, FieldText.TEXT)));

  /// Record of the alerts that were sent.
  interface AlertLog {
    boolean wasTold(Notification unit);

    /// The same notification, completed with what is known here of an earlier incident.
    Notification known(Notification unit);

    /// Notes that another watcher is sending the alert, or has sent it.
    void heard(Notification unit, boolean told);

    /// Alerts that were sent and are not over, as far as is known here; they may have ended unseen.
    List<Notification> open();

    /// What is known here of an incident that another watcher takes to be open: that its end was
    /// sent, or that it was sent and goes on.
    Optional<Notification> stands(Notification open);
  }

  /// This watcher's own request, with the answers to it.
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

  /// A yes that this watcher gave to another, valid until a moment.
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

  /// @param id of the watcher, kept over its starts
  /// @param run of this start
  /// @param told record of the alerts sent
  Agreement(String id, String run, AlertLog told) {
    this.self = id + "." + run;
    this.told = told;
  }

  /// Begins a fresh connection, on which no other watcher is known yet.
  void connected(Duration now) {
    begun = now;
    greeted = false;
    out.clear();
    others.replaceAll((_, _) -> now);
    if (claim != null && !claim.held) {
      claim = null;
    }
  }

  /// The messages to be sent now; removes them.
  List<String> out(Duration now) {
    if (!greeted || now.minus(here).compareTo(HERE) >= 0) {
      say("here", Optional.empty(), Optional.empty());
      if (!greeted) {
        told.open().forEach(unit -> say("open", Optional.of(unit), Optional.empty()));
      }
      here = now;
      greeted = true;
    }
    Claim mine = claim;
    if (mine != null && now.minus(mine.said).compareTo(HERE) >= 0) {
      say("claim", Optional.of(mine.unit), Optional.empty());
      mine.said = now;
    }
    List<String> all = List.copyOf(out);
    out.clear();
    return all;
  }

  /// Whether this notification may be asked for now.
  boolean isFree(Notification unit, Duration now) {
    given.values().removeIf(each -> now.compareTo(each.until()) >= 0);
    return claim == null
        && now.minus(begun).compareTo(JOIN) >= 0
        && !given.containsKey(unit.name());
  }

  /// Asks all other watchers for a notification.
  void ask(Notification unit, Duration now) {
    claim = new Claim(unit, now);
    say("claim", Optional.of(unit), Optional.empty());
  }

  /// Whether the other watchers have had time to announce themselves.
  boolean isJoined(Duration now) {
    return greeted && now.minus(begun).compareTo(JOIN) >= 0;
  }

  boolean hasOthers() {
    return !others.isEmpty();
  }

  /// A notification to which all others have agreed, once: it is to be sent now.
  Optional<Notification> agreed(Duration now) {
    others.values().removeIf(heard -> now.minus(heard).compareTo(LIVES) >= 0);
    Claim mine = claim;
    if (mine == null || mine.held || !mine.yes.containsAll(others.keySet())) {
      return Optional.empty();
    }
    mine.held = true;
    return Optional.of(mine.unit);
  }

  /// Ends a claim: the alert was sent, or could not be.
  void end(Notification unit, boolean wasTold) {
    Claim mine = claim;
    if (mine != null && mine.unit.name().equals(unit.name())) {
      claim = null;
    }
    say(wasTold ? "told" : "free", Optional.of(unit), Optional.empty());
  }

  private void say(String step, Optional<Notification> unit, Optional<String> to) {
    out.add(MESSAGE.write(new WatchMessage(SCHEMA, self, step, unit, to)));
  }

  void hear(String text, Duration now) {
    MESSAGE.read(text).filter(said -> said.schema().equals(SCHEMA)).ifPresent(it -> hear(it, now));
  }

  private void hear(WatchMessage said, Duration now) {
    String from = said.from();
    if (!NAME.matcher(from).matches() || from.equals(self)) {
      return;
    }
    if (!others.containsKey(from)) {
      if (others.size() >= MOST_OTHERS) {
        return;
      }
      // The same watcher after a restart: what it held before is free.
      String id = from.substring(0, from.indexOf('.') + 1);
      others.keySet().removeIf(each -> each.startsWith(id));
      given.values().removeIf(each -> each.to().startsWith(id));
      say("here", Optional.empty(), Optional.empty());
    }
    others.put(from, now);
    said.unit().ifPresent(unit -> hear(said, unit, now));
  }

  private void hear(WatchMessage said, Notification unit, Duration now) {
    String from = said.from();
    Claim held = claim;
    Claim mine = held != null && held.unit.name().equals(unit.name()) ? held : null;
    switch (said.step()) {
      case "claim" -> claimed(from, unit, mine, now);
      case "yes" -> {
        if (mine != null && said.to().equals(Optional.of(self))) {
          mine.yes.add(from);
        }
      }
      case "open" ->
          told.stands(unit).ifPresent(known -> say("told", Optional.of(known), Optional.empty()));
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
        // A newer program's step.
      }
    }
  }

  private void claimed(String from, Notification unit, @Nullable Claim mine, Duration now) {
    if (told.wasTold(unit)) {
      say("told", Optional.of(told.known(unit)), Optional.empty());
      return;
    }
    if (mine != null) {
      if (mine.held || self.compareTo(from) < 0) {
        return;
      }
      claim = null;
      say("free", Optional.of(unit), Optional.empty());
    }
    Given before = given.get(unit.name());
    if (before == null || before.to().equals(from) || now.compareTo(before.until()) >= 0) {
      told.heard(unit, false);
      given.put(unit.name(), new Given(from, now.plus(LIVES)));
      say("yes", Optional.of(unit), Optional.of(from));
    }
  }

  private static Optional<Notification> unit(Map<String, String> said) {
    try {
      Notification unit = UNIT.read(said);
      return unit.key().length() > LONGEST_KEY || !unit.mark().matches("[0-9]{1,19}\\.[0-9]{1,19}")
          ? Optional.empty()
          : Optional.of(unit);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
