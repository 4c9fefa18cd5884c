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

/// A station as one of a fleet, as its settings say. Made where they name a broker and nowhere
/// else.
public final class SiteFleet implements Consumer<FlowState>, AutoCloseable {
  /// Under what name the running station tells what is wrong, in [HealthFile.Health#more()]: codes
  /// with commas between.
  static final String CODES = "fleet.codes";

  /// Whether the broker takes the news, `true` or `false`.
  static final String REACHED = "fleet.reached";

  /// Why it does not: the code, the name of a `BrokerFault` or `LineFault`, and what was seen.
  static final String CODE = "fleet.trouble.code";

  static final String FAULT = "fleet.trouble.fault";
  static final String DETAIL = "fleet.trouble.detail";

  /// The settings that a remedy names begin so.
  private static final String SECTION = "fleet";

  private static final Duration WITHIN = Duration.ofSeconds(4);

  private final StationNews news;
  private final NewsDesk desk;
  private final StepLoop loop;

  /// @param config the site's directory; files of the fleet lie relative to it
  /// @param data the station's data directory
  /// @param beside what else uses the connection; takes the topics
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
    return new Topics(
        place.prefix() + "/v1", place.library() + "/" + place.place() + "/" + place.station(), id);
  }

  /// The way to the broker that is named there.
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

  /// Takes the newest state; called by the flow's own thread, which never waits here.
  @Override
  public void accept(FlowState state) {
    news.accept(state);
  }

  public void start() {
    loop.start();
  }

  /// What is wrong, for [HealthFile.Health#more()].
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

  /// Says that the station ends, where that can be said at once.
  @Override
  public void close() {
    desk.interrupt();
    loop.close();
    desk.end();
  }

  /// What of the fleet is wrong, as the running station told it.
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

  /// Whether the broker can be used: is let in as the station is, listens to what it listens to,
  /// and hands over an empty message, which no reader takes for news.
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

  /// Orders that the station would carry out and no key may give, or the other way round.
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
