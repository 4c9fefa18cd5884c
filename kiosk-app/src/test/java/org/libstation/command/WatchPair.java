package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.libstation.fleet.mqtt.Mosquitto;
import org.libstation.policy.document.FlatJson;

/// Two `station fleet watch` as processes of their own beside mosquitto, the address that they post
/// to, and what they say to each other. Time is pushed on by so much that one without a word for
/// two pushes is no more, and only when each that lives was heard since the last one: no load makes
/// one take the other for dead.
final class WatchPair implements AutoCloseable {
  static final List<String> STATIONS = List.of("hkpl/central/box-1", "hkpl/central/box-2");
  private static final int PUSH_SECONDS = 15;

  /// A post, or what one said of what it told.
  ///
  /// @param what `begun` or `back`, and the station
  record Told(String what, String watch, String id) {}

  /// What becomes of a post.
  ///
  /// @param status of the answer; 0 = it arrived, and no answer goes out
  /// @param before done once it arrived, before it is answered
  /// @param after done once it is answered
  record Reply(int status, Runnable before, Runnable after) {
    static final Reply TAKEN = new Reply(204, () -> {}, () -> {});
  }

  private static final class One {
    final String name;
    volatile @Nullable Process process;
    volatile String run = "";

    One(String name) {
      this.name = name;
    }
  }

  private final Path folder;
  private final Mosquitto mosquitto;
  private final Path between;
  private final List<String> more;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<One> all = List.of(new One("watch-0"), new One("watch-1"));
  private final List<String> events = new CopyOnWriteArrayList<>();
  final List<Told> taken = new CopyOnWriteArrayList<>();
  volatile Function<Told, Reply> hook = _ -> Reply.TAKEN;
  private int ahead;
  private int read;
  private int round;
  private int pushedAt;
  private List<One> pushed = List.of();
  private long number;

