package org.libstation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.testkit.Needs;
import org.slf4j.LoggerFactory;

/// The parts around a supervisor.
class GuardTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-26T20:00:00+08:00");

  @TempDir private Path data = Path.of("");

  @Test
  void a_beat_is_given_only_while_every_part_goes_on() {
    AtomicLong flow = new AtomicLong();
    AtomicLong pad = new AtomicLong();
    Duration[] now = {Duration.ZERO};
    List<String> said = new ArrayList<>();
    Heartbeat heart =
        new Heartbeat(
            List.of(
                new Heartbeat.HeartbeatPart("flow", Duration.ofSeconds(10), flow::get),
                new Heartbeat.HeartbeatPart("pad", Duration.ofSeconds(60), pad::get)),
            () -> now[0],
            new Heartbeat.Beats() {
              @Override
              public void beat() {
                said.add("beat");
              }

              @Override
              public void stuck(String part) {
                said.add(part);
              }
            });
    flow.incrementAndGet();
    now[0] = Duration.ofSeconds(30);
    assertThat(heart.step()).isEqualTo(Heartbeat.EVERY);
    now[0] = Duration.ofSeconds(40);
    heart.step();
    now[0] = Duration.ofSeconds(41);
    heart.step();
    flow.incrementAndGet();
    now[0] = Duration.ofSeconds(61);
    heart.step();
    pad.incrementAndGet();
    flow.incrementAndGet();
    heart.step();
    assertThat(said).containsExactly("beat", "beat", "flow", "pad", "beat");
  }

  @Test
  void restarts_are_kept_in_order_and_the_oldest_goes() throws Exception {
    RestartLog log = new RestartLog(data);
    for (int i = 0; i < RestartLog.MOST + 3; i++) {
      log.add(new RestartRecord(AT.plusMinutes(i), "K41", "fault\t" + i + "\nmore"));
    }
    List<RestartRecord> all = log.read();
    assertThat(all).hasSize(RestartLog.MOST);
    assertThat(all.getFirst().at()).isEqualTo(AT.plusMinutes(3));
    assertThat(all.getLast().cause()).isEqualTo("fault " + (RestartLog.MOST + 2) + " more");
  }

  @Test
  void a_line_that_was_cut_off_is_left_out() throws Exception {
    Files.writeString(
        data.resolve(RestartLog.FILE),
        "2026-11-26T20:00:00+08:00\tK42\tit did not answer: the flow\n2026-11-26T2");
    assertThat(new RestartLog(data).read())
        .containsExactly(new RestartRecord(AT, "K42", "it did not answer: the flow"));
    assertThatThrownBy(() -> new RestartRecord(AT, "B21", "")).hasMessageContaining("B21");
  }

  @Test
  void the_cause_of_a_fault_tells_where_and_never_its_message() {
    List<String> told = new ArrayList<>();
    AtomicInteger status = new AtomicInteger();
    UncaughtFault fault = new UncaughtFault(told::add, status::set);
    fault.uncaughtException(
        Thread.currentThread(), new IllegalStateException("card 29999000001234"));
    assertThat(status).hasValue(71);
    assertThat(told)
        .singleElement()
        .asString()
        .contains("java.lang.IllegalStateException at org.libstation.process.GuardTest")
        .doesNotContain("2999");
    status.set(0);
    fault.ending();
    fault.uncaughtException(Thread.currentThread(), new OutOfMemoryError());
    assertThat(status).hasValue(0);
  }

  @Test
  void while_it_ends_a_fault_is_a_line_and_what_could_not_be_loaded_any_more_is_none() {
    Logger logger = (Logger) LoggerFactory.getLogger(UncaughtFault.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try {
      UncaughtFault fault = new UncaughtFault(_ -> {}, _ -> {});
      fault.ending();
      fault.uncaughtException(Thread.currentThread(), new ExceptionInInitializerError());
      assertThat(lines.list).isEmpty();
      fault.uncaughtException(Thread.currentThread(), new IllegalStateException("no disk"));
      assertThat(lines.list)
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line.getFormattedMessage())
                      .contains("IllegalStateException", "during shutdown")
                      .doesNotContain("no disk"));
    } finally {
      logger.detachAppender(lines);
    }
  }

  @Test
  void a_cause_that_cannot_be_told_still_ends_the_program() {
    AtomicInteger status = new AtomicInteger();
    UncaughtFault fault =
        new UncaughtFault(
            _ -> {
              throw new IllegalStateException("the pipe is gone");
            },
            status::set);
    assertThatThrownBy(
            () -> fault.uncaughtException(Thread.currentThread(), new OutOfMemoryError()))
        .hasMessage("the pipe is gone");
    assertThat(status).hasValue(71);
  }

  @Test
  void a_child_speaks_in_lines_and_the_rest_of_what_it_prints_goes_on() throws Exception {
    Path rest = data.resolve("rest");
    try (PrintStream out = new PrintStream(rest.toFile(), StandardCharsets.UTF_8)) {
      ProcessChild child =
          ProcessChild.start(
              List.of(
                  "sh",
                  "-c",
                  "echo guard ready; echo hello; echo guard stuck the flow; echo guard what;"
                      + " echo '#  SIGSEGV (0xb) at pc=0x00007f'; cat; exit 7"),
              out);
      List<Child.ChildNote> notes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        notes.add(child.next(Duration.ofSeconds(20)).orElseThrow());
      }
      assertThat(notes)
          .containsExactly(
              new Child.ChildNote.ReadyNote(),
              new Child.ChildNote.Stuck("the flow"),
              new Child.ChildNote.ChildFault("SIGSEGV (0xb)"));
      child.end();
      assertThat(child.next(Duration.ofSeconds(20))).contains(new Child.ChildNote.Ended(143));
      assertThat(child.awaitEnd(Duration.ofSeconds(20))).isTrue();
    }
    assertThat(Files.readString(rest)).isEqualTo("hello\nguard what\n");
  }

  @Test
  void systemd_hears_it_by_a_path_and_by_an_abstract_name() throws Exception {
    Needs.programs("socat");
    for (String name :
        List.of(data.resolve("notify").toString(), "@libstation-" + data.hashCode())) {
      Path heard = data.resolve("heard" + name.length());
      String receiver =
          name.startsWith("@") ? "ABSTRACT-RECV:" + name.substring(1) : "UNIX-RECV:" + name;
      Process socat =
          new ProcessBuilder("socat", "-u", receiver, "CREATE:" + heard)
              .redirectErrorStream(true)
              .start();
      try {
        SystemdNotify notify = SystemdNotify.of(Map.of("NOTIFY_SOCKET", name));
        await().atMost(Duration.ofMinutes(3)).until(() -> notify.send("READY=1\n"));
        assertThat(notify.send("WATCHDOG=1\n")).isTrue();
        await()
            .atMost(Duration.ofMinutes(3))
            .untilAsserted(() -> assertThat(heard).content().isEqualTo("READY=1\nWATCHDOG=1\n"));
      } finally {
        socat.destroyForcibly();
      }
    }
  }

  @Test
  void without_systemd_nothing_is_sent() {
    assertThat(SystemdNotify.of(Map.of()).send("READY=1")).isFalse();
    assertThat(SystemdNotify.of(Map.of("NOTIFY_SOCKET", "vsock:2:1")).send("READY=1")).isFalse();
    assertThat(
            SystemdNotify.of(Map.of("NOTIFY_SOCKET", data.resolve("nobody").toString()))
                .send("READY=1"))
        .isFalse();
    assertThat(ProcessChild.note("guard beat")).isEqualTo(Optional.of(new Child.ChildNote.Beat()));
  }
}
