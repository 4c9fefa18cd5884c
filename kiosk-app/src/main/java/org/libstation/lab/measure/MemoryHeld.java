package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.libstation.station.driven.ScenarioProblem;

/// Memory that a process holds, as Linux counts it (proc_pid_smaps(5)).
///
/// @param rss resident, in kB
/// @param pss resident, with shared memory divided among the processes that share it, in kB
public record MemoryHeld(long rss, long pss) {

  /// @throws ScenarioProblem when the process is gone or the kernel gives no figures
  public static MemoryHeld of(long pid) throws ScenarioProblem {
    Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new ScenarioProblem(file + " cannot be read: " + e.getMessage());
    }
  }

  static MemoryHeld parse(String rollup) throws ScenarioProblem {
    return new MemoryHeld(kilobytes(rollup, "Rss:"), kilobytes(rollup, "Pss:"));
  }

  private static long kilobytes(String rollup, String key) throws ScenarioProblem {
    return rollup
        .lines()
        .map(line -> Arrays.asList(line.strip().split("\\s+")))
        .filter(words -> words.size() == 3 && words.getFirst().equals(key))
        .map(words -> Long.parseLong(words.get(1)))
        .findFirst()
        .orElseThrow(() -> new ScenarioProblem("smaps_rollup has no line " + key));
  }
}