  /// @param more words of each watch
  WatchPair(Path folder, Mosquitto mosquitto, Random random, String... more) throws Exception {
    this.folder = folder;
    this.mosquitto = mosquitto;
    this.more = List.of(more);
    between = mosquitto.hears("between", "-R");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::post);
    server.start();
    for (One one : all) {
      // Who comes first where both ask at once is by this name.
      Path data = Files.createDirectories(folder.resolve(one.name));
      Files.writeString(data.resolve("watch.properties"), "id=%08x\n".formatted(random.nextInt()));
    }
  }

  private void post(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> alert =
        FlatJson.read(body.replaceAll(":(\\d+),", ":\"$1\",")).orElseThrow();
    Told post =
        new Told(
            alert.get("step") + " " + alert.get("station"),
            Objects.requireNonNull(alert.get("watch")),
            Objects.requireNonNull(alert.get("id")));
    try {
      Reply reply = hook.apply(post);
      if (reply.status() / 100 != 5) {
        taken.add(post);
        events.add("post " + post.watch() + " " + post.what());
      }
      reply.before().run();
      if (reply.status() > 0) {
        exchange.sendResponseHeaders(reply.status(), -1);
      }
      exchange.close();
      reply.after().run();
    } catch (IOException | RuntimeException e) {
      events.add("fault " + e);
    } finally {
      exchange.close();
    }
  }

  private One one(String name) {
    return all.stream().filter(it -> it.name.equals(name)).findFirst().orElseThrow();
  }

  void start(String name) throws IOException {
    One one = one(name);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                SteppedWatch.class.getName(),
                "fleet",
                "watch",
                "--broker",
                "127.0.0.1:" + mosquitto.port(),
                "--data",
                folder.resolve(name).toString(),
                "--name",
                name,
                "--after",
                "1",
                "--silent",
                "1440",
                "--webhook",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    command.addAll(more);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()))
            .start();
    one.process = process;
    one.run = "";
    push(process);
    // Its name between them is the first that is new.
    List<String> before = runs();
    awaits(
        name + " is there",
        () -> {
          one.run = runs().stream().filter(it -> !before.contains(it)).findFirst().orElse("");
          return !one.run.isEmpty();
        });
  }

  private List<String> runs() {
    return said().stream().map(it -> it.getOrDefault("from", "")).distinct().toList();
  }

  /// As by a cut of power.
  void kill(String name) {
    One one = one(name);
    Process process = Objects.requireNonNull(one.process);
    events.add("kill " + name + " " + one.run);
    process.destroyForcibly().onExit().orTimeout(1, TimeUnit.MINUTES).join();
    one.process = null;
  }

  /// Ends it in order, as systemd does.
  void end(String name) {
    Process process = Objects.requireNonNull(one(name).process);
    // Its standard input stays open, which is what it would end by otherwise.
    process.toHandle().destroy();
    process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    assertThat(process.exitValue()).isEqualTo(143);
    one(name).process = null;
  }

  private void push(Process process) throws IOException {
    Writer to = process.outputWriter(StandardCharsets.UTF_8);
    to.write(ahead + "\n");
    to.flush();
  }

  /// What they said to each other so far.
  private List<Map<String, String>> said() {
    try {
      return Files.readString(between)
          .lines()
          .filter(it -> it.startsWith("libstation/v1/watch "))
          .flatMap(it -> FlatJson.read(it.substring(it.indexOf('{'))).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whoever said this first since it was looked for last.
  Optional<String> says(Predicate<Map<String, String>> what) {
    List<Map<String, String>> all = said();
    for (; read < all.size(); read++) {
      Map<String, String> each = all.get(read);
      if (what.test(each)) {
        read++;
        return this.all.stream()
            .filter(it -> it.run.equals(each.get("from")))
            .map(it -> it.name)
            .findFirst();
      }
    }
    return Optional.empty();
  }

  void listensFromNow() {
    read = said().size();
  }

  /// Pushes time on until it is so.
  void until(String what, BooleanSupplier so) {
    for (int pushes = 0; !so.getAsBoolean(); pushes++) {
      assertThat(pushes).as("%s, pushed on %s; %s", what, events, taken).isLessThan(40);
      pushOn(so);
    }
  }

  void pushOn(BooleanSupplier enough) {
    // Also where the last one was left as soon as it was enough.
    awaits("each was heard after the last push", this::heard);
    pushedAt = said().size();
    ahead += PUSH_SECONDS;
    pushed = all.stream().filter(it -> it.process != null).toList();
    for (One one : pushed) {
      Process process = one.process;
      try {
        if (process != null) {
          push(process);
        }
      } catch (IOException _) {
        // Killed just now.
      }
    }
    awaits("each was heard after a push", () -> enough.getAsBoolean() || heard());
  }

  /// Whether each that was pushed on last and still lives said something since.
  private boolean heard() {
    List<Map<String, String>> since = said().stream().skip(pushedAt).toList();
    return pushed.stream()
        .filter(it -> it.process != null)
        .allMatch(one -> since.stream().anyMatch(it -> one.run.equals(it.get("from"))));
  }

  static void awaits(String what, BooleanSupplier so) {
    await(what).pollInterval(Duration.ofMillis(5)).atMost(Mosquitto.SOON).until(so::getAsBoolean);
  }

  /// Of each station something is wrong, or nothing any more: one tells a fault, one is lost.
  void wrong(boolean wrong) throws Exception {
    String head = "{\"schema\":\"libstation-fleet-1\",\"id\":\"3f9a0c12\",\"boot\":7,";
    number++;
    mosquitto.says(
        topic(0, "state"),
        head
            + "\"number\":%d,\"serves\":\"yes\",%s\"link\":\"online\",\"journal\":\"good\"}"
                .formatted(
                    number,
                    wrong
                        ? "\"first-fault\":{\"part\":\"device\",\"device\":\"pad\",\"code\":\"E11\"},"
                            + "\"devices\":[{\"name\":\"pad\",\"condition\":\"needs-hand\",\"code\":\"E11\"}],"
                        : ""));
    mosquitto.says(
        topic(1, "presence"),
        head
            + "\"connection\":%d,\"presence\":\"%s\"}"
                .formatted(wrong ? number - 1 : number, wrong ? "lost" : "born"));
  }

  private static String topic(int station, String kind) {
    return "libstation/v1/" + STATIONS.get(station) + "/3f9a0c12/" + kind;
  }

  boolean allTold(String step) {
    return STATIONS.stream()
        .allMatch(name -> taken.stream().anyMatch(it -> it.what().equals(step + " " + name)));
  }

  private Predicate<Map<String, String>> told(String what) {
    return it ->
        "told".equals(it.get("step"))
            && (what.startsWith("back") ? "1000000" : "1").equals(it.get("number"))
            && it.getOrDefault("matter", "").contains(what.substring(what.indexOf(' ') + 1));
  }

  private boolean hadSaid(String kill, String what) {
    String run = kill.substring(kill.lastIndexOf(' ') + 1);
    return said().stream().skip(round).anyMatch(told(what).and(it -> run.equals(it.get("from"))));
  }

  /// Whether of all it was said that it was told.
  boolean isAgreed(String step) {
    return STATIONS.stream()
        .allMatch(name -> said().stream().skip(round).anyMatch(told(step + " " + name)));
  }

  /// Each at least once; once more only where whoever told it last was killed before it said so.
  ///
  /// @return how often something was told twice
  int judge() {
    int twice = 0;
    assertThat(events).noneMatch(it -> it.startsWith("fault"));
    for (String step : List.of("begun", "back")) {
      for (String station : STATIONS) {
        String what = step + " " + station;
        List<Told> posts = taken.stream().filter(it -> it.what().equals(what)).toList();
        assertThat(posts).as("%s, %s", what, events).isNotEmpty();
        assertThat(posts.stream().map(Told::id).distinct()).as(what).hasSize(1);
        int from = 0;
        for (Told post : posts.subList(0, posts.size() - 1)) {
          List<String> after = events.subList(from, events.size());
          int posted = from + after.indexOf("post " + post.watch() + " " + what);
          List<String> next = events.subList(posted + 1, events.size());
          int again = (int) next.stream().takeWhile(it -> !it.matches("post \\S+ " + what)).count();
          assertThat(next.subList(0, again))
              .as("%s was told by %s and once more, and it lived: %s", what, post, events)
              .anyMatch(it -> it.startsWith("kill " + post.watch() + " ") && !hadSaid(it, what));
          from = posted + 1;
          twice++;
        }
      }
    }
    events.clear();
    taken.clear();
    round = said().size();
    return twice;
  }

  @Override
  public void close() {
    for (One one : all) {
      Process process = one.process;
      if (process != null) {
        process.destroyForcibly();
      }
    }
    server.stop(0);
    threads.shutdownNow();
  }
}
