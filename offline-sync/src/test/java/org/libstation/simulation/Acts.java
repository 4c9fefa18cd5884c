package org.libstation.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What this station's requests really did in the library, counted where they arrive.
public final class Acts {
  private static final Pattern AB = Pattern.compile("\\|AB([^|]*)\\|");

  private final Map<String, Integer> doubledLoans = new HashMap<>();
  private final Map<String, Integer> renewals = new HashMap<>();

  private final Set<String> late = new HashSet<>();
  private final Map<String, Instant> actedLate = new HashMap<>();

  /// A request that will arrive later than anybody waits for it.
  void expectedLate(String request) {
    Matcher item = AB.matcher(request);
    if (item.find()) {
      late.add(item.group(1).toUpperCase(Locale.ROOT));
    }
  }

  void actedLate(String request, Instant at) {
    Matcher item = AB.matcher(request);
    if (item.find()) {
      actedLate.put(item.group(1).toUpperCase(Locale.ROOT), at);
    }
  }

  /// When a request about this item arrived that late; empty when none did yet.
  public Optional<Instant> lateAt(String item) {
    return Optional.ofNullable(actedLate.get(item.toUpperCase(Locale.ROOT)));
  }

  /// Whether some request about this item was to arrive later than the quarantine.
  public boolean late(String item) {
    return late.contains(item.toUpperCase(Locale.ROOT));
  }

  /// Items whose loan was prolonged by a second 11.
  public Set<String> doubled() {
    return Set.copyOf(doubledLoans.keySet());
  }

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
