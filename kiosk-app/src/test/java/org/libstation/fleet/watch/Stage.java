package org.libstation.fleet.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.BrokerFault;
import org.libstation.fleet.NewsDesk;
import org.libstation.fleet.StationName;

/// A broker in memory, a clock by hand, and those that watch, each of which can lose its power
/// before or after whatever it does to the world.
final class Stage {
  static final String STATION = "hkpl/central/box-2";
  static final Instant BEGIN = Instant.parse("2026-11-30T08:00:00Z");
  static final Duration AFTER = Duration.ofMinutes(5);

  /// No catch of exceptions may hide it.
  static final class PowerLoss extends Error {
    private static final long serialVersionUID = 1;
  }

  private final Path folder;
  final List<String> told = new ArrayList<>();
  final List<String> ids = new ArrayList<>();
  final Map<String, One> watching = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Runnable> under = new ArrayList<>();
  List<StationName> expected = List.of();
  Duration silent = Duration.ofMinutes(3);
  boolean away;

  /// Messages need a second.
  boolean slow;

  int seconds;
  private long number;
  private int starts;

  Stage(Path folder) {
    this.folder = folder;
  }

  private final class Line implements Broker.BrokerConnection {
    private final One one;
    private final Broker.Hello hello;
    private boolean open = true;

    Line(One one, Broker.Hello hello) {
      this.one = one;
      this.hello = hello;
      lines.add(this);
    }

    @Override
    public boolean isOpen() {
      return open && !away;
    }

    @Override
    public void publish(Broker.Message message, Duration within) throws BrokerException {
      if (!isOpen()) {
        throw new BrokerException(BrokerFault.SILENT, "", "away");
      }
      boolean counts = !message.text().contains("\"here\"");
      if (counts) {
        one.lives("before it says " + message.text());
      }
      say(message.topic(), message.text(), this);
      if (counts) {
        one.lives("after it said " + message.text());
      }
    }

    @Override
    public void close() {
      open = false;
      lines.remove(this);
    }
  }

  /// One that watches, over its starts.
  final class One {
    private final String name;
    private Optional<Watcher> runs = Optional.empty();
    final List<String> did = new ArrayList<>();
    int diesAt = -1;
    boolean webhookFails;

    /// Beside the other, and before it: takes nothing.
    boolean hasDeafWay;

    One(String name) {
      this.name = name;
      watching.put(name, this);
    }

    boolean isAlive() {
      return runs.isPresent();
    }

    void lives(String where) {
      did.add(where);
      if (did.size() - 1 == diesAt) {
        throw new PowerLoss();
      }
    }

    One start() {
      Random random = new Random(31L * name.hashCode() + starts++);
      WatchBook book =
          new WatchBook(folder.resolve(name), random) {
            @Override
            void write() {
              if (isChanged()) {
                lives("before it writes");
                super.write();
                lives("after it wrote");
              }
            }
          };
      Broker broker =
          new Broker() {
            @Override
            public BrokerConnection connect(Hello hello) throws BrokerException {
              if (away) {
                throw new BrokerException(BrokerFault.SILENT, "", "away");
              }
              return new Line(One.this, hello);
            }

            @Override
            public void close() {}
          };
      Way way =
          new Way() {
            @Override
            public String name() {
              return "mail";
            }

            @Override
            public void tell(Alert alert) throws IOException {
              lives("before it tells " + alert.step().word());
              if (webhookFails) {
                throw new IOException("as the test has it");
              }
              ids.add(alert.id());
              told.add(
                  alert.step().word()
                      + " "
                      + alert.title(Alert.AlertHelp.NONE)
                      + " "
                      + alert.times()
                      + " by "
                      + name);
              lives("after it told " + alert.step().word());
            }
          };
      Way deaf =
          new Way() {
            @Override
            public String name() {
              return "webhook";
            }

            @Override
            public void tell(Alert alert) throws IOException {
              told.add("tried");
              throw new IOException("as the test has it");
            }
          };
      runs =
          Optional.of(
              new Watcher(
                  broker,
                  new Watcher.Settings("libstation/v1", name, AFTER, silent, expected),
                  book,
                  hasDeafWay ? List.of(deaf, way) : List.of(way),
                  _ -> {},
                  Runnable::run,
                  new NewsDesk.Time(Stage.this::now, () -> Duration.ofSeconds(seconds), random)));
      return this;
    }

    void die() {
      runs = Optional.empty();
      lines.removeIf(line -> line.one == this);
    }

    void step() {
      try {
        runs.ifPresent(Watcher::step);
      } catch (PowerLoss e) {
        die();
      }
    }
  }

  Instant now() {
    return BEGIN.plusSeconds(seconds);
  }

  private void say(String topic, String text, @Nullable Line from) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Runnable arrive =
        () ->
            List.copyOf(lines).stream()
                .filter(line -> line != from)
                .forEach(line -> line.hello.heard().accept(topic, bytes));
    if (slow) {
      under.add(arrive);
    } else {
      arrive.run();
    }
  }

  /// The broker tells all that watch what it kept of a station's presence, as when they come.
  void kept(long connection, String word) {
    byte[] bytes =
        ("{\"schema\":\"libstation-fleet-1\",\"id\":\"3f9a0c12\",\"boot\":7,"
                + "\"connection\":%d,\"presence\":\"%s\"}".formatted(connection, word))
            .getBytes(StandardCharsets.UTF_8);
    String topic = "libstation/v1/" + STATION + "/3f9a0c12/presence";
    List.copyOf(lines).forEach(line -> line.hello.kept().accept(topic, bytes));
  }

  /// A station says something, when the broker is there.
  void station(String kind, String rest) {
    if (!away) {
      say(
          "libstation/v1/" + STATION + "/3f9a0c12/" + kind,
          "{\"schema\":\"libstation-fleet-1\",\"id\":\"3f9a0c12\",\"boot\":7," + rest + "}",
          null);
    }
  }

  void state(boolean well) {
    String fault =
        "\"first-fault\":{\"part\":\"device\",\"device\":\"pad\",\"code\":\"E11\"},"
            + "\"devices\":[{\"name\":\"pad\",\"condition\":\"needs-hand\",\"code\":\"E11\"}],";
    station(
        "state",
        "\"number\":%d,\"serves\":\"yes\",%s\"link\":\"online\",\"journal\":\"good\""
            .formatted(++number, well ? "" : fault));
  }

  void presence(long connection, String word) {
    station("presence", "\"connection\":%d,\"presence\":\"%s\"".formatted(connection, word));
  }

  /// Time goes by, and what was said before arrives.
  void second() {
    seconds++;
    List<Runnable> arriving = List.copyOf(under);
    under.clear();
    arriving.forEach(Runnable::run);
    watching.values().forEach(One::step);
  }

  void seconds(int some) {
    for (int i = 0; i < some; i++) {
      second();
    }
  }

  /// Minutes in which the station says once each how it is.
  void minutes(int some, boolean well) {
    for (int i = 0; i < some; i++) {
      state(well);
      seconds(60);
    }
  }
}
