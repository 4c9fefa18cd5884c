package org.libstation.fleet.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.libstation.central.link.TlsTrust;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.StationName;
import org.libstation.fleet.mqtt.Mosquitto;
import org.libstation.fleet.mqtt.MqttBroker;

/// All who have a login at a broker, and try what they may and what they may not.
final class BrokerMembers {
  private static final String FLEET = "libstation/v1/";
  private static final String ID = "/3f9a0c12/";
  private static final List<String> NEWS =
      List.of("presence", "state", "counts", "answers", "bundle");

  /// What listens to more than one station.
  private static final List<String> WIDE =
      List.of(
          "#",
          "+/#",
          "libstation/v1/#",
          "libstation/v1/+/+/+/orders",
          "libstation/v1/hkpl/+/+/orders",
          "libstation/v1/+/+/+/+/+",
          "+/+/+/+/+/orders");

  private static final List<String> SHARED =
      List.of("$share/all/libstation/v1/+/+/+/orders", "$share/all/#");

  private final Path folder;
  private final int port;
  private final String one;
  private final String other;
  private final Rights rights;
  private final boolean certificates;
  private final List<AutoCloseable> ended = new ArrayList<>();
  private final Map<String, List<String>> listeners = new TreeMap<>();
  private final Map<String, List<String>> more = new TreeMap<>();
  private final Map<String, Path> shared = new TreeMap<>();
  private int connections;

  /// @param folder with the logins
  /// @param certificates each is known by that of its name, which lies there, and by nothing else
  BrokerMembers(
      Path folder, int port, String one, String other, Rights rights, boolean certificates) {
    this.folder = folder;
    this.port = port;
    this.one = one;
    this.other = other;
    this.rights = rights;
    this.certificates = certificates;
  }

  private List<String> users() {
    return rights.users().stream().map(Rights.User::name).toList();
  }

  private List<String> topics() {
    Stream<String> stations =
        Stream.of(one, other)
            .flatMap(
                station ->
                    Stream.concat(
                        NEWS.stream().map(each -> FLEET + station + ID + each),
                        Stream.of(FLEET + station + "/orders")));
    return Stream.concat(stations, Stream.of(FLEET + "who", FLEET + "watch")).toList();
  }

  private Optional<String> station(String user) {
    return Stream.of(one, other)
        .filter(it -> Rights.user(StationName.parse(it)).equals(user))
        .findFirst();
  }

  private boolean maySay(String user, String topic) {
    if (station(user).isPresent()) {
      return topic.startsWith(FLEET + station(user).get() + ID);
    }
    return topic.equals(FLEET + "who")
        || (user.startsWith("watch") && topic.equals(FLEET + "watch"))
        || (isStaff(user) && topic.endsWith("/orders"));
  }

  private boolean mayHear(String user, String topic) {
    if (station(user).isPresent()) {
      String own = FLEET + station(user).get();
      return List.of(own + "/orders", own + ID + "state", FLEET + "who").contains(topic);
    }
    String last = topic.substring(topic.lastIndexOf('/') + 1);
    if (user.startsWith("watch")) {
      return List.of("presence", "state", "watch").contains(last);
    }
    return List.of("presence", "state", "counts", "answers").contains(last)
        || (isStaff(user) && last.equals("bundle"));
  }

  private static boolean isStaff(String user) {
    return List.of("chan", "Wong").contains(user);
  }

  private byte[] password(String user) throws IOException {
    return new Logins(folder, new SecureRandom()).password(user);
  }

  private Broker.BrokerConnection connect(String user, List<String> heard, List<String> listens)
      throws Exception {
    MqttBroker broker =
        new MqttBroker(
            "127.0.0.1",
            port,
            certificates
                ? new MqttBroker.BrokerAccess(
                    Optional.of(
                        new TlsTrust(
                            new TlsTrust.Server.Authority(folder.resolve("ours.pem")),
                            Optional.of(
                                new TlsTrust.OwnCertificate(
                                    folder.resolve(user + ".pem"),
                                    folder.resolve(user + ".key"))))),
                    Optional.empty())
                : new MqttBroker.BrokerAccess(
                    Optional.empty(),
                    Optional.of(
                        () -> new MqttBroker.BrokerLogin(user, ByteBuffer.wrap(password(user))))));
    Broker.BrokerConnection open =
        broker.connect(
            Broker.Hello.fromNow(
                "test-" + ++connections,
                Optional.empty(),
                listens,
                (topic, text) ->
                    heard.add(topic + " " + new String(text, StandardCharsets.UTF_8))));
    ended.add(open);
    return open;
  }

