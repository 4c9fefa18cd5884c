package org.libstation.fleet.watch;

import java.nio.charset.StandardCharsets;
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
import org.libstation.fleet.Presence;
import org.libstation.policy.document.JsonReader;
import org.libstation.policy.document.JsonReader.JsonValue;

/// Last known state of the stations, from their messages. It is not kept over a restart: each
/// station repeats its state within a minute.
public final class StationsSeen {
  /// After this time without a sign a station that ended in order counts as gone; longer than a
  /// long weekend.
  static final Duration ENDED = Duration.ofDays(4);

  /// Most stations; further ones are ignored.
  static final int MOST = 5_000;

  private static final Pattern TOPIC =
      Pattern.compile("((?:[A-Za-z0-9._-]{1,40}/){3})([0-9a-f]{8})/(state|presence)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._+-]{1,40}");

  private final String fleet;
  private final Map<String, Station> stations = new TreeMap<>();

  /// @param fleet `PREFIX/v1`
  public StationsSeen(String fleet) {
    this.fleet = fleet;
  }

  /// Last known state of one installed station.
  public static final class Station {
    private final String name;
    private final String id;
    private final Instant firstHeard;
    private long boot;
    private long connection;
    private long number;
    private Instant heard;
    private Instant spokeAt = Instant.EPOCH;

    /// Empty before it was heard, and for a word that is unknown here.
    private Optional<Presence> presence = Optional.empty();

    private Instant presenceAt = Instant.EPOCH;
    private long numberWhenLost;
    private Optional<JsonValue.Members> state = Optional.empty();

    private Station(String name, String id, Instant now) {
      this.name = name;
      this.id = id;
      this.heard = now;
      this.firstHeard = now;
    }

    /// When this program first heard of it.
    Instant firstHeard() {
      return firstHeard;
    }

    /// `LIBRARY/PLACE/STATION`.
    public String name() {
      return name;
    }

    public String id() {
      return id;
    }

    /// The newest state, as received; empty before the first.
    public Optional<JsonValue.Members> state() {
      return state;
    }

    /// Whether the installation counts as gone.
    ///
    /// @param since earliest moment from which it could be heard
    /// @param silent how long it may be silent
    public boolean isGone(Instant now, Instant since, Duration silent) {
      Instant last = heard.isAfter(since) ? heard : since;
      return switch (known()) {
        case LOST -> true;
        case ENDED -> Duration.between(presenceAt, now).compareTo(ENDED) >= 0;
        case BORN -> Duration.between(last, now).compareTo(silent) >= 0;
      };
    }

    /// Whether it has sent a message since then; messages kept by the broker are no sign of life.
    boolean spoke(Instant since) {
      return !spokeAt.isBefore(since);
    }

    /// Whether the last known presence is not an end or a loss.
    public boolean isThere() {
      return known() == Presence.BORN;
    }

    /// Presence; present by default.
    private Presence known() {
      return presence.orElse(Presence.BORN);
    }

    /// Part, device and code of the fault that hurts patrons most; empty if staff took the station
    /// out of service.
    Optional<String> firstFault() {
      return state.filter(it -> !"K55".equals(word(it, "code"))).flatMap(Station::fault);
    }

    private static Optional<String> fault(JsonValue.Members state) {
      return state
          .get("first-fault")
          .filter(JsonValue.Members.class::isInstance)
          .map(JsonValue.Members.class::cast)
          .map(it -> spoken(word(it, "part"), word(it, "device"), word(it, "code")));
    }

    /// Identifies the message of this start, the same for each receiver.
    String mark() {
      return boot + "." + (isThere() ? number : connection);
    }

    /// Whether this fault still exists, also if another one hurts more now.
    boolean has(String fault) {
      return faults().stream().anyMatch(each -> fault.equals(each) || fault.startsWith(each + " "));
    }

    private Set<String> faults() {
      Set<String> all = new HashSet<>();
      state.ifPresent(
          it -> {
            fault(it).ifPresent(all::add);
            if (word(it, "link").equals("silent")) {
              all.add("link");
            }
            if (!word(it, "journal").equals("good")) {
              all.add("journal");
            }
            if (it.get("devices").orElse(null)
                instanceof JsonValue.JsonArray(List<JsonValue> devices)) {
              for (JsonValue device : devices) {
                if (device instanceof JsonValue.Members each
                    && !word(each, "condition").equals("ready")) {
                  all.add(spoken("device", word(each, "name"), word(each, "code")));
                }
              }
            }
          });
      return all;
    }

