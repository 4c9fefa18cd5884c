package org.libstation.lab.measure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.lab.fleet.BrokerNodes;
import org.libstation.lab.fleet.FleetReader;
import org.libstation.lab.fleet.SimulatedStation;
import org.libstation.site.SiteProblem;

/// Measures many stations at a real broker, mosquitto, in one process with the reader of their
/// news. The figures are the time from a change at a station until it is read, and the time until
/// all stations are known again after a restart of the broker.
public final class FleetTrial {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration REST = Duration.ofMillis(1100);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Path folder;
  private final Consumer<String> progress;
  private final Map<String, Long> spoke = new ConcurrentHashMap<>();
  private final Random random = new Random(24);
  private final BlockingQueue<TrialNews> heard = new LinkedBlockingQueue<>();

  /// @param link state of the central system in the message
  private record TrialNews(String topic, LinkState link, long nanos) {}

  /// @param change from a change at a station to the message about it
  /// @param again from the moment at which the broker can be reached again
  public record FleetTrialResult(int stations, Timings change, Duration again) {
    public List<BenchReport.BenchReportRow> rows() {
      String all = String.format(Locale.ROOT, "%,d stations: ", stations);
      return List.of(
          new BenchReport.BenchReportRow(
              all + "a change at one until it is read, " + change.count() + " changes",
              "p50 "
                  + BenchReport.time(change.median())
                  + ", p99 "
                  + BenchReport.time(change.percentile(99))),
          new BenchReport.BenchReportRow(
              all + "the broker starts anew until all are known", BenchReport.time(again)));
    }
  }

  /// @param folder for the files of the broker and the stations
  /// @param progress takes the name of each step
  public FleetTrial(Path folder, Consumer<String> progress) {
    this.folder = folder;
    this.progress = progress;
  }

  /// @throws SiteProblem when there is no mosquitto, or it does not start
  public FleetTrialResult run(int stations, int changes) throws IOException, InterruptedException {
    Path here = Files.createDirectories(folder.resolve("fleet-" + stations));
    int port = freePort();
    Path config = here.resolve("mosquitto.conf");
    List<String> lines =
        new ArrayList<>(List.of("listener " + port + " 127.0.0.1", "allow_anonymous true"));
    if ("root".equals(System.getProperty("user.name"))) {
      // As root, mosquitto would switch to another user, who cannot read these files.
      lines.add("user root");
    }
    Files.write(config, lines);
    List<SimulatedStation> all = new ArrayList<>();
    Process broker = begun(config, port);
    BrokerNodes nodes = BrokerNodes.open(port);
    try (FleetReader _ = new FleetReader("reader", nodes, this::hear)) {
      progress.accept(stations + " stations come to the broker");
      for (int i = 0; i < stations; i++) {
        String name = "library/place-" + i % 20 + "/box-" + i;
        all.add(
            new SimulatedStation(here.resolve("s" + i), name, nodes, InstantSource.system(), i));
        all.getLast().start();
      }
      known(stations);
      progress.accept(changes + " changes");
      List<Duration> times = new ArrayList<>();
      for (int i = 0; i < changes; i++) {
        times.add(change(all.get(i * 7919 % stations)));
      }
      progress.accept("the broker starts anew");
      broker.destroyForcibly().waitFor();
      heard.clear();
      broker = begun(config, port);
      long begin = System.nanoTime();
      return new FleetTrialResult(
          stations, new Timings(times), Duration.ofNanos(known(stations) - begin));
    } finally {
      progress.accept("the stations end");
      for (SimulatedStation each : all) {
        each.close();
      }
      broker.destroyForcibly();
    }
  }

  private void hear(String topic, String text) {
    if (topic.endsWith("/state")) {
      LinkState link = text.contains("\"link\":\"online\"") ? LinkState.ONLINE : LinkState.SILENT;
      long now = System.nanoTime();
      spoke.put(topic, now);
      heard.add(new TrialNews(topic, link, now));
    }
  }

  /// Moment at which the last station was heard.
  private long known(int stations) throws InterruptedException {
    Map<String, Long> first = new HashMap<>();
    while (first.size() < stations) {
      TrialNews next = next();
      first.putIfAbsent(next.topic(), next.nanos());
    }
    return first.values().stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  private Duration change(SimulatedStation station) throws InterruptedException {
    LinkState now = station.link() == LinkState.ONLINE ? LinkState.SILENT : LinkState.ONLINE;
    String topic = "libstation/v1/" + station.name() + "/" + station.id() + "/state";
    rest(topic);
    heard.clear();
    long begin = System.nanoTime();
    station.link(now);
    for (TrialNews each = next(); ; each = next()) {
      if (each.topic().equals(topic) && each.link() == now) {
        return Duration.ofNanos(each.nanos() - begin);
      }
    }
  }

  /// Waits until a station has rested, plus a random part of a look. A station sends at most one
  /// state a second and looks five times in it, so a change is measured anywhere between two looks.
  private void rest(String topic) throws InterruptedException {
    long last = spoke.getOrDefault(topic, System.nanoTime());
    long until = last + REST.toNanos() + random.nextLong(LOOK.toNanos());
    Thread.sleep(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
  }

  private TrialNews next() throws InterruptedException {
    TrialNews next = heard.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    if (next == null) {
      throw new SiteProblem("nothing was heard of the stations for " + LONG.toMinutes() + " min");
    }
    return next;
  }

  private static Process begun(Path config, int port) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder("mosquitto", "-c", config.toString())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(config.resolveSibling("log").toFile()))
              .start();
    } catch (IOException _) {
      throw new SiteProblem("mosquitto is not on this machine: apt install mosquitto");
    }
    while (process.isAlive()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return process;
      } catch (IOException _) {
        boolean _ = process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }
    throw new SiteProblem("mosquitto ended: " + Files.readString(config.resolveSibling("log")));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
