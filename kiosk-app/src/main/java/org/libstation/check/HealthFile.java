package org.libstation.check;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.libstation.device.SelfNote;

/// What a running station says of itself to other programs on its machine: a lock that is held as
/// long as it lives, and a small file that is written anew every few seconds. Nothing in it names a
/// person.
public final class HealthFile {
  static final String FILE = "health.properties";
  static final String LOCK = "station.lock";

  /// Between values.
  private static final String APART = "\t";

  /// Among what more is told: which of the versions that lie on this machine runs, and since when;
  /// and the code of *out of service*, where it is that.
  public static final String PROGRAM = "program";

  public static final String BEGUN = "begun";
  public static final String OUT_OF_SERVICE = "out-of-service";

  /// Older than this it says nothing.
  public static final Duration FRESH = Duration.ofSeconds(30);

  private HealthFile() {}

  /// The file of a data directory.
  public static Path in(Path data) {
    return data.resolve(FILE);
  }

  /// How a device is.
  public enum HealthCondition {
    READY,
    NEEDS_HAND,
    CONNECTING
  }

  /// How the central system is.
  public enum LinkHealth {
    ONLINE,
    SILENT
  }

  /// One device.
  ///
  /// @param code the driver's
  /// @param reason in the driver's words, or what the device says of itself when well
  /// @param says the same when well, so that it can be said in any language
  public record DeviceState(
      HealthCondition condition, String code, String reason, List<SelfNote> says, Instant since) {
    public DeviceState {
      says = List.copyOf(says);
    }
  }

  /// @param journal GOOD, or what is wrong
  /// @param more figures by name, such as `link.p95`
  public record Health(
      Instant at,
      LinkHealth link,
      String journal,
      Map<String, DeviceState> devices,
      Map<String, String> more) {
    public Health {
      devices = new TreeMap<>(devices);
      more = new TreeMap<>(more);
    }
  }

  /// Held by the station that runs with this data directory.
  ///
  /// @return empty when another one holds it
  public static Optional<FileChannel> hold(Path data) throws IOException {
    Files.createDirectories(data);
    FileChannel channel =
        FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (held(channel)) {
      return Optional.of(channel);
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean held(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException _) {
      // Another part of this very program holds it.
      return false;
    }
  }

  /// Whether a station runs with this data directory.
  public static boolean isRunning(Path data) {
    if (!Files.isRegularFile(data.resolve(LOCK))) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(data.resolve(LOCK), StandardOpenOption.WRITE)) {
      return !held(channel);
    } catch (IOException _) {
      // It may only be read by us, or is on a disk that may only be read.
      return isHeldByAnother(data.resolve(LOCK));
    }
  }

  private static boolean isHeldByAnother(Path lock) {
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ)) {
      FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true);
      return shared == null;
    } catch (OverlappingFileLockException _) {
      return true;
    } catch (IOException _) {
      // It is another user's, who runs it.
      return true;
    }
  }

  /// Whole or not at all.
  public static void write(Path data, Health health) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("at", health.at().toString());
    properties.setProperty("link", health.link().name());
    properties.setProperty("journal", health.journal());
    health
        .devices()
        .forEach(
            (name, device) -> {
              String key = "device." + name + ".";
              properties.setProperty(key + "condition", device.condition().name());
              properties.setProperty(key + "code", device.code());
              properties.setProperty(key + "reason", device.reason());
              properties.setProperty(key + "since", device.since().toString());
              for (int at = 0; at < device.says().size(); at++) {
                SelfNote note = device.says().get(at);
                String one = key + "says." + at + ".";
                properties.setProperty(one + "name", note.name());
                properties.setProperty(one + "values", String.join(APART, note.values()));
                properties.setProperty(one + "english", note.english());
              }
            });
    health.more().forEach((name, value) -> properties.setProperty("more." + name, value));
    StringWriter text = new StringWriter();
    properties.store(text, null);
    Path draft = data.resolve(FILE + ".new");
    try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
      writer.write(text.toString());
    }
    Files.move(
        draft,
        data.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// Empty when there is none that can be read.
  public static Optional<Health> read(Path data) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve(FILE), StandardCharsets.UTF_8)) {
      properties.load(reader);
      Map<String, DeviceState> devices = new LinkedHashMap<>();
      Map<String, String> more = new LinkedHashMap<>();
      for (String key : properties.stringPropertyNames()) {
        if (key.startsWith("device.") && key.endsWith(".condition")) {
          String name = key.substring("device.".length(), key.length() - ".condition".length());
          devices.put(name, device(properties, "device." + name + "."));
        } else if (key.startsWith("more.")) {
          more.put(key.substring("more.".length()), properties.getProperty(key, ""));
        }
      }
      return Optional.of(
          new Health(
              Instant.parse(properties.getProperty("at", "")),
              read(LinkHealth.values(), properties.getProperty("link", ""), LinkHealth.SILENT),
              properties.getProperty("journal", ""),
              devices,
              more));
    } catch (IOException | IllegalArgumentException | java.time.DateTimeException _) {
      return Optional.empty();
    }
  }

  /// @param other for what another program calls in a way that is not known here
  private static <E extends Enum<E>> E read(E[] all, String word, E other) {
    return Arrays.stream(all).filter(each -> each.name().equals(word)).findFirst().orElse(other);
  }

  private static DeviceState device(Properties properties, String key) {
    return new DeviceState(
        read(
            HealthCondition.values(),
            properties.getProperty(key + "condition", ""),
            HealthCondition.NEEDS_HAND),
        properties.getProperty(key + "code", ""),
        properties.getProperty(key + "reason", ""),
        says(properties, key + "says."),
        Instant.parse(properties.getProperty(key + "since", "")));
  }

  private static List<SelfNote> says(Properties properties, String key) {
    return IntStream.iterate(0, at -> properties.containsKey(key + at + ".english"), at -> at + 1)
        .mapToObj(
            at -> {
              String values = properties.getProperty(key + at + ".values", "");
              return new SelfNote(
                  properties.getProperty(key + at + ".name", ""),
                  values.isEmpty() ? List.of() : List.of(values.split(APART, -1)),
                  properties.getProperty(key + at + ".english", ""));
            })
        .toList();
  }
}
