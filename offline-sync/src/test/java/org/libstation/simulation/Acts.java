package org.libstation.simulation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What this station's requests really did in the library, counted where they arrive.
public final class Acts {
  private static final Pattern AB = Pattern.compile("\\|AB([^|]*)\\|");

  private final Map<String, Integer> doubledLoans = new HashMap<>();
  private final Map<String, Integer> renewals = new HashMap<>();

  void saw(String request, String answer) {
    Matcher item = AB.matcher(request);
    if (!item.find()) {
      return;
    }
    String key = item.group(1).toUpperCase(Locale.ROOT);
    // 12: ok 1, renewal ok Y: it was on loan to this patron already and was prolonged.
    if (answer.startsWith("121Y")) {
      doubledLoans.merge(key, 1, Integer::sum);
    }
    if (answer.startsWith("301")) {
      renewals.merge(key, 1, Integer::sum);
    }
  }

  public int doubledLoans() {
    return doubledLoans.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int renewals(String item) {
    return renewals.getOrDefault(item.toUpperCase(Locale.ROOT), 0);
  }
}
