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

/// How updates of an installed program go, by what the machine's updater keeps (docs/update.md):
/// one that cannot go on or that was not kept is told here too, for nobody reads the log of root.
public final class UpdateCheck {
  /// Where the updater keeps it, `key: value` a line.
  public static final Path STATE = Path.of("/var/lib/libstation-update/state");

  private static final String TROUBLE = "U[0-9][0-9] .*";

  private UpdateCheck() {}

  /// @param installed the program lies in a directory of its version's, as a package lays it
  public static Check of(boolean installed, Path state, Duration limit) {
    return new PlainCheck("update", limit, () -> verdict(installed, state));
  }

  private static Verdict verdict(boolean installed, Path state) {
    if (!installed) {
      return new Verdict.NotApplicable(CheckPhrase.of("told.update.none"));
    }
    Map<String, String> kept = new HashMap<>();
    try {
      // Words of other programs may be in it.
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
