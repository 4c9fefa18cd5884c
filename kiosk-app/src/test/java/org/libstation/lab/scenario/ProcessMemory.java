package org.libstation.lab.scenario;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Everything that another process could read of a process: all its readable memory, written or
/// not, as `/proc/PID/mem` shows it (proc(5)).
final class ProcessMemory {
  private static final int CHUNK = 1 << 20;

  /// How texts lie in memory: Java's compact strings and what came or goes over a line, Java's
  /// other strings (on machines with little ends first), and what Chinese printers are sent.
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GBK"));

  private ProcessMemory() {}

  /// The threads whose stack this is (proc(5), `syscall`: a thread that waits tells where its stack
  /// ends now); none where it is something else, or its thread runs.
  private static List<String> threads(long pid, String line) throws IOException {
    String[] bounds = line.split("\\s+", 2)[0].split("-", 2);
    long from = Long.parseUnsignedLong(bounds[0], 16);
    long to = Long.parseUnsignedLong(bounds[1], 16);
    List<String> threads = new ArrayList<>();
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
      for (Path task : tasks.toList()) {
        try {
          String[] call = Files.readString(task.resolve("syscall")).strip().split(" ", -1);
          long top =
              call.length > 2 ? Long.parseUnsignedLong(call[call.length - 2].substring(2), 16) : 0;
          if (from <= top && top < to) {
            threads.add(Files.readString(task.resolve("comm")).strip());
          }
        } catch (IOException gone) {
          // It ended meanwhile.
        }
      }
    }
    return threads;
  }

  /// One way in which a text may lie in memory.
  private static final class Needle {
    private final String text;
    private final byte[] bytes;

    private Needle(String text, byte[] bytes) {
      this.text = text;
      this.bytes = bytes;
    }
  }

  /// How often each text is found, in any encoding.
  ///
  /// @param where filled with a line for each place
  static Map<String, Integer> count(long pid, List<String> texts, List<String> where)
      throws IOException {
    List<Needle> needles = needles(texts);
    Map<String, Integer> found = new TreeMap<>();
    texts.forEach(text -> found.put(text, 0));
    try (RandomAccessFile memory = new RandomAccessFile("/proc/" + pid + "/mem", "r")) {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/maps"))) {
        int before = where.size();
        search(memory, line, needles, found, where);
        if (where.size() > before) {
          where.add("  the stack of " + threads(pid, line));
        }
      }
    }
    return found;
  }

  private static List<Needle> needles(List<String> texts) {
    List<Needle> needles = new ArrayList<>();
    for (String text : texts) {
      for (Charset charset : CHARSETS) {
        byte[] bytes = text.getBytes(charset);
        if (needles.stream().noneMatch(other -> Arrays.equals(other.bytes, bytes))) {
          needles.add(new Needle(text, bytes));
        }
      }
    }
    return needles;
  }

  /// @param line such as `7f00-7f10 rw-p 00000000 00:00 0 [heap]`
  private static void search(
      RandomAccessFile memory,
      String line,
      List<Needle> needles,
      Map<String, Integer> found,
      List<String> where)
      throws IOException {
    String[] words = line.split("\\s+", 6);
    String[] bounds = words[0].split("-", 2);
    String name = words.length > 5 ? words[5] : "";
    if (!words[1].startsWith("r") || name.startsWith("[vvar") || name.startsWith("[vsyscall")) {
      return;
    }
    long from = Long.parseUnsignedLong(bounds[0], 16);
    long to = Long.parseUnsignedLong(bounds[1], 16);
    int overlap = needles.stream().mapToInt(needle -> needle.bytes.length).max().orElse(1) - 1;
    byte[] chunk = new byte[CHUNK + overlap];
    // A digit stands everywhere; two bytes are seldom those of a text.
    boolean[] begins = new boolean[1 << 16];
    needles.forEach(needle -> begins[two(needle.bytes, 0)] = true);
    for (long at = from; at < to; at += CHUNK) {
      int length = read(memory, at, chunk, (int) Math.min(chunk.length, to - at));
      int last = Math.min(CHUNK, length - 1);
      for (int i = 0; i < last; i++) {
        if (begins[two(chunk, i)]) {
          String place = Long.toHexString(at + i) + " of " + words[0] + " " + words[1] + " " + name;
          look(chunk, i, length, needles, found, place, where);
        }
      }
    }
  }

  private static int two(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  private static void look(
      byte[] chunk,
      int at,
      int length,
      List<Needle> needles,
      Map<String, Integer> found,
      String place,
      List<String> where) {
    for (Needle needle : needles) {
      if (at + needle.bytes.length <= length && matches(chunk, at, needle.bytes)) {
        found.merge(needle.text, 1, Integer::sum);
        where.add(needle.text + " in " + place + ": " + around(chunk, at, length));
      }
    }
  }

  /// @return how many bytes could be read; pages that cannot be are left out
  private static int read(RandomAccessFile memory, long at, byte[] chunk, int wanted) {
    int length = 0;
    try {
      memory.seek(at);
      while (length < wanted) {
        int read = memory.read(chunk, length, wanted - length);
        if (read <= 0) {
          return length;
        }
        length += read;
      }
    } catch (IOException notReadable) {
      // Such as pages of a device.
      return length;
    }
    return length;
  }

  private static boolean matches(byte[] chunk, int at, byte[] needle) {
    return Arrays.equals(chunk, at, at + needle.length, needle, 0, needle.length);
  }

  private static String around(byte[] chunk, int at, int length) {
    int begin = Math.max(0, at - 48);
    int end = Math.min(length, at + 80);
    return new String(chunk, begin, end - begin, StandardCharsets.ISO_8859_1)
        .replaceAll("[^ -~]", ".");
  }
}
