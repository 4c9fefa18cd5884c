package org.libstation.fleet.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.fleet.NewsDesk;
import org.libstation.fleet.mqtt.Mosquitto;
import org.libstation.fleet.mqtt.MqttBroker;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Words;
import org.libstation.policy.document.FlatJson;
import org.libstation.policy.document.JsonReader;
import org.libstation.sync.StepLoop;

/// Mails and webhooks, and a watch beside a real broker.
@Timeout(600)
final class WayTest {
  private static final Words WORDS = TestTexts.OURS.in(Language.EN);

  private static final Alert ALERT =
      new Alert(
          "00112233445566ff",
          new Alert.AlertStep.Begun(),
          new Incident.Subject(Incident.Kind.FAULT, Stage.STATION, "3f9a0c12", "device pad E11"),
          3,
          Stage.BEGIN,
          Stage.BEGIN.plusSeconds(300),
          "watch-1");

  /// As the program's own texts have it, told in Hong Kong.
  private static final Alert.AlertHelp HELP =
      new Alert.AlertHelp(
          key -> Optional.of(key).filter(WORDS::plain).map(WORDS::say),
          ZoneId.of("Asia/Hong_Kong"));

  @TempDir private Path folder;

  private Path sendmail(String script) throws Exception {
    Path file = folder.resolve("sendmail");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }

  @Test
  void a_mail_is_handed_over_and_taken_or_not() throws Exception {
    Path mail = folder.resolve("mail");
    Path takes = sendmail("echo \"$@\" >" + mail + "; cat >>" + mail);
    new Mail(takes, "watch@library.example", List.of("desk@library.example"), HELP).tell(ALERT);
    assertThat(mail)
        .content()
        .startsWith("-i -t\nFrom: watch@library.example\nTo: desk@library.example\n")
        .contains(
            "\nSubject: Libstation: hkpl/central/box-2: device pad E11 (It does not answer)\n",
            "\nDate: Mon, 30 Nov 2026 08:05:00 GMT\n",
            "\nMessage-ID: <00112233445566ff.begun@watch.libstation>\n",
            "\n\nhkpl/central/box-2: device pad E11 (It does not answer)\n",
            "\nsince     2026-11-30 16:00:00 +08:00\n",
            "\ntimes     3\n",
            "\nWhat to do: ");
    Path refuses = sendmail("exit 75");
    assertThatThrownBy(() -> new Mail(refuses, "", List.of("a@b"), HELP).tell(ALERT))
        .hasMessageContaining("75");
  }

  /// Codes of devices' health and of findings; one of the screen has its own words.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "link G61; link G61 (The central system does not answer); What to do: Check host",
        "device pad DR11; device pad DR11 (It does not answer); What to do: ",
        "station K11; station K11 (neither the pad nor the scanner can be used); The fleet page",
        "device pad DF83; device pad DF83; The fleet page says what staff do"
      })
  void an_alert_says_in_words_what_it_is_and_what_to_do(String what, String title, String toDo) {
    Incident.Subject subject =
        new Incident.Subject(Incident.Kind.FAULT, Stage.STATION, "3f9a0c12", what);
    Alert alert =
        new Alert(
            "3f", new Alert.AlertStep.Begun(), subject, 1, Stage.BEGIN, Stage.BEGIN, "watch-1");
    assertThat(alert.title(HELP)).isEqualTo(Stage.STATION + ": " + title);
    assertThat(alert.lines(HELP)).last().asString().startsWith(toDo);
    assertThat(alert.json(HELP)).contains(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"desk", "a@b,c@d", "a@b\nBcc: c@d", "-t@b", "<a@b>", "\"a\"@b"})
  void what_is_no_address_is_refused(String address) {
    assertThatThrownBy(() -> new Mail(Path.of("sendmail"), "", List.of(address), HELP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hook.example/x",
        "ftp://127.0.0.1/",
        "hook",
        "http://10.0.0.1/x",
        "file:/x"
      })
  void what_would_go_in_clear_text_is_refused(String address) {
    assertThatThrownBy(() -> new Webhook(URI.create(address), HELP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https");
  }

  /// A watch, a broker that is one, a station's will, and a webhook that answers 503 at first.
  @Test
  void a_station_that_is_cut_off_is_posted_once_the_hook_takes_it() throws Exception {
    List<String> posted = new CopyOnWriteArrayList<>();
    List<String> keys = new CopyOnWriteArrayList<>();
    AtomicInteger status = new AtomicInteger(503);
    HttpServer hook =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext(
        "/hook",
        exchange -> {
          posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          exchange.sendResponseHeaders(status.getAndSet(204), -1);
          exchange.close();
        });
    hook.start();
    AtomicReference<Duration> gone = new AtomicReference<>(Duration.ZERO);
    long begun = System.nanoTime();
    ExecutorService teller = Executors.newSingleThreadExecutor();
    try (Mosquitto mosquitto = new Mosquitto(folder).begin()) {
      String topic = "libstation/v1/" + Stage.STATION + "/3f9a0c12/";
      String head = "{\"schema\":\"libstation-fleet-1\",\"id\":\"3f9a0c12\",\"boot\":7,";
      mosquitto.says(topic + "state", head + "\"number\":1,\"serves\":\"yes\"}");
      Watcher watcher =
          new Watcher(
              new MqttBroker(
                  "127.0.0.1",
                  mosquitto.port(),
                  new MqttBroker.BrokerAccess(Optional.empty(), Optional.empty())),
              new Watcher.Settings(
                  "libstation/v1", "w", Duration.ofMinutes(5), Duration.ofHours(9), List.of()),
              new WatchBook(folder.resolve("watch"), new Random(1)),
              List.of(
                  new Webhook(
                      URI.create("http://127.0.0.1:" + hook.getAddress().getPort() + "/hook"),
                      HELP)),
              _ -> {},
              teller,
              new NewsDesk.Time(
                  () -> Instant.EPOCH.plus(elapsed(begun)).plus(gone.get()),
                  () -> elapsed(begun).plus(gone.get()),
                  new Random(2)));
      StepLoop loop = new StepLoop("watch", watcher::step);
      // Who watches asks once: whoever listens later hears nothing of it.
      Path live = mosquitto.hears("live");
      await()
          .atMost(Mosquitto.SOON)
          .until(
              () -> {
                mosquitto.says("libstation/v1/listening", "?");
                return Files.readString(live).contains("listening");
              });
      loop.start();
      await()
          .atMost(Mosquitto.SOON)
          .untilAsserted(() -> assertThat(live).content().contains("libstation/v1/who 0"));
      mosquitto.says(topic + "presence", head + "\"connection\":1,\"presence\":\"lost\"}");
      await()
          .atMost(Mosquitto.SOON)
          .until(
              () -> {
                // Each time it is looked at, some time has gone by.
                gone.updateAndGet(before -> before.plusSeconds(20));
                return posted.size() >= 2;
              });
      assertThat(FlatJson.read(posted.get(1).replaceAll(":(\\d+),", ":\"$1\",")).orElseThrow())
          .containsEntry("kind", "gone")
          .containsEntry("step", "begun")
          .containsEntry("station", Stage.STATION)
          .containsEntry("installation", "3f9a0c12");
      assertThat(JsonReader.read(posted.getFirst())).isNotNull();
      assertThat(keys.get(0)).isEqualTo(keys.get(1)).hasSizeGreaterThan(16);
      loop.close();
      watcher.end();
    } finally {
      teller.shutdownNow();
      hook.stop(0);
    }
  }

  private static Duration elapsed(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