    private static String spoken(String... words) {
      List<String> all = new ArrayList<>(List.of(words));
      all.removeIf(String::isEmpty);
      return String.join(" ", all);
    }
  }

  private static String word(JsonValue.Members members, String name) {
    return members.get(name).orElse(null) instanceof JsonValue.JsonString(String text)
            && WORD.matcher(text).matches()
        ? text
        : "";
  }

  private static Optional<Presence> presence(JsonValue.Members members) {
    return Presence.of(word(members, "presence"));
  }

  private static long whole(JsonValue.Members members, String name) {
    return members.get(name).orElse(null) instanceof JsonValue.JsonInteger(long number)
        ? number
        : 0;
  }

  Optional<Station> of(String name, String id) {
    return Optional.ofNullable(stations.get(name + "/" + id));
  }

  public List<Station> all() {
    return List.copyOf(stations.values());
  }

  /// Takes a message; ignores messages of no station, and older ones than those known.
  public void hear(String topic, byte[] message, Instant now) {
    hear(topic, message, now, false);
  }

  /// As above.
  ///
  /// @param kept whether the broker kept the message, so it may be old
  void hear(String topic, byte[] message, Instant now, boolean kept) {
    if (!topic.startsWith(fleet + "/")) {
      return;
    }
    var parts = TOPIC.matcher(topic.substring(fleet.length() + 1));
    if (!parts.matches()) {
      return;
    }
    String name = parts.group(1).substring(0, parts.group(1).length() - 1);
    String key = name + "/" + parts.group(2);
    try {
      if (JsonReader.read(new String(message, StandardCharsets.UTF_8))
              instanceof JsonValue.Members members
          && word(members, "schema").equals("libstation-fleet-1")
          && word(members, "id").equals(parts.group(2))
          && (stations.containsKey(key) || stations.size() < MOST)) {
        Station station =
            stations.computeIfAbsent(key, _ -> new Station(name, parts.group(2), now));
        if (whole(members, "boot") >= station.boot) {
          boot(station, whole(members, "boot"));
          boolean lost = presence(members).filter(Presence.LOST::equals).isPresent();
          station.spokeAt = kept || lost ? station.spokeAt : now;
          if (parts.group(3).equals("state")) {
            state(station, members, kept ? station.heard : now);
          } else {
            presence(station, members, now, kept ? station.heard : now);
          }
        }
      }
    } catch (JsonReader.JsonFault _) {
      // Not a station's message. Whoever may write to that topic can make the station look gone,
      // and no more.
    }
  }

  private static void boot(Station station, long boot) {
    if (boot > station.boot) {
      station.boot = boot;
      station.connection = 0;
      station.number = 0;
      station.numberWhenLost = 0;
      station.presence = Optional.empty();
    }
  }

  private static void state(Station station, JsonValue.Members members, Instant alive) {
    long number = whole(members, "number");
    if (number > station.number) {
      // A state kept by the broker may arrive after the will; only a later one is a sign of life.
      if (!station.isThere() && station.numberWhenLost > 0 && number > station.numberWhenLost) {
        station.presence = Optional.empty();
      }
      station.numberWhenLost = station.numberWhenLost == 0 ? number : station.numberWhenLost;
      station.number = number;
      station.state = Optional.of(members);
      station.heard = alive;
    }
  }

  private static void presence(
      Station station, JsonValue.Members members, Instant now, Instant alive) {
    long connection = whole(members, "connection");
    Optional<Presence> said = presence(members);
    boolean born = said.filter(Presence.BORN::equals).isPresent();
    if (connection < station.connection
        || (connection == station.connection && born && !station.isThere())) {
      return;
    }
    station.connection = connection;
    if (!said.equals(station.presence)) {
      station.presence = said;
      station.presenceAt = now;
      station.numberWhenLost = station.number;
    }
    if (born) {
      station.heard = alive;
    }
  }
}
