package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Words;

@Timeout(300)
class CheckRunTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path dir;

  private final List<String> order = new ArrayList<>();

  private static Duration now() {
    return Duration.ofNanos(System.nanoTime());
  }

  private Check check(String id, PlainCheck.PlainLook look) {
    return new PlainCheck(
        id,
        LIMIT,
        () -> {
          order.add(id);
          return look.look();
        });
  }

  private static Verdict good() {
    return new Verdict.Good(CheckPhrase.of("told.plain", "x"));
  }

  private static List<CheckRun.CheckOutcome> run(Check... checks) throws InterruptedException {
    return new CheckRun(List.of(checks), CheckRunTest::now, CheckRun.Listener.NONE).run();
  }

  @Test
  void one_after_the_other_and_a_bug_in_one_stops_no_other() throws InterruptedException {
    List<CheckRun.CheckOutcome> steps =
        run(
            check("a", CheckRunTest::good),
            check(
                "b",
                () -> {
                  throw new IllegalStateException("a bug");
                }),
            check("c", CheckRunTest::good));
    assertThat(order).containsExactly("a", "b", "c");
    assertThat(steps.get(1).verdict()).isInstanceOf(Verdict.Broken.class);
    assertThat(steps.get(2).verdict()).isInstanceOf(Verdict.Good.class);
  }

  @Test
  void a_check_that_does_not_end_is_left_behind() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Check stuck =
        new PlainCheck(
            "stuck",
            Duration.ofMillis(200),
            () -> {
              never.await();
              return good();
            });
    List<CheckRun.CheckOutcome> steps = run(stuck, check("next", CheckRunTest::good));
    assertThat(steps.getFirst().verdict()).isEqualTo(new Verdict.Overdue(Duration.ofMillis(200)));
    assertThat(steps.getLast().verdict()).isInstanceOf(Verdict.Good.class);
  }

  @Test
  void what_did_not_end_in_its_time_is_not_known_and_no_fault_of_what_was_looked_at() {
    Words words = TestTexts.OURS.in(Language.EN);
    CheckRun.CheckOutcome slow =
        new CheckRun.CheckOutcome(
            "configuration", new Verdict.Overdue(Duration.ofSeconds(20)), Duration.ofSeconds(20));
    CheckRun.CheckOutcome low =
        new CheckRun.CheckOutcome(
            "disk",
            Verdict.of(
                CheckPhrase.of("told.plain", "x"),
                List.of(Finding.attention("G71", CheckPhrase.of("told.plain", "x")))),
            Duration.ZERO);
    assertThat(ReportText.of(report(slow), words))
        .first()
        .asString()
        .startsWith("No fault was found, but not everything is known: Settings")
        .contains("may be busy");
    assertThat(ReportText.of(report(slow), words)).anyMatch(line -> line.startsWith("NOT KNOWN"));
    assertThat(ReportText.head(report(slow, low), words))
        .as("what was found goes first")
        .startsWith("Do this first")
        .contains("G71");
  }

  private static Report report(CheckRun.CheckOutcome... steps) {
    return new Report("", "", OffsetDateTime.MIN, false, Duration.ZERO, List.of(steps), List.of());
  }

  @Test
  void it_can_be_stopped_in_the_middle_and_what_was_found_stands() throws InterruptedException {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Check waits =
        check(
            "waits",
            () -> {
              began.countDown();
              never.await();
              return good();
            });
    CheckRun run =
        new CheckRun(
            List.of(check("a", CheckRunTest::good), waits, check("c", CheckRunTest::good)),
            CheckRunTest::now,
            CheckRun.Listener.NONE);
    Thread _ =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    began.await();
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                  run.cancel();
                });
    List<CheckRun.CheckOutcome> steps = run.run();
    assertThat(steps.getFirst().verdict()).isInstanceOf(Verdict.Good.class);
    assertThat(steps.subList(1, 3))
        .extracting(CheckRun.CheckOutcome::verdict)
        .containsOnly(new Verdict.Cancelled());
    assertThat(order).doesNotContain("c");
  }

  @Test
  void keys_that_others_can_read_are_found_and_closed() throws IOException, InterruptedException {
    Path key = Files.writeString(dir.resolve("machine.key"), "x");
    Files.writeString(dir.resolve("recovery-public.pem"), "x");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    Path devices = Files.createDirectories(dir.resolve("devices"));
    Path cards = Files.writeString(devices.resolve("cards.keys"), "members: 00");
    Files.setPosixFilePermissions(cards, PosixFilePermissions.fromString("rw----r--"));
    Files.writeString(devices.resolve("members.yaml"), "read: uid");
    KeysCheck check = new KeysCheck(dir, devices, true);
    Finding finding =
        run(check).getFirst().verdict() instanceof Verdict.WithFindings(var _, var all)
            ? all.getFirst()
            : Finding.attention("none", CheckPhrase.of("told.plain", ""));
    assertThat(finding.code()).isEqualTo("G13");
    assertThat(finding.seen().values()).containsExactly("machine.key, cards.keys");
    assertThat(check.fix(finding)).isTrue();
    assertThat(run(check).getFirst().verdict()).isInstanceOf(Verdict.Good.class);
  }

  @Test
  void a_private_recovery_key_on_a_live_station_is_found()
      throws IOException, InterruptedException {
    Path strayed = Files.writeString(dir.resolve("recovery-private-MOVE-TO-A-SAFE.pem"), "x");
    Files.setPosixFilePermissions(strayed, PosixFilePermissions.fromString("rw-------"));
    assertThat(codes(run(new KeysCheck(dir, dir.resolve("none"), true)))).containsExactly("G14");
    assertThat(codes(run(new KeysCheck(dir, dir.resolve("none"), false)))).isEmpty();
  }

  @Test
  void the_machine_is_judged_by_what_it_tells() throws IOException, InterruptedException {
    MachineChecks machine = new MachineChecks(dir);
    assertThat(run(machine.memory(), machine.temperature()))
        .extracting(CheckRun.CheckOutcome::verdict)
        .allMatch(Verdict.NotApplicable.class::isInstance);

    Files.createDirectories(dir.resolve("proc"));
    Files.writeString(
        dir.resolve("proc/meminfo"), "MemTotal: 4000000 kB\nMemAvailable: 90000 kB\n");
    Path zone = Files.createDirectories(dir.resolve("sys/class/thermal/thermal_zone0"));
    Files.writeString(zone.resolve("temp"), "92000\n");
    ZoneId hongKong = ZoneId.of("Asia/Hong_Kong");
    InstantSource at = InstantSource.fixed(Instant.parse("2026-11-24T10:00:00Z"));
    assertThat(
            codes(
                run(
                    machine.memory(),
                    machine.temperature(),
                    machine.clock(
                        ZoneId.of("Europe/Berlin"),
                        hongKong,
                        at,
                        Optional::empty,
                        () -> Optional.of(false)),
                    machine.fonts(List.of("usr/share/fonts/x.ttf")))))
        .containsExactly("G43", "G44", "G51", "G52", "G71");
    // The health page tells the same; how full this disk is the test does not know.
    assertThat(machine.found(dir)).contains("G43", "G44").isSubsetOf("G41", "G42", "G43", "G44");

    for (Optional<Boolean> kept : List.of(Optional.of(true), Optional.<Boolean>empty())) {
      assertThat(
              codes(
                  run(
                      machine.clock(
                          ZoneId.of("Asia/Shanghai"), hongKong, at, Optional::empty, () -> kept))))
          .isEmpty();
    }
    assertThat(MachineChecks.disk(new MachineChecks.Room(50_000_000, 10_000_000_000L), dir))
        .matches(it -> Report.of(it) == Report.StationStatus.FAULT);
    assertThat(MachineChecks.disk(new MachineChecks.Room(500_000_000, 10_000_000_000L), dir))
        .matches(it -> Report.of(it) == Report.StationStatus.ATTENTION);
  }

  private static List<String> codes(List<CheckRun.CheckOutcome> steps) {
    return steps.stream()
        .flatMap(step -> ReportJson.findings(step.verdict()).stream())
        .map(Finding::code)
        .toList();
  }
}
