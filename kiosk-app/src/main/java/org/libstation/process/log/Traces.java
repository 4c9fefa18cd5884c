package org.libstation.process.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.libstation.central.CentralProvider;
import org.libstation.central.Centrals;
import org.slf4j.LoggerFactory;

/// Writes traces of device lines and of the central system's protocol, only for the time that a
/// technician asked for. Each device has a file, and so has each protocol. Data is masked when it
/// is written. Of a device only the first bytes of each piece are kept, of a protocol what its own
/// log allows.
public final class Traces implements AutoCloseable {
  static final String WANTED = "wanted.properties";

  /// Longest time that can be asked for.
  static final int MOST_MINUTES = 120;

  private static final long MOST_BYTES = 2_000_000;

  private final Path folder;
  private final InstantSource clock;
  private final Map<String, Instant> until = new ConcurrentHashMap<>();
  private final List<CentralProvider> protocols = Centrals.all();

  /// Open traces by protocol.
  private final Map<String, RollingFileAppender<ILoggingEvent>> wires = new HashMap<>();

  public Traces(Path data, InstantSource clock) {
    this.folder = data.resolve("traces");
    this.clock = clock;
  }

  /// Asks a running station for traces.
  ///
  /// @param names names of devices, or of protocols to central systems
  /// @param end when the traces end
  public static void want(Path data, Iterable<String> names, Instant end) throws IOException {
    Path folder = Files.createDirectories(data.resolve("traces"));
    Properties wanted = new Properties();
    names.forEach(name -> wanted.setProperty(name, end.toString()));
    try (Writer writer = Files.newBufferedWriter(folder.resolve(WANTED), StandardCharsets.UTF_8)) {
      wanted.store(writer, null);
    }
  }

  /// Starts wanted traces and ends those whose time is over; call it every few seconds.
  public synchronized void look() {
    Map<String, Instant> wanted = wanted();
    until.keySet().retainAll(wanted.keySet());
    until.putAll(wanted);
    for (CentralProvider each : protocols) {
      boolean on = isOn(each.protocol());
      if (on && !wires.containsKey(each.protocol())) {
        begin(each);
      } else if (!on) {
        end(each);
      }
    }
  }

  private Map<String, Instant> wanted() {
    Path file = folder.resolve(WANTED);
    Map<String, Instant> wanted = new TreeMap<>();
    if (!Files.isReadable(file)) {
      return wanted;
    }
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      read.load(reader);
      Instant latest = clock.instant().plusSeconds(60L * MOST_MINUTES);
      for (String name : read.stringPropertyNames()) {
        Instant end = Instant.parse(read.getProperty(name, ""));
        wanted.put(name, end.isAfter(latest) ? latest : end);
      }
    } catch (IOException | IllegalArgumentException | java.time.DateTimeException _) {
      return Map.of();
    }
    return wanted;
  }

  private boolean isOn(String name) {
    Instant end = until.get(name);
    return end != null && clock.instant().isBefore(end);
  }

  /// Writes a line of a device; drops it if no trace is wanted.
  public void line(String device, String line) {
    if (!isOn(device)) {
      return;
    }
    Path file = folder.resolve(device + ".trace");
    synchronized (this) {
      try {
        if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
          until.remove(device);
          return;
        }
        Files.writeString(
            file,
            clock.instant() + " " + line + System.lineSeparator(),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException _) {
        // A trace must never disturb the work of a device.
        until.remove(device);
      }
    }
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }

  private void begin(CentralProvider of) {
    RollingFileAppender<ILoggingEvent> appender =
        LogFiles.appender(context(), folder, of.protocol(), ProgramLog.TIME + LogFiles.MASKED);
    Logger wire = context().getLogger(of.wireLog());
    wire.setLevel(Level.DEBUG);
    wire.setAdditive(false);
    wire.addAppender(appender);
    wires.put(of.protocol(), appender);
  }

  private void end(CentralProvider of) {
    RollingFileAppender<ILoggingEvent> appender = wires.remove(of.protocol());
    if (appender != null) {
      Logger wire = context().getLogger(of.wireLog());
      wire.detachAppender(appender);
      appender.stop();
      wire.setLevel(null);
      wire.setAdditive(true);
    }
  }

  @Override
  public synchronized void close() {
    protocols.forEach(this::end);
  }
}
