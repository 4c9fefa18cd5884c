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

/// How well a dialect matches what a probe found. Each switch, request and refusal that was tried
/// counts once. A finding for which the dialect has no value ([Switches]) is not counted.
///
/// @param agreeing keys of the findings that match the dialect
/// @param differing findings that contradict the dialect
record Fit(
    String name, Sip2Dialect dialect, List<String> agreeing, List<DialectDifference> differing) {

  private static final String NOTHING_KNOWN = "generic";

  /// @param theirs value in the dialect
  /// @param found value that the probe found
  record DialectDifference(String key, String theirs, String found) {
    @Override
    public String toString() {
      return key + ": here " + found + ", there " + theirs;
    }
  }

  /// Compares a dialect with the findings.
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

  /// Whether the finding matches the value of the dialect. For the return date only "ignored" or
  /// not is compared: a probe cannot see whether the hour counts or only the day.
  private static boolean agrees(Findings.ProbeFinding found, String theirs) {
    if (found.key().equals(Switches.RETURN_DATE)) {
      return found.value().equals(Switches.IGNORED) == theirs.equals(Switches.IGNORED);
    }
    return found.value().equals(theirs);
  }

  /// Sorts dialects, the best fit first. Among equals, `generic` comes first; then the dialect that
  /// books the fewest kinds of part payments, because money taken but not booked is lost; then the
  /// order of the list.
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

  /// The kinds of part payments that every dialect books that fits as well as this one.
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

  /// Describes the dialect as "name (n answers agree, m differ)".
  String count() {
    return "%s (%d answers agree, %d differ)".formatted(name, agreeing.size(), differing.size());
  }

  /// Describes which dialects fit best, how they differ from the findings, and which fits next.
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

  /// The cautious value that the file gets in place of an untried value of this dialect. It applies
  /// to two switches:
  ///
  /// * The return date is ignored.
  /// * A payment pays only those parts of a debt that every equally good dialect books. Other money
  ///   would be taken and lost.
  ///
  /// @return empty if the file takes the value of the dialect
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

  /// The value of a switch in this dialect; an empty text if it has none.
  String claimed(String key) {
    return Switches.of(dialect).getOrDefault(key, "");
  }

  /// Describes each switch that was not tried, by its key: the value that the file gets, and the
  /// values of other dialects that fit equally well.
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

  /// Lists the other values that equally good dialects have.
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
