package org.libstation.process.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.boolex.OnMarkerEvaluator;
import ch.qos.logback.classic.pattern.ClassicConverter;
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
import org.libstation.circulation.PlainText;

/// Sets up logging to standard error, because a command's standard output is its answer.
/// `-Dlibstation.log=INFO` logs more. Nothing personal is logged at INFO or above.
///
/// This is code and not a logback file, whose reader would take an eighth of the start-up time of
/// the main thread. Tests log by their own file. Logback finds this class by `META-INF/services`.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class ProgramLog extends ContextAwareBase implements Configurator {
  /// Marks messages that a command also writes to standard error in plain words; they go to the log
  /// files only.
  public static final String TOLD = "TOLD";

  static final String TIME = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} ";

  /// What precedes a message.
  static final String HEAD = TIME + "%-5level [%thread] %logger{0} - ";

  static final String PATTERN = HEAD + "%plain%n";

  private static final Map<String, Level> LEVELS =
      Map.of(
          // A PDF refers to fonts that every reader has; it does not matter that this machine
          // substitutes others.
          "org.apache.pdfbox.pdmodel.font", Level.ERROR,
          // A failure to assemble the station is reported once, in our own words.
          "org.springframework.context", Level.ERROR,
          "org.springframework.boot.diagnostics", Level.OFF,
          // A machine without a hardware address reaches its broker all the same.
          "io.netty.util.internal.MacAddressUtil", Level.ERROR,
          // One line for each message of a flood would fill a log; dropped messages are requested
          // again.
          "com.hivemq.client.internal.mqtt.handler.publish.incoming", Level.ERROR);

  @Override
  public ExecutionStatus configure(LoggerContext log) {
    if (ClassLoader.getSystemResource("logback-test.xml") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    set(log);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /// Configures a logging context that is still unconfigured.
  public static void set(LoggerContext log) {
    boolean _ = log.getStatusManager().add(new NopStatusListener());
    Logger root = log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(atMostInfo(System.getProperty("libstation.log")));
    LEVELS.forEach((name, level) -> log.getLogger(name).setLevel(level));
    root.addAppender(standardError(log));
  }

  /// Limits the level to INFO: below it libraries log what they were given, also a site's
  /// passwords.
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

  /// Creates an encoder for a pattern, in which `%plain` is the message without control characters.
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

  /// The message as `%plain`. Outside text in it, such as a server's words in an exception, cannot
  /// move the cursor, change the writing direction or start a new line.
  private static final class PlainMessage extends ClassicConverter {
    @Override
    public String convert(ILoggingEvent event) {
      return PlainText.escaped(event.getFormattedMessage());
    }
  }
}
