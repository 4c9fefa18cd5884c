package org.libstation.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Checks the updates of an installed program, by the state file of the machine's updater
/// (docs/administrator/update.md). An update that is stuck or was withdrawn is reported here too,
/// because root's log is rarely read.
public final class UpdateCheck {
  /// The updater's state file, with `key: value` on each line.
  public static final Path STATE = Path.of("/var/lib/libstation-update/state");

  private static final String TROUBLE = "U[0-9][0-9] .*";

  private UpdateCheck() {}

  /// Makes the check.
  ///
  /// @param installed whether the program is in its version's own directory, where a package
  ///   installs it
  public static Check of(boolean installed, Path state, Duration limit) {
    return new PlainCheck("update", limit, () -> verdict(installed, state));
  }

  private static Verdict verdict(boolean installed, Path state) {
    if (!installed) {
      return new Verdict.NotApplicable(CheckPhrase.of("told.update.none"));
    }
    Map<String, String> kept = new HashMap<>();
    try {
      // The file may contain words of other programs.
      for (String line : Files.readAllLines(state, StandardCharsets.ISO_8859_1)) {
        String[] parts = line.split(": ", 2);
        kept.put(parts[0], parts.length > 1 ? parts[1] : "");
      }
    } catch (NoSuchFileException _) {
      return new Verdict.Good(CheckPhrase.of("told.update.quiet"));
    } catch (IOException _) {
      return new Verdict.NotApplicable(CheckPhrase.of("told.untold"));
    }
    String told = kept.getOrDefault("told", "");
    String last = kept.getOrDefault("last", "");
    if (told.startsWith("U01 ")) {
      return new Verdict.Good(
          CheckPhrase.of("told.update.waits", kept.getOrDefault("version", "")));
    }
    if (told.matches(TROUBLE)) {
      return found("G73", told);
    }
    if (last.matches(TROUBLE) && !last.startsWith("U37 ")) {
      return found("G74", last);
    }
    String version = kept.getOrDefault("version", "");
    return new Verdict.Good(
        switch (kept.getOrDefault("phase", "")) {
          case "switched" -> CheckPhrase.of("told.update.trial", version);
          case "fetched", "laid", "proven", "back" -> CheckPhrase.of("told.update.goes", version);
          default -> CheckPhrase.of("told.update.quiet");
        });
  }

  private static Verdict found(String code, String words) {
    CheckPhrase told = CheckPhrase.of("told.update.says", words);
    return Verdict.of(told, List.of(Finding.attention(code, told)));
  }
}
