package org.libstation.tools.sip2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.circulation.PartsTaken;

/// How well a dialect explains what a probe saw: each switch, request and refusal that was tried
/// counts once. What a dialect does not show ([Switches]) counts neither way.
///
/// @param agreeing keys of what is as the dialect has it
/// @param differing what is not
record Fit(
    String name, Sip2Dialect dialect, List<String> agreeing, List<DialectDifference> differing) {

  private static final String NOTHING_KNOWN = "generic";

  /// @param theirs what the dialect has
  record DialectDifference(String key, String theirs, String found) {
    @Override
    public String toString() {
      return key + ": here " + found + ", there " + theirs;
    }
  }

  static Fit of(String name, Sip2Dialect dialect, Findings found) {
    List<String> agreeing = new ArrayList<>();
    List<DialectDifference> differing = new ArrayList<>();
    Map<String, String> theirs = Switches.of(dialect);
    for (Findings.ProbeFinding each : found.switches()) {
      Optional<String> value = Optional.ofNullable(theirs.get(each.key()));
      if (value.isPresent() && agrees(each, value.get())) {
        agreeing.add(each.key());
      } else if (value.isPresent()) {
        differing.add(new DialectDifference(each.key(), value.get(), each.value()));
      }
    }
    for (Findings.Request each : found.requests()) {
      boolean taken = dialect.habits().messages().contains(each.code());
      String key = "request " + each.code();
      if (each.tried() != Tried.NOT_TRIED && taken == (each.tried() == Tried.WORKS)) {
        agreeing.add(key);
      } else if (each.tried() != Tried.NOT_TRIED) {
        differing.add(
            new DialectDifference(
                key, taken ? "supported" : "not supported", each.tried().words()));
      }
    }
    for (Findings.RefusalWording each : found.refusals()) {
      String key = "the text of " + Switches.word(each.means());
      Optional<String> known = each.said().meaning(dialect).map(Switches::word);
      if (known.filter(Switches.word(each.means())::equals).isPresent()) {
        agreeing.add(key);
      } else {
        differing.add(
            new DialectDifference(
                key, known.orElse("no rule knows all of it"), each.said().toString()));
      }
    }
    return new Fit(name, dialect, agreeing, differing);
  }

  /// A return date that counts: to the hour or to the day cannot be seen from outside.
  private static boolean agrees(Findings.ProbeFinding found, String theirs) {
    if (found.key().equals(Switches.RETURN_DATE)) {
      return found.value().equals(Switches.IGNORED) == theirs.equals(Switches.IGNORED);
    }
    return found.value().equals(theirs);
  }

  /// Best first; of equals the one of which nothing is supposed, then the one that books the fewest
  /// parts of a debt (what is taken and not booked is lost), then the one that the program names
  /// first.
  static List<Fit> ranked(List<Fit> all) {
    return all.stream()
        .sorted(
            Comparator.comparingInt((Fit fit) -> fit.differing().size())
                .thenComparing(
                    Comparator.comparingInt((Fit fit) -> fit.agreeing().size()).reversed())
                .thenComparing(fit -> !fit.name().equals(NOTHING_KNOWN))
                .thenComparing(fit -> fit.parts().amounts())
                .thenComparing(fit -> fit.parts().charges()))
        .toList();
  }

  private PartsTaken parts() {
    return dialect.meaning().account().parts();
  }

  /// The parts of a debt that each of those books which fit as well as this one.
  PartsTaken sureParts(List<Fit> ranked) {
    List<PartsTaken> all =
        ranked.stream().filter(fit -> fit.fitsAsWellAs(this)).map(Fit::parts).toList();
    return new PartsTaken(
        all.stream().allMatch(PartsTaken::amounts),
        all.stream().allMatch(PartsTaken::charges),
        parts().oldestFirst());
  }

  boolean fitsAsWellAs(Fit other) {
    return agreeing.size() == other.agreeing.size() && differing.size() == other.differing.size();
  }

  /// Name and count.
  String count() {
    return "%s (%d answers agree, %d differ)".formatted(name, agreeing.size(), differing.size());
  }

  /// Which fits best or which fit equally well, and which comes next.
  static List<String> words(List<Fit> ranked) {
    List<String> words = new ArrayList<>();
    Fit best = ranked.getFirst();
    if (best.agreeing().isEmpty() && best.differing().isEmpty()) {
      return List.of("none can be told from another: nothing was tried");
    }
    List<Fit> equals = ranked.stream().filter(fit -> fit.fitsAsWellAs(best)).toList();
    if (equals.size() == 1) {
      words.add("fits best: " + best.count());
    } else {
      words.add(
          "fit equally well, by what was tried: %s (of each, %d answers agree, %d differ)"
              .formatted(
                  equals.stream().map(Fit::name).collect(Collectors.joining(", ")),
                  best.agreeing().size(),
                  best.differing().size()));
      words.add("Based on " + best.name() + "; choose another with --based-on.");
    }
    equals.forEach(
        fit ->
            fit.differing().forEach(each -> words.add("differs from " + fit.name() + ": " + each)));
    ranked.stream()
        .filter(fit -> !fit.fitsAsWellAs(best))
        .findFirst()
        .ifPresent(next -> words.add("next: " + next.count()));
    return words;
  }

  /// What the file has where the dialect's claim is not tried and must not be relied on: no return
  /// date counts, and the least parts of a debt that any dialect books which fits as well. What is
  /// taken of a debt and not booked would be lost.
  ///
  /// @return empty where the file takes over the dialect's value
  Optional<String> instead(String key, Findings found, List<Fit> ranked) {
    String least =
        switch (key) {
          case Switches.RETURN_DATE -> Switches.IGNORED;
          case Switches.PARTS -> Switches.parts(sureParts(ranked));
          default -> claimed(key);
        };
    boolean chosen = key.equals(Switches.PARTS) && !name.equals(ranked.getFirst().name());
    return chosen || found.value(key).isPresent() || least.equals(claimed(key))
        ? Optional.empty()
        : Optional.of(least);
  }

  /// The dialect's own value.
  String claimed(String key) {
    return Switches.of(dialect).getOrDefault(key, "");
  }

  /// What the dialect claims and nobody tried, by its key: marked as not tried, with the value that
  /// the file has, and with the values of dialects that fit as well.
  Map<String, String> untried(Findings found, List<Fit> ranked) {
    Map<String, String> all = new LinkedHashMap<>(Switches.of(dialect));
    all.remove(Switches.SUPPORTED);
    found.switches().forEach(each -> all.remove(each.key()));
    all.replaceAll(
        (key, value) ->
            instead(key, found, ranked)
                .map(
                    least ->
                        "%s, %s is written until it was; %s: %s%s"
                            .formatted(
                                Tried.NOT_TRIED.words(),
                                least,
                                name,
                                value,
                                others(key, least, ranked)))
                .orElseGet(
                    () ->
                        "%s, %s is taken over from %s%s"
                            .formatted(
                                Tried.NOT_TRIED.words(), value, name, others(key, value, ranked))));
    long unmet =
        dialect.meaning().refusals().stream()
            .filter(rule -> found.refusals().stream().noneMatch(each -> each.said().isOf(rule)))
            .count();
    if (unmet > 0) {
      all.put(
          "refusals",
          "%s, %d rules are taken over from %s".formatted(Tried.NOT_TRIED.words(), unmet, name));
    }
    return all;
  }

  /// What others have that fit as well.
  private String others(String key, String value, List<Fit> ranked) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    ranked.stream()
        .filter(fit -> fit.fitsAsWellAs(this) && !fit.name().equals(name))
        .forEach(
            fit -> {
              String theirs = Switches.of(fit.dialect()).getOrDefault(key, value);
              if (!theirs.equals(value)) {
                names.computeIfAbsent(theirs, _ -> new ArrayList<>()).add(fit.name());
              }
            });
    return names.entrySet().stream()
        .map(each -> "; %s: %s".formatted(String.join(", ", each.getValue()), each.getKey()))
        .collect(Collectors.joining());
  }
}
