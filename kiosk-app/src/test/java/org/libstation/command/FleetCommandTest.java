package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.command.fleet.FleetCommand;
import org.libstation.fleet.mqtt.Mosquitto;
import org.libstation.site.FleetPlace.StaffKey;
import org.libstation.site.Site;
import org.libstation.site.StationOrder;
import org.libstation.wiring.StationRig;

/// Keys from a shell, and what an order needs before it is sent.
final class FleetCommandTest {
  @TempDir private Path folder;

  private static Called called(String input) {
    return new Called(
        FleetCommand.with(
            InstantSource.system(),
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
    assertThat(
            named.with(
                "fleet",
                "keys",
                "name",
                "--config",
                site.toString(),
                "--key",
                line,
                "--orders",
                "settle,restart",
                "--by",
                "Wong",
                "陳大文"))
        .as(named.out() + named.err())
        .isZero();
    assertThat(Site.open(site).settings().fleet().staffKeys())
        .containsExactly(
            new StaffKey("陳大文", line, List.of(StationOrder.SETTLE, StationOrder.RESTART)));
    assertThat(Site.open(site).settings().fleet().orders()).isEmpty();
    Called junk = called("");
    assertThat(
            junk.with(
                "fleet",
                "keys",
                "name",
                "--config",
                site.toString(),
                "--key",
                "AAAA",
                "--orders",
                "settle",
                "--by",
                "Wong",
                "Ho"))
        .isEqualTo(1);
    assertThat(junk.out()).contains("Ed25519");
    assertThat(
            called("")
                .with(
                    "fleet", "keys", "revoke", "--config", site.toString(), "--by", "Wong", "陳大文"))
        .isZero();
    assertThat(Site.open(site).settings().fleet().staffKeys()).isEmpty();
    assertThat(Files.readString(site.resolve("station.yaml")).lines().count())
        .isCloseTo(before.lines().count(), within(2L));
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

  @Test
  void what_cannot_be_sent_is_told_and_written_down_beside_the_key() throws Exception {
    make();
    String nobody = String.valueOf(Mosquitto.freePort());
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
}
