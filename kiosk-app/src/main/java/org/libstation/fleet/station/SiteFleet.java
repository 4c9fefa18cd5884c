package org.libstation.fleet.station;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.central.link.LineFault;
import org.libstation.check.CheckPhrase;
import org.libstation.check.Finding;
import org.libstation.check.HealthFile;
import org.libstation.check.Metrics;
import org.libstation.check.Verdict;
import org.libstation.device.driver.SecretFile;
import org.libstation.fleet.Beside;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.BrokerFault;
import org.libstation.fleet.FleetJournal;
import org.libstation.fleet.NewsDesk;
import org.libstation.fleet.NewsStore;
import org.libstation.fleet.StationName;
import org.libstation.fleet.Topics;
import org.libstation.fleet.mqtt.MqttBroker;
import org.libstation.fleet.order.OrderDesk;
import org.libstation.flow.state.FlowState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.sqlite.JournalFiles;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.site.FleetPlace;
import org.libstation.site.SettingKey;
import org.libstation.site.StationOrder;
import org.libstation.site.Version;
import org.libstation.sync.StepLoop;

/// A station as member of a fleet, as its settings say. Exists only if the settings name a broker.
public final class SiteFleet implements Consumer<FlowState>, AutoCloseable {
  /// Name of the fault codes in [HealthFile.Health#more()], separated by commas.
  static final String CODES = "fleet.codes";

  /// Name of the value that says whether the broker takes the news: `true` or `false`.
  static final String REACHED = "fleet.reached";

  /// Names of what says why it does not: the code, the name of a `BrokerFault` or `LineFault`, and
  /// what was seen.
  static final String CODE = "fleet.trouble.code";

  static final String FAULT = "fleet.trouble.fault";
  static final String DETAIL = "fleet.trouble.detail";

  /// Prefix of the settings that a remedy names.
  private static final String SECTION = "fleet";

  private static final Duration WITHIN = Duration.ofSeconds(4);

  private final StationNews news;
  private final NewsDesk desk;
  private final StepLoop loop;

  /// @param config the site's directory; paths of fleet files are relative to it
  /// @param data the station's data directory
  /// @param beside makes the further use of the connection from the topics
  public SiteFleet(
      FleetPlace place, Path config, Path data, Metrics metrics, Function<Topics, Beside> beside) {
    news = new StationNews(metrics);
    NewsStore store = NewsStore.open(data, RandomGenerator.getDefault());
    Topics topics = topics(place, store.id());
    desk =
        new NewsDesk(
            broker(place, config),
            topics,
            Version.number(),
            store,
            journal(data.resolve("journal")),
            news::news,
            news::visit,
            beside.apply(topics),
            new NewsDesk.Time(
                InstantSource.system(),
                () -> Duration.ofNanos(System.nanoTime()),
                RandomGenerator.getDefault()));
    loop = new StepLoop("fleet", desk::step);
  }

  private static FleetJournal journal(Path directory) {
    return look -> {
      if (!Files.exists(directory.resolve(JournalFiles.FILE))) {
        return;
      }
      try (JournalReader reader = JournalStore.read(directory)) {
        look.accept(
            new FleetJournal.FleetJournalReading() {
              @Override
              public Stream<JournalEntry> from(long number) {
                return reader.from(number);
              }

              @Override
              public List<JournalEntry> open() {
                return reader.open();
              }
            });
      }
    };
  }

  /// @param id of the installation
  public static Topics topics(FleetPlace place, String id) {
    return Topics.of(place.prefix() + "/v1", StationName.of(place), id);
  }

  /// Makes the broker that the settings name.
  public static Broker broker(FleetPlace place, Path config) {
    return new MqttBroker(
        place.host(),
        place.port(),
        new MqttBroker.BrokerAccess(
            place.tls().trust(config),
            place.login().isEmpty()
                ? Optional.empty()
                : Optional.of(() -> login(config.resolve(place.login()), place.login()))));
  }

  private static MqttBroker.BrokerLogin login(Path file, String told) throws IOException {
    SecretFile secrets = SecretFile.at(file, told);
    try {
      return new MqttBroker.BrokerLogin(
          new String(secrets.value("name"), StandardCharsets.UTF_8),
          ByteBuffer.wrap(secrets.value("password")));
    } catch (SecretFile.NotToBeHadException e) {
      throw new IOException("expected " + e.expected());
    }
  }

  /// Takes the newest state. The flow's own thread calls this; it never waits here.
  @Override
  public void accept(FlowState state) {
    news.accept(state);
  }