  /// To what stations, page, watch and the sender of orders subscribe.
  void listenAsThePrograms() throws Exception {
    for (String user : users()) {
      String own = FLEET + station(user).orElse("+/+/+") + "/";
      String any = own + "+/";
      List<String> listens = new ArrayList<>();
      if (station(user).isPresent()) {
        listens.addAll(List.of(FLEET + "who", any + "state", own + "orders"));
      } else if (user.startsWith("watch")) {
        listens.addAll(List.of(any + "presence", any + "state", FLEET + "watch"));
      } else {
        NEWS.subList(0, isStaff(user) ? 5 : 4).forEach(each -> listens.add(any + each));
        if (isStaff(user)) {
          listens.addAll(List.of(FLEET + one + "/+/answers", FLEET + one + "/+/bundle"));
        }
      }
      List<String> heard = new CopyOnWriteArrayList<>();
      listeners.put(user, heard);
      connect(user, heard, listens);
    }
  }

  /// Brokers differ: some refuse, some say nothing of what is not to be heard.
  void listenToMore() throws Exception {
    for (String user : users()) {
      for (String filter : Stream.concat(WIDE.stream(), topics().stream()).toList()) {
        List<String> heard = new CopyOnWriteArrayList<>();
        try {
          connect(user, heard, List.of(filter));
          more.put(user + " " + filter, heard);
        } catch (BrokerException e) {
          assertThat(e.kind())
              .as(user + " " + filter + ": " + e.why())
              .isEqualTo(BrokerException.BrokerProblem.REFUSED);
          assertThat(mayHear(user, filter)).as(user + " " + filter).isFalse();
        }
      }
      for (String filter : SHARED) {
        Path out = folder.resolve("shared-" + shared.size());
        Process process =
            begun(
                "mosquitto_sub", user, out, "-V", "mqttv5", "-q", "1", "-t", filter, "-F", "%t %p");
        ended.add(process::destroyForcibly);
        shared.put(user + " " + filter, out);
      }
    }
  }

  void speakOutOfTurn() throws Exception {
    for (String user : users()) {
      Broker.BrokerConnection open = connect(user, new ArrayList<>(), List.of());
      for (String topic : topics()) {
        if (!maySay(user, topic)) {
          if (!open.isOpen()) {
            open = connect(user, new ArrayList<>(), List.of());
          }
          Broker.BrokerConnection now = open;
          assertThatThrownBy(
                  () -> now.publish(new Broker.Message(topic, "never", false), Mosquitto.SOON))
              .as(user + " " + topic)
              // RabbitMQ throws out whoever tries, and says no word why.
              .isInstanceOfSatisfying(
                  BrokerException.class,
                  e ->
                      assertThat(e.kind() == BrokerException.BrokerProblem.REFUSED || !now.isOpen())
                          .as(e.why())
                          .isTrue());
          assertThat(
                  client("mosquitto_pub", user, "-V", "311", "-q", "1", "-t", topic, "-m", "never"))
              .isNotNull();
        }
      }
    }
    String orders = FLEET + one + "/orders";
    List<List<String>> intruders =
        new ArrayList<>(
            List.of(
                List.of(),
                List.of("-u", "chan", "-P", "never"),
                List.of("-u", "chan"),
                List.of("-u", "guest", "-P", "guest")));
    if (certificates) {
      intruders.add(certificate("theirs"));
    }
    for (List<String> intruder : intruders) {
      assertThat(said(orders, intruder)).as(intruder.toString()).isNotZero();
    }
    if (certificates) {
      // Of nobody, whom mosquitto lets in; and a station's, with another's name beside it.
      List<String> own = certificate(Rights.user(StationName.parse(one)));
      assertThat(
              List.of(
                  said(orders, certificate("nobody")),
                  said(orders, with(own, "-u", "chan", "-P", "")),
                  said(orders, with(own, "-u", "chan"))))
          .hasSize(3);
    }
  }

