package org.libstation.process.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/// The `staff.log` of a site, for a command that changes something; nothing of it goes to the
/// console.
public final class StaffLog implements AutoCloseable {
  private final Logger staff;
  private final RollingFileAppender<ILoggingEvent> file;

  /// @param data directory that contains `logs/`
  public StaffLog(Path data) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      throw new IllegalStateException("the program logs by logback");
    }
    staff = context.getLogger("staff");
    file = LogFiles.appender(context, data.resolve("logs"), "staff", LogFiles.PATTERN);
    staff.setLevel(Level.INFO);
    staff.setAdditive(false);
    staff.addAppender(file);
  }

  @Override
  public void close() {
    staff.detachAppender(file);
    staff.setAdditive(true);
    staff.setLevel(null);
    file.stop();
  }
}
