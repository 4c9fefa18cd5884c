package org.libstation.process.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;

/// What a person may ask the program to tell.
class LevelsTest {

  /// Below INFO libraries tell what they were given.
  @ParameterizedTest
  @CsvSource({"DEBUG, INFO", "TRACE, INFO", "ALL, INFO", "INFO, INFO", "ERROR, ERROR", "x, WARN"})
  void no_level_tells_a_password(String wanted, String level) {
    String before = System.setProperty("libstation.log", wanted);
    try {
      LoggerContext context = new LoggerContext();
      ProgramLog.set(context);
      assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).getLevel())
          .isEqualTo(Level.toLevel(level));
    } finally {
      if (before == null) {
        System.clearProperty("libstation.log");
      } else {
        System.setProperty("libstation.log", before);
      }
    }
  }
}
