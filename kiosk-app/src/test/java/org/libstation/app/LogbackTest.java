package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.FilterReply;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.process.log.ProgramLog;
import org.libstation.service.SupportBundle;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// What the program itself lets through; tests run under a file of their own.
class LogbackTest {
  private final LoggerContext context = new LoggerContext();

  @BeforeEach
  void read() {
    ProgramLog.set(context);
  }

  @AfterEach
  void end() {
    context.stop();
  }

  private Level of(Class<?> type) {
    return context.getLogger(type).getEffectiveLevel();
  }

  @Test
  void a_file_without_fonts_of_its_own_is_no_warning() {
    assertThat(of(PDType1Font.class)).isEqualTo(Level.ERROR);
  }

  /// A machine whose network cards have no address of their own: the broker is reached all the
  /// same.
  @Test
  void a_machine_without_a_hardware_address_is_no_warning() {
    assertThat(context.getLogger("io.netty.util.internal.MacAddressUtil").getEffectiveLevel())
        .isEqualTo(Level.ERROR);
  }

  @Test
  void what_the_framework_says_of_a_problem_that_we_tell_is_not_told_too() {
    assertThat(of(AnnotationConfigApplicationContext.class)).isEqualTo(Level.ERROR);
  }

  @Test
  void what_a_command_prints_is_not_logged_on_the_same_stream() {
    assertThat(onStandardError(StartFailure.TOLD)).isEqualTo(FilterReply.DENY);
    assertThat(onStandardError(MarkerFactory.getMarker("another"))).isEqualTo(FilterReply.NEUTRAL);
  }

  private FilterReply onStandardError(Marker marker) {
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    LoggingEvent event = new LoggingEvent("", root, Level.ERROR, "it does not start", null, null);
    event.addMarker(marker);
    return root.getAppender("err").getFilterChainDecision(event);
  }

  @Test
  void nothing_it_says_moves_a_cursor() {
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    LoggingEvent event = new LoggingEvent("", root, Level.WARN, "a\u001b[2Jb", null, null);
    ConsoleAppender<ILoggingEvent> err = (ConsoleAppender<ILoggingEvent>) root.getAppender("err");
    assertThat(new String(err.getEncoder().encode(event), StandardCharsets.UTF_8))
        .matches("[0-9-]{10}T[0-9:.]{12}\\S+ WARN  \\[.*] ROOT - a[^\u001b]*b\n");
  }

  @Test
  void our_own_warnings_are_heard() {
    assertThat(of(SupportBundle.class)).isEqualTo(Level.WARN);
  }
}