  public void start() {
    loop.start();
  }

  /// Faults and their causes, for [HealthFile.Health#more()].
  public Map<String, String> figures() {
    Map<String, String> figures = new TreeMap<>();
    figures.put(CODES, String.join(",", desk.codes()));
    figures.put(REACHED, String.valueOf(desk.reached()));
    desk.trouble()
        .ifPresent(
            trouble -> {
              figures.put(CODE, trouble.kind().code());
              figures.put(FAULT, trouble.fault());
              figures.put(DETAIL, trouble.detail());
            });
    return Map.copyOf(figures);
  }

  /// Announces that the station ends, if that is possible at once.
  @Override
  public void close() {
    desk.interrupt();
    loop.close();
    desk.end();
  }

  /// Finds faults of the fleet connection, as the running station reported them.
  ///
  /// @param data the station's data directory
  static Verdict told(FleetPlace place, Path data, Optional<HealthFile.Health> health) {
    Map<String, String> more = health.map(HealthFile.Health::more).orElse(Map.of());
    List<Finding> findings =
        Stream.concat(
                Stream.of(more.getOrDefault(CODES, "").split(","))
                    .filter(code -> code.matches("G6[5-9]|G70|G7[67]|G80"))
                    .map(code -> told(code, place, more)),
                orders(place, data))
            .toList();
    boolean reached = more.getOrDefault(REACHED, "").equals("true");
    if (!reached && findings.isEmpty()) {
      return new Verdict.Unproven(CheckPhrase.of("told.fleet.untold"));
    }
    return Verdict.of(CheckPhrase.of(reached ? "told.fleet" : "told.fleet.none"), findings);
  }

  private static Finding told(String code, FleetPlace place, Map<String, String> more) {
    Finding finding = Finding.attention(code, CheckPhrase.of("seen." + code));
    String fault = more.getOrDefault(FAULT, "");
    boolean known =
        Stream.concat(Stream.of(LineFault.values()), Stream.of(BrokerFault.values()))
            .anyMatch(each -> each.name().equals(fault));
    return known && code.equals(more.getOrDefault(CODE, ""))
        ? because(finding, place, fault, more.getOrDefault(DETAIL, ""))
        : finding;
  }

  private static Finding because(Finding finding, FleetPlace place, String fault, String detail) {
    return finding.because(fault, SECTION, place.host() + ":" + place.port(), detail, place.host());
  }

  /// Tries the broker: connects as the station does, subscribes to the same topics, and sends an
  /// empty message, which readers do not take for news.
  static Verdict tried(FleetPlace place, Path config, Path data) {
    Topics topics = topics(place, NewsStore.id(data));
    List<String> listens =
        Stream.concat(topics.listened().stream(), Stream.of(topics.orders())).toList();
    try (Broker broker = broker(place, config)) {
      Broker.BrokerConnection open =
          broker.connect(
              Broker.Hello.fromNow(
                  "libstation-" + topics.id() + "-doctor",
                  Optional.empty(),
                  listens,
                  (_, _) -> {}));
      try {
        open.publish(new Broker.Message(topics.counts(), "", false), WITHIN);
      } finally {
        open.close();
      }
      return Verdict.of(CheckPhrase.of("told.fleet.tried"), orders(place, data).toList());
    } catch (BrokerException e) {
      Finding finding = Finding.attention(e.kind().code(), CheckPhrase.of("told.plain", e.why()));
      return Verdict.of(
          CheckPhrase.of("told.fleet.none"),
          Stream.concat(
                  Stream.of(because(finding, place, e.fault(), e.detail())), orders(place, data))
              .toList());
    }
  }

  private static Stream<Finding> orders(FleetPlace place, Path data) {
    Stream<Finding> out =
        OrderDesk.isOut(data, place)
            ? Stream.of(Finding.attention("G79", CheckPhrase.of("told.plain", OrderDesk.FILE)))
            : Stream.empty();
    return Stream.concat(out, idle(place));
  }

  /// Finds orders that the station allows but no key may give, or the reverse.
  private static Stream<Finding> idle(FleetPlace place) {
    String words =
        Stream.of(StationOrder.values())
            .filter(
                order ->
                    place.orders().contains(order)
                        != place.staffKeys().stream().anyMatch(key -> key.orders().contains(order)))
            .map(SettingKey::word)
            .collect(Collectors.joining(", "));
    return words.isEmpty()
        ? Stream.empty()
        : Stream.of(Finding.attention("G78", CheckPhrase.of("told.plain", words)));
  }
}
