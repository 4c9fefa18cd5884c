package org.libstation.fleet.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.fleet.StationName;
import org.libstation.fleet.mqtt.Certificates;
import org.libstation.fleet.mqtt.Ejabberd;
import org.libstation.fleet.mqtt.Mosquitto;
import org.libstation.fleet.mqtt.NodeNames;
import org.libstation.fleet.mqtt.RabbitMq;
import org.libstation.fleet.rights.Rights.FleetRole;
import org.libstation.fleet.rights.Rights.Person;

/// What the files allow, by a broker that reads them.
@Timeout(600)
final class RightsTest {
  private static final String ONE = "hkpl/central/box-1";
  private static final String OTHER = "hkpl/Central/Box-2";
  private static final Rights RIGHTS =
      Rights.of(
          "libstation",
          List.of(StationName.parse(ONE), StationName.parse(OTHER)),
          List.of(
              new Person("wall", FleetRole.PAGE),
              new Person("watch-1", FleetRole.WATCH),
              new Person("watch-2", FleetRole.WATCH),
              new Person("chan", FleetRole.STAFF),
              new Person("Wong", FleetRole.STAFF)));

  @TempDir private Path folder;
  private final List<AutoCloseable> ended = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable each : ended.reversed()) {
      each.close();
    }
  }

  private BrokerFiles files() {
    return new BrokerFiles(RIGHTS, Optional.of(new Logins(folder, new SecureRandom())));
  }

  @Test
  void mosquitto_holds_them() throws Exception {
    assertThat(new WrittenFiles(folder).write(files().mosquitto(folder))).hasSize(3);
    Mosquitto mosquitto =
        new Mosquitto(
            folder, Files.readAllLines(folder.resolve("libstation.conf")).toArray(String[]::new));
    ended.add(mosquitto);
    hold(mosquitto.begin().port(), false);
  }

  /// What a broker shows, and each user, by an authority of ours; and what others show.
  private BrokerFiles certificates() throws Exception {
    Certificates all = new Certificates(folder);
    all.authority("ours");
    all.authority("theirs");
    all.issued("broker", "ours", "IP:127.0.0.1");
    all.issued("nobody", "ours", "DNS:nobody");
    for (Rights.User user : RIGHTS.users()) {
      all.issued(user.name(), "ours", "DNS:any");
    }
    return new BrokerFiles(RIGHTS, Optional.empty());
  }

  @Test
  @Tag("full")
  void mosquitto_holds_them_by_certificate() throws Exception {
    new WrittenFiles(folder).write(certificates().mosquitto(folder));
    List<String> settings =
        new ArrayList<>(
            List.of(
                "cafile " + folder.resolve("ours.pem"),
                "certfile " + folder.resolve("broker.pem"),
                "keyfile " + folder.resolve("broker.key")));
    settings.addAll(Files.readAllLines(folder.resolve("libstation.conf")));
    Mosquitto mosquitto = new Mosquitto(folder, settings.toArray(String[]::new));
    ended.add(mosquitto);
    hold(mosquitto.begin().port(), true);
  }

  @Test
  @Tag("full")
  void rabbitmq_holds_them() throws Exception {
    hold(rabbitmq(files(), List.of()), false);
  }

  @Test
  @Tag("full")
  void rabbitmq_holds_them_by_certificate() throws Exception {
    List<String> shown =
        List.of(
            "ssl_options.cacertfile = " + folder.resolve("ours.pem"),
            "ssl_options.certfile = " + folder.resolve("broker.pem"),
            "ssl_options.keyfile = " + folder.resolve("broker.key"));
    hold(rabbitmq(certificates(), shown), true);
  }

  /// @return its port
  private int rabbitmq(BrokerFiles files, List<String> more) throws Exception {
    assertThat(new WrittenFiles(folder).write(files.rabbitmq())).hasSize(2);
    List<String> settings = new ArrayList<>(more);
    settings.addAll(Files.readAllLines(folder.resolve("libstation.conf")));
    RabbitMq rabbit = new RabbitMq(folder.resolve("rabbit"), "rights", names(), settings);
    ended.add(rabbit);
    rabbit.begin();
    rabbit.control("delete_user", "guest");
    rabbit.control("import_definitions", folder.resolve("definitions.json").toString());
    // It says that it goes on after its command ended.
    List<String> users = RIGHTS.users().stream().map(Rights.User::name).toList();
    await()
        .atMost(Mosquitto.SOON)
        .until(() -> users.stream().allMatch(rabbit.control("list_topic_permissions")::contains));
    return rabbit.port();
  }

  @Test
  @Tag("full")
  void ejabberd_holds_them() throws Exception {
    assertThat(new WrittenFiles(folder).write(files().ejabberd("localhost"))).hasSize(2);
    Ejabberd ejabberd = new Ejabberd(folder.resolve("ejabberd"), "rights", names());
    ended.add(ejabberd);
    ejabberd.begin();
    ejabberd.configure(
        List.of("include_config_file:", "  - \"" + folder.resolve("libstation.yml") + "\""),
        List.of("access_publish: LIBSTATION_PUBLISH", "access_subscribe: LIBSTATION_SUBSCRIBE"));
    ejabberd.reload();
    ejabberd.script(folder.resolve("users.sh"));
    // Again, as with a longer list.
    ejabberd.script(folder.resolve("users.sh"));
    hold(ejabberd.port(), false);
  }

  private NodeNames names() throws IOException {
    NodeNames names = new NodeNames();
    ended.add(names);
    return names;
  }

  /// Each says to each topic and listens to each and to more, by our client and by another; heard
  /// is what the table of docs/administrator/fleet.md says, whole and alone.
  private void hold(int port, boolean certificates) throws Exception {
    BrokerMembers members = new BrokerMembers(folder, port, ONE, OTHER, RIGHTS, certificates);
    ended.add(members::end);
    members.listenAsThePrograms();
    members.listenToMore();
    members.speakOutOfTurn();
    members.dieWithForeignWills();
    members.speak();
    members.assertHeard();
  }

  @Test
  void written_twice_they_are_the_same_and_another_list_keeps_the_passwords() throws Exception {
    WrittenFiles written = new WrittenFiles(folder);
    Map<String, String> first = files().mosquitto(folder);
    written.write(first);
    assertThat(files().mosquitto(folder)).isEqualTo(first);
    assertThat(written.write(files().mosquitto(folder))).isEmpty();
    assertThat(files().rabbitmq()).isEqualTo(files().rabbitmq());
    Rights fewer = Rights.of("libstation", List.of(StationName.parse(OTHER)), List.of());
    Logins logins = new Logins(folder, new SecureRandom());
    Map<String, String> second = new BrokerFiles(fewer, Optional.of(logins)).mosquitto(folder);
    assertThat(first.get("passwords")).contains(second.get("passwords"));
    assertThat(logins.left(fewer))
        .containsExactly("Wong", "chan", "hkpl~central~box-1", "wall", "watch-1", "watch-2");
    assertThat(Files.getPosixFilePermissions(folder.resolve("logins/chan.login"))).hasSize(2);
  }

  @Test
  void what_somebody_else_wrote_is_named() throws Exception {
    WrittenFiles written = new WrittenFiles(folder);
    Map<String, String> files = files().mosquitto(folder);
    written.write(files);
    assertThat(written.foreign(files)).isEmpty();
    Files.writeString(folder.resolve("rights.acl"), "user chan\n");
    assertThat(written.foreign(files)).containsExactly("rights.acl");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hkpl/central/+",
        "hkpl/central/#",
        "hkpl/central/box\n2",
        "hkpl/central/box'2",
        "hkpl/central/box\"2",
        "hkpl/central/..",
        "../central/box-2",
        "hkpl/central",
        "hkpl/central/box-2/x",
        "hkpl//box-2",
        "hkpl/central/box 2",
        "hkpl/central/box~2",
        "hkpl/central/館"
      })
  void a_name_that_could_be_more_than_a_name_is_refused_in_words(String station) {
    assertThatThrownBy(() -> StationName.parse(station))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected")
        .hasMessageNotContaining("\n");
  }

  @Test
  void other_names_too_and_one_that_stands_there_twice() {
    assertThatThrownBy(() -> Rights.of("+", List.of(), List.of())).hasMessageContaining("expected");
    assertThatThrownBy(
            () -> Rights.of("libstation", List.of(), List.of(new Person("a b", FleetRole.PAGE))))
        .hasMessageContaining("expected");
    assertThatThrownBy(
            () ->
                Rights.of(
                    "libstation",
                    List.of(StationName.parse("a/b/c"), StationName.parse("A/b/c")),
                    List.of()))
        .hasMessageContaining("twice");
  }

  @Test
  void rabbitmq_and_ejabberd_are_told_the_same() throws Exception {
    assertThat(files().rabbitmq().get("definitions.json"))
        .contains(
            "|libstation\\\\.v1\\\\.hkpl\\\\.Central\\\\.Box-2\\\\.orders|",
            "\"write\":\"^(libstation\\\\.v1\\\\.who)$\"");
    Map<String, String> ejabberd = files().ejabberd("fleet.example");
    assertThat(ejabberd.get("libstation.yml"))
        .contains(
            """
                "libstation/v1/hkpl/Central/Box-2/orders":
                  - allow:
                    - user: "hkpl~Central~Box-2@fleet.example"
            """);
    assertThat(ejabberd.get("users.sh")).contains("register 'wall' 'fleet.example' '");
  }

  @Test
  void a_dot_is_a_slash_to_rabbitmq_and_refused_in_words() throws Exception {
    Rights dotted =
        Rights.of(
            "libstation",
            List.of(StationName.parse("hkpl/st.john/box-2")),
            List.of(new Person("w", FleetRole.PAGE)));
    BrokerFiles files =
        new BrokerFiles(dotted, Optional.of(new Logins(folder, new SecureRandom())));
    assertThatThrownBy(files::rabbitmq)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'st.john'");
    assertThat(files.ejabberd("localhost").get("libstation.yml"))
        .contains("\"libstation/v1/hkpl/st.john/box-2/orders\"");
  }

  @Test
  void a_name_that_no_certificate_can_bear_is_refused_in_words() throws Exception {
    String station = "a".repeat(31) + "/" + "b".repeat(31) + "/c";
    Rights rights = Rights.of("libstation", List.of(StationName.parse(station)), List.of());
    assertThatThrownBy(() -> new BrokerFiles(rights, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64");
    assertThat(
            new BrokerFiles(rights, Optional.of(new Logins(folder, new SecureRandom()))).rabbitmq())
        .hasSize(2);
  }

  @Test
  void nobody_has_no_rights_and_opens_none() {
    assertThatThrownBy(() -> Rights.of("libstation", List.of(), List.of()))
        .hasMessageContaining("nobody is named");
  }
}