  private int said(String topic, List<String> words) throws Exception {
    List<String> all =
        new ArrayList<>(List.of("-V", "mqttv5", "-q", "1", "-t", topic, "-m", "never"));
    all.addAll(words);
    return client("mosquitto_pub", "", all.toArray(String[]::new)).exitValue();
  }

  private static List<String> with(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  private Process client(String program, String user, String... words) throws Exception {
    Process process = begun(program, user, folder.resolve("client"), words);
    assertThat(process.waitFor(Mosquitto.SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process;
  }

  private Process begun(String program, String user, Path out, String... words) throws Exception {
    // Else what it says is there when it ends.
    List<String> command =
        new ArrayList<>(List.of("stdbuf", "-oL", program, "-h", "127.0.0.1", "-p", port + ""));
    if (certificates) {
      command.addAll(List.of("--cafile", folder.resolve("ours.pem").toString()));
    }
    if (certificates && !user.isEmpty()) {
      command.addAll(certificate(user));
    } else if (!user.isEmpty()) {
      String password = new String(password(user), StandardCharsets.UTF_8);
      command.addAll(List.of("-u", user, "-P", password));
    }
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
  }

  private List<String> certificate(String name) {
    return List.of(
        "--cert", folder.resolve(name + ".pem") + "", "--key", folder.resolve(name + ".key") + "");
  }

  /// Whoever dies says its will: at its own topics alone.
  void dieWithForeignWills() throws Exception {
    String user = Rights.user(StationName.parse(one));
    for (String topic :
        List.of(
            FLEET + other + ID + "presence",
            FLEET + other + "/orders",
            FLEET + one + ID + "presence")) {
      String text = maySay(user, topic) ? "will" : "never";
      Path out = folder.resolve("dying");
      String[] words = {
        "-d",
        "-V",
        "mqttv5",
        "-t",
        FLEET + "who",
        "--will-topic",
        topic,
        "--will-payload",
        text,
        "--will-qos",
        "1"
      };
      Process dying = begun("mosquitto_sub", user, out, words);
      await()
          .atMost(Mosquitto.SOON)
          .until(() -> !dying.isAlive() || Files.readString(out).contains("Subscribed"));
      dying.destroyForcibly().onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
  }

  void speak() throws Exception {
    for (String user : users()) {
      Broker.BrokerConnection open = connect(user, new ArrayList<>(), List.of());
      for (String topic : topics()) {
        if (maySay(user, topic)) {
          open.publish(new Broker.Message(topic, user, false), Duration.ofMinutes(1));
        }
      }
    }
  }

  void assertHeard() throws IOException {
    String will = FLEET + one + ID + "presence will";
    for (Map.Entry<String, List<String>> each : listeners.entrySet()) {
      String user = each.getKey();
      List<String> due = new ArrayList<>();
      for (String topic : topics()) {
        if (mayHear(user, topic)) {
          users().stream().filter(it -> maySay(it, topic)).forEach(it -> due.add(topic + " " + it));
          if (will.startsWith(topic + " ")) {
            due.add(will);
          }
        }
      }
      await().atMost(Mosquitto.SOON).until(() -> each.getValue().containsAll(due));
      assertThat(each.getValue()).as(user).containsOnly(due.toArray(String[]::new));
    }
    for (Map.Entry<String, Path> each : shared.entrySet()) {
      more.put(
          each.getKey(),
          Files.readAllLines(each.getValue()).stream().filter(it -> it.startsWith(FLEET)).toList());
    }
    more.forEach(
        (who, heard) -> {
          String user = who.substring(0, who.indexOf(' '));
          assertThat(heard)
              .as(who)
              .noneMatch(it -> it.endsWith(" never"))
              .allMatch(it -> mayHear(user, it.substring(0, it.lastIndexOf(' '))));
        });
  }

  void end() throws Exception {
    for (AutoCloseable each : ended.reversed()) {
      each.close();
    }
  }
}
