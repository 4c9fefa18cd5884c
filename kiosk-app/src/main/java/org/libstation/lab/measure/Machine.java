package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The kind of machine on which figures were measured. Nothing in it identifies the machine or its
/// site.
///
/// @param virtual whether it runs under a hypervisor
/// @param memoryKilobytes of the whole machine
/// @param fileSystem of the measured directory, such as `ext4`
/// @param load tasks that ran or waited in the last minute before the measurement
public record Machine(
    String processor,
    boolean virtual,
    int cores,
    long memoryKilobytes,
    String kernel,
    String fileSystem,
    String java,
    String load) {
  private static final String UNKNOWN = "unknown";

  /// @param data a directory on the measured disk
  public static Machine of(Path data) throws IOException {
    String cpuinfo = text("/proc/cpuinfo");
    FileStore store = Files.getFileStore(data);
    return new Machine(
        processor(cpuinfo),
        virtual(cpuinfo),
        Runtime.getRuntime().availableProcessors(),
        memory(text("/proc/meminfo")),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        store.type(),
        "Java " + System.getProperty("java.vm.version"),
        text("/proc/loadavg").split(" ", 2)[0]);
  }

  static String processor(String cpuinfo) {
    return value(cpuinfo, "model name").or(() -> value(cpuinfo, "Model")).orElse(UNKNOWN);
  }

  static boolean virtual(String cpuinfo) {
    return value(cpuinfo, "flags")
        .filter(flags -> flags.matches(".*\\bhypervisor\\b.*"))
        .isPresent();
  }

  static long memory(String meminfo) {
    return value(meminfo, "MemTotal")
        .map(size -> Long.parseLong(size.replace("kB", "").strip()))
        .orElse(0L);
  }

  private static Optional<String> value(String text, String key) {
    return text.lines()
        .map(line -> line.split(":", 2))
        .filter(parts -> parts.length == 2 && parts[0].strip().equals(key))
        .map(parts -> parts[1].strip())
        .findFirst();
  }

  /// Reads a file; empty if this system has none of that name.
  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      return "";
    }
  }
}
