package org.libstation.process.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/// The logs of a running station: `station.log` has everything from INFO on, `staff.log` what
/// technicians did and which codes patrons saw. A new file starts each day or after 5 MB; 30 days
/// and 100 MB are kept at most. Numbers that may be of a card or an item are masked when they are
/// written.
public final class LogFiles implements AutoCloseable {
  private static final String EACH = "5MB";
  private static final String ALL = "50MB";
  private static final int DAYS = 30;

  /// Excludes the fraction after hours, minutes and seconds, nine digits at most.
  public static final String NO_FRACTION = "(?<!:[0-9]{2}[.,])";

  /// Excludes a SIP2 date before its zone and time: `20261124 091201`.
  private static final String NO_DAY =
      "(?!(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])["
          + " A-Z]{4}[0-2][0-9][0-5][0-9][0-5][0-9](?![0-9]))";

  /// Digits longer than a time, a port or a duration: a card, an item or a telephone number.
  static final String NUMBER = "(?<![0-9])" + NO_DAY + "(" + NO_FRACTION + "[0-9]{8,}|[0-9]{10,})";

  static final String MASKED = "%replace(%plain%n%ex){'" + NUMBER + "', '••••'}%nopex";

  static final String PATTERN = ProgramLog.HEAD + MASKED;

  private final LoggerContext context;
  private final RollingFileAppender<ILoggingEvent> station;
  private final RollingFileAppender<ILoggingEvent> staff;

  private LogFiles(LoggerContext context, Path folder) {
    this.context = context;
    this.station = appender(context, folder, "station", PATTERN);
    this.staff = appender(context, folder, "staff", PATTERN);
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(station);
    Logger ours = context.getLogger("org.libstation");
    ours.setLevel(Level.INFO);
    Logger office = context.getLogger("staff");
    office.setLevel(Level.INFO);
    office.addAppender(staff);
  }

  /// @param data directory that contains `logs/`
  public static LogFiles begin(Path data) {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (!(factory instanceof LoggerContext context)) {
      throw new IllegalStateException("the program logs by logback");
    }
    return new LogFiles(context, data.resolve("logs"));
  }

  static RollingFileAppender<ILoggingEvent> appender(
      LoggerContext context, Path folder, String name, String pattern) {
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setName(name + " file");
    appender.setFile(folder.resolve(name + ".log").toString());
    appender.setEncoder(ProgramLog.encoder(context, pattern));
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
    policy.setContext(context);
    policy.setParent(appender);
    policy.setFileNamePattern(folder.resolve(name + ".%d{yyyy-MM-dd}.%i.log").toString());
    policy.setMaxFileSize(FileSize.valueOf(EACH));
    policy.setTotalSizeCap(FileSize.valueOf(ALL));
    policy.setMaxHistory(DAYS);
    policy.start();
    appender.setRollingPolicy(policy);
    appender.start();
    return appender;
  }

  @Override
  public void close() {
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(station);
    context.getLogger("staff").detachAppender(staff);
    station.stop();
    staff.stop();
  }
}
