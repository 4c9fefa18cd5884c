package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.app.StationRig;
import org.libstation.fleet.command.FleetCommand;
import org.libstation.site.FleetPlace.StaffKey;
import org.libstation.site.Site;
import org.libstation.site.StationOrder;
import org.libstation.testkit.FreePorts;

/// Keys from a shell, and what an order needs before it is sent.
final class FleetCommandTest {
  @TempDir private Path folder;

  private static Called called(String input) {
    return new Called(
        FleetCommand.with(
            InstantSource.system(),
            () -> Duration.ZERO,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new SecureRandom()));
  }

  private Called make() {
    Called made = called("correct horse\n");
    assertThat(
            made.with(
                "fleet", "keys", "make", "--passphrase", "--to", folder.resolve("chan.pem") + ""))
        .isZero();
    return made;
  }

  @Test
  void a_key_is_made_named_at_a_station_and_revoked_there() throws Exception {
    Path site = StationRig.copyOfExample(folder.resolve("site"));
    String before = Files.readString(site.resolve("station.yaml"));
    String line = make().out().strip();
    Called named = called("");
    assertThat(name(named, site, line, "settle,restart", "陳大文"))
        .as(named.out() + named.err())
        .isZero();
    assertThat(Site.open(site).settings().fleet().staffKeys())
        .containsExactly(
            new StaffKey("陳大文", line, List.of(StationOrder.SETTLE, StationOrder.RESTART)));
    assertThat(Site.open(site).settings().fleet().orders()).isEmpty();
    assertThat(named.err()).contains("fleet.orders in station.yaml does not allow settle,restart");
    Called twice = called("");
    assertThat(name(twice, site, line, "settle", "Ho")).isEqualTo(1);
    assertThat(twice.out()).contains("a key of its own for each name");
    Called again = called("");
    assertThat(name(again, site, line, "settle", "陳大文")).isEqualTo(2);
    assertThat(again.err()).contains("already has a key of 陳大文", "fleet keys revoke");
    Called junk = called("");
    assertThat(name(junk, site, "AAAA", "settle", "Ho")).isEqualTo(1);
    assertThat(junk.out()).contains("Ed25519");
    Path yaml = site.resolve("station.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replaceFirst("(?m)^    orders: \\[\\]", "    orders: [out-of-service]"));
    Path data = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(data.resolve("fleet-orders.properties"), "out=true\n");
    Called revoked = called("");
    assertThat(
            revoked.with(
                "fleet",
                "keys",
                "revoke",
                "--config",
                site.toString(),
                "--set",
                "station.data=" + data,
                "--by",
                "Wong",
                "陳大文"))
        .as(revoked.out() + revoked.err())
        .isZero();
    assertThat(revoked.err()).contains("stays out of service").contains("back-in-service");
    assertThat(data.resolve("logs/staff.log"))
        .content()
        .contains("SETTING station.fleet.staff-keys.0: '陳大文' -> 'none' (by Wong)");
    assertThat(Site.open(site).settings().fleet().staffKeys()).isEmpty();
    assertThat(Files.readString(site.resolve("station.yaml")).lines().count())
        .isCloseTo(before.lines().count(), within(2L));
  }

  private static int name(Called called, Path site, String key, String orders, String who) {
    return called.with(
        "fleet",
        "keys",
        "name",
        "--config",
        site.toString(),
        "--key",
        key,
        "--orders",
        orders,
        "--by",
        "Wong",
        who);
  }

  private int order(Called called, String port, String word) {
    return called.with(
        "fleet",
        "order",
        "--key",
        folder.resolve("chan.pem").toString(),
        "--broker",
        "127.0.0.1:" + port,
        "--station",
        "hkpl/central/box-2",
        word);
  }

  @ParameterizedTest
  @CsvSource({"tomorrow", "2026-12-02", "2026-12-02T10:00", "10:00"})
  void a_notice_that_ends_at_no_moment_is_told_before_anything_is_sent(String until) {
    Called wrong = called("");
    assertThat(
            wrong.with(
                "fleet",
                "order",
                "--key",
                folder.resolve("none.pem").toString(),
                "--broker",
                "127.0.0.1:1",
                "--station",
                "hkpl/central/box-2",
                "notice",
                "--until",
                until))
        .isEqualTo(2);
    assertThat(wrong.err())
        .contains(
            "--until: expected a moment with its offset like 2026-12-02T18:00+08:00, found \""
                + until
                + "\"");
  }

  @Test
  void what_cannot_be_sent_is_told_and_written_down_beside_the_key() throws Exception {
    make();
    String nobody = String.valueOf(FreePorts.one());
    Called sent = called("correct horse\n");
    assertThat(order(sent, nobody, "settle")).isEqualTo(1);
    assertThat(sent.out()).contains("not sent: G65");
    assertThat(folder.resolve("chan.pem.log"))
        .content()
        .contains("settle", "hkpl/central/box-2", "not sent")
        .doesNotContain("correct horse");

    Called wrong = called("wrong horse\n");
    assertThat(order(wrong, nobody, "settle")).isEqualTo(2);
    assertThat(wrong.err()).contains("passphrase");
    Called unknown = called("");
    assertThat(order(unknown, nobody, "open-the-till")).isEqualTo(2);
    assertThat(unknown.err()).contains("support-bundle");
    Files.setPosixFilePermissions(
        folder.resolve("chan.pem"), PosixFilePermissions.fromString("rw-r--r--"));
    Called open = called("correct horse\n");
    assertThat(order(open, nobody, "settle")).isEqualTo(2);
    assertThat(open.err()).contains("chmod 600");
  }

  @Test
  void rights_are_written_and_what_somebody_else_wrote_is_left_alone_or_kept() throws Exception {
    Path list = folder.resolve("stations.txt");
    Files.writeString(list, "# the city\n\nhkpl/central/box-1\n  hkpl/central/box-2  \n");
    String to = folder.resolve("rights").toString();
    String[] words = {
      "fleet", "rights", "--for", "mosquitto", "--to", to, "--stations", list + "", "--page", "wall"
    };
    Called first = called("");
    assertThat(first.with(words)).as(first.err()).isZero();
    assertThat(first.out()).contains("written   rights.acl", "written   passwords");
    Called second = called("");
    assertThat(second.with(words)).isZero();
    assertThat(second.out()).contains("as it was  rights.acl").doesNotContain("written");

    Path acl = folder.resolve("rights/rights.acl");
    String before = Files.readString(acl);
    Files.writeString(acl, "user chan\n");
    Called refused = called("");
    assertThat(refused.with(words)).isEqualTo(1);
    assertThat(refused.out()).contains("rights.acl", "somebody else", "--replace");
    assertThat(acl).hasContent("user chan\n");
    String[] again = Stream.concat(Stream.of(words), Stream.of("--replace")).toArray(String[]::new);
    assertThat(called("").with(again)).isZero();
    assertThat(acl).hasContent(before);
    assertThat(folder.resolve("rights/rights.acl.before")).hasContent("user chan\n");

    Files.writeString(list, "hkpl/central/#1\n");
    Called junk = called("");
    assertThat(junk.with(words)).isEqualTo(2);
    assertThat(junk.err()).contains("hkpl/central/#1'", "expected");
    assertThat(acl).hasContent(before);
  }

  @ParameterizedTest
  @CsvSource({
    "--broker, ''",
    "--broker, localhost:99999",
    "--broker, localhost:0",
    "--broker, localhost:99999999999",
    "--broker, a b",
    "--broker, '::1'",
    "--station, hkpl/central/+",
    "--station, hkpl/#/box-2",
    "--station, hkpl/central",
    "--prefix, a/b",
    "--expires, 901",
    "--expires, -1"
  })
  void what_no_order_can_be_sent_with_is_refused_in_words_and_no_key_is_asked_for(
      String option, String value) {
    Map<String, String> words = new TreeMap<>(Map.of("--station", "hkpl/central/box-2"));
    words.putAll(Map.of("--broker", "localhost", "--key", folder.resolve("none.pem").toString()));
    words.put(option, value);
    List<String> all = new ArrayList<>(List.of("fleet", "order", "settle"));
    words.forEach((name, each) -> all.addAll(List.of(name, each)));
    Called called = called("");
    assertThat(called.with(all.toArray(String[]::new))).isEqualTo(2);
    assertThat(called.err())
        .startsWith(option + ": ")
        .contains("expected")
        .doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource({"--stations, none", "--stations, .", "--stations, junk", "--data, junk"})
  void a_watch_that_could_not_keep_or_read_what_it_needs_does_not_begin(String option, String file)
      throws Exception {
    Files.write(folder.resolve("junk"), new byte[] {-1, -2, 0, 10});
    Map<String, String> words = new TreeMap<>(Map.of("--broker", "localhost"));
    words.put("--data", folder.resolve("data").toString());
    words.put(option, folder.resolve(file).toString());
    List<String> all = new ArrayList<>(List.of("fleet", "watch"));
    words.forEach((name, each) -> all.addAll(List.of(name, each)));
    Called called = called("");
    assertThat(called.with(all.toArray(String[]::new))).isEqualTo(2);
    assertThat(called.err()).startsWith(option + ": ").contains(file.equals(".") ? "" : file);
  }

  @Test
  void the_address_of_a_webhook_is_read_from_its_file_and_never_shown() throws Exception {
    Path file = folder.resolve("address");
    for (String address :
        List.of("", "http://hook.example/s3cret", "\"https://hook.example/s3cret")) {
      Files.writeString(file, address);
      Called called = called("");
      assertThat(
              called.with(
                  "fleet",
                  "watch",
                  "--broker",
                  "localhost",
                  "--data",
                  folder.resolve("data").toString(),
                  "--webhook",
                  "@" + file))
          .as(address)
          .isEqualTo(2);
      assertThat(called.err()).contains("--webhook", "expected").doesNotContain("s3cret");
    }
  }
}
