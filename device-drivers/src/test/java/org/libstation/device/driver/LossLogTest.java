package org.libstation.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkOpener;
import org.libstation.lab.link.simulated.ManualClock;
import org.slf4j.LoggerFactory;

/// That a device was lost stands in the log, so that a technician finds the hour of it; and one
/// that comes and goes all night fills no log.
class LossLogTest {
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-30T00:00:00Z"));
  private final ListAppender<ILoggingEvent> written = new ListAppender<>();
  private final Connection connection =
      new Connection("pad", "DR10", new Opener(), clock, event -> {});

  @BeforeEach
  void listen() {
    written.start();
    log().addAppender(written);
  }

  @AfterEach
  void listenNoMore() {
    log().detachAppender(written);
  }

  @Test
  void what_could_be_used_and_falls_silent_is_told_what_never_answered_is_not() {
    assertThat(connection.connect()).isTrue();
    connection.silent("DR11", "no reader answers");
    assertThat(written.list).isEmpty();

    comesBack();
    connection.silent("DR11", "the reader does not answer any more");
    assertThat(told())
        .containsExactly(
            "pad: DR11: the connection was lost (times since the start: 1): the reader does not answer any more");
  }

  @Test
  void one_that_comes_and_goes_is_told_ever_less_often() {
    for (int i = 0; i < 1000; i++) {
      comesBack();
      connection.lost("DR10", "unplugged");
    }
    assertThat(told())
        .hasSize(Connection.LOSSES_TOLD + 7)
        .last()
        .asString()
        .contains("start: 512)");
  }

  private void comesBack() {
    clock.advance(Duration.ofSeconds(10));
    assertThat(connection.connect()).isTrue();
    connection.ready(List.of());
  }

  private List<String> told() {
    return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static Logger log() {
    return (Logger) LoggerFactory.getLogger(Connection.class);
  }

  private static final class Opener implements LinkOpener {
    @Override
    public ByteLink open() {
      return new Nothing();
    }

    @Override
    public String describe() {
      return "port";
    }
  }

  private static final class Nothing implements ByteLink {
    @Override
    public int read(byte[] buffer, Duration timeout) {
      return 0;
    }

    @Override
    public void write(byte[] bytes, Duration deadline) {}

    @Override
    public void close() {}
  }
}
