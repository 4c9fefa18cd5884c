package org.libstation.process.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.boolex.OnMarkerEvaluator;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.filter.EvaluatorFilter;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the program logs, to standard error: a command's standard output is its answer.
/// `-Dlibstation.log=INFO` tells more; nothing personal is logged at INFO or above.
///
/// Said in code, not in a file of logback's, whose reader takes an eighth of what a start takes on
/// its main thread. Tests log by a file of their own. Found by logback in `META-INF/services`.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class ProgramLog extends ContextAwareBase implements Configurator {
  /// What a command says in plain words on standard error itself stands in the log files only.
  public static final String TOLD = "TOLD";

  static final String TIME = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} ";

  /// What stands before a message.
  static final String HEAD = TIME + "%-5level [%thread] %logger{0} - ";

  static final String PATTERN = HEAD + "%plain%n";

  private static final Map<String, Level> LEVELS =
      Map.of(
          // A file refers to the fonts that every reader has; that this machine has others in
          // their place does not concern it.
          "org.apache.pdfbox.pdmodel.font", Level.ERROR,
          // What stops the station from being put together is told once, in our own words.
          "org.springframework.context", Level.ERROR,
          "org.springframework.boot.diagnostics", Level.OFF,
          // A machine without a hardware address reaches its broker all the same.
          "io.netty.util.internal.MacAddressUtil", Level.ERROR,
          // A line for each message of a flood fills a log; what is dropped is asked for again.
          "com.hivemq.client.internal.mqtt.handler.publish.incoming", Level.ERROR);

  @Override
  public ExecutionStatus configure(LoggerContext log) {
    if (ClassLoader.getSystemResource("logback-test.xml") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    set(log);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /// Sets up a logging context that is still as it was made.
  public static void set(LoggerContext log) {
    boolean _ = log.getStatusManager().add(new NopStatusListener());
    Logger root = log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(atMostInfo(System.getProperty("libstation.log")));
    LEVELS.forEach((name, level) -> log.getLogger(name).setLevel(level));
    root.addAppender(standardError(log));
  }

  /// Below INFO the libraries tell what they were given: a site's passwords too.
  private static Level atMostInfo(@Nullable String wanted) {
    Level level = Level.toLevel(wanted, Level.WARN);
    return level.isGreaterOrEqual(Level.INFO) ? level : Level.INFO;
  }

  private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext log) {
    OnMarkerEvaluator told = new OnMarkerEvaluator();
    told.setContext(log);
    told.addMarker(TOLD);
    told.start();
    EvaluatorFilter<ILoggingEvent> filter = new EvaluatorFilter<>();
    filter.setContext(log);
    filter.setEvaluator(told);
    filter.setOnMatch(FilterReply.DENY);
    filter.setOnMismatch(FilterReply.NEUTRAL);
    filter.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(log);
    appender.setName("err");
    appender.setTarget("System.err");
    appender.addFilter(filter);
    appender.setEncoder(encoder(log, PATTERN));
    appender.start();
    return appender;
  }

  /// Writes lines by a pattern, in which `%plain` is a message that moves no cursor.
  static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext log, String pattern) {
    PatternLayout layout = new PatternLayout();
    layout.setContext(log);
    layout.getInstanceConverterMap().put("plain", PlainMessage::new);
    layout.setPattern(pattern);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(log);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    return encoder;
  }
}
