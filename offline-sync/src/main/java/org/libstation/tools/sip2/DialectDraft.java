package org.libstation.tools.sip2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.file.ProgramName;
import org.libstation.file.YamlQuotes;

/// Writes the dialect file of a probe. The file is based on a shipped dialect.
///
/// Its head comment lists what agrees with that dialect and what was not tried. Below it come the
/// switches that differ, each with the reason as a comment.
final class DialectDraft {
  private static final List<String> SECTIONS =
      List.of("wire", "session", "messages", "pin", "acts", "answers", "patron", "payment");

  private final Findings found;
  private final Fit base;
  private final List<Fit> ranked;
  private final StringBuilder text = new StringBuilder();

  private DialectDraft(Findings found, Fit base, List<Fit> ranked) {
    this.found = found;
    this.base = base;
    this.ranked = ranked;
  }

  /// Returns the text of the dialect file.
  ///
  /// @param base the shipped dialect that supplies each switch the probe did not find out
  /// @param ranked all shipped dialects, the best fit first
  /// @param system name of the central system
  /// @param when day and hour of the probe
  /// @param remarks further things that the library must know
  static String yaml(
      Findings found,
      Fit base,
      List<Fit> ranked,
      String system,
      String when,
      List<String> remarks) {
    DialectDraft draft = new DialectDraft(found, base, ranked);
    draft.comment("", "Found out by `" + ProgramName.get() + " probe` on " + when + ".");
    draft.comment("", "Of the dialects that come with the program:");
    Fit.words(ranked).forEach(line -> draft.comment("  ", line));
    draft.comment("", "Requests of SIP 2.00:");
    found.requests().forEach(each -> draft.comment("  ", each.toString()));
    found.questions().forEach(each -> draft.comment("", each.toString()));
    remarks.forEach(line -> draft.comment("", line));
    draft.comment("", "Tried, and as in " + base.name() + ".yaml:");
    draft.agreeing();
    draft.comment("", "Not tried, and as in " + base.name() + ".yaml:");
    base.untried(found, ranked)
        .forEach(
            (key, value) -> {
              if (base.instead(key, found, ranked).isEmpty()) {
                draft.comment("  ", key + ": " + value);
              }
            });
    draft.comment("", "What differs:");
    draft.text.append("dialect:\n  based-on: ").append(base.name()).append('\n');
    draft.text.append("  system: ").append(quoted(system)).append('\n');
    draft.switches();
    draft.refusals();
    return draft.text.toString();
  }

  private void agreeing() {
    found.switches().stream()
        .filter(each -> base.agreeing().contains(each.key()))
        .forEach(each -> comment("  ", "%s: %s".formatted(each.key(), each.value() + why(each))));
  }

  private static String why(Findings.ProbeFinding each) {
    return " (" + each.reason() + ")";
  }

  private void switches() {
    Map<String, StringBuilder> sections = new LinkedHashMap<>();
    SECTIONS.forEach(name -> sections.put(name, new StringBuilder()));
    supported(sections);
    for (Findings.ProbeFinding each : found.switches()) {
      if (!base.agreeing().contains(each.key())) {
        String theirs =
            base.differing().stream()
                .filter(difference -> difference.key().equals(each.key()))
                .map(difference -> "%s has %s. ".formatted(base.name(), difference.theirs()))
                .collect(Collectors.joining());
        line(sections, each.key(), each.value(), theirs + "Seen: " + each.reason());
      }
    }
    careful(sections);
    sections.forEach(
        (name, lines) -> {
          if (!lines.isEmpty()) {
            text.append("  ").append(name).append(":\n").append(lines);
          }
        });
  }

  /// Writes the supported requests: only those that were tried and work. If none works, writes
  /// those of the base dialect except the payment (37), because no probe sends one.
  private void supported(Map<String, StringBuilder> sections) {
    List<String> works = codes(Tried.WORKS);
    if (works.isEmpty()) {
      line(
          sections,
          Switches.SUPPORTED,
          Switches.codes(
              base.dialect().habits().messages().stream()
                  .filter(code -> !code.equals("37"))
                  .toList()),
          "no request was found to work. As in %s, without 37: add 37 after a payment was tried"
              .formatted(base.name()));
      return;
    }
    String theirs = Switches.of(base.dialect()).getOrDefault(Switches.SUPPORTED, "");
    line(
        sections,
        Switches.SUPPORTED,
        Switches.codes(works),
        "tried and works. Tried and does not: %s. Not tried, to be added only when it was: %s. %s has %s"
            .formatted(
                list(codes(Tried.WORKS_NOT)), list(codes(Tried.NOT_TRIED)), base.name(), theirs));
  }

  private List<String> codes(Tried tried) {
    return found.requests(tried).stream().map(Findings.Request::code).toList();
  }

  private static String list(List<String> codes) {
    return codes.isEmpty() ? "none" : String.join(" ", codes);
  }

  /// Writes the cautious values for switches that were not tried ([Fit#instead]).
  private void careful(Map<String, StringBuilder> sections) {
    base.instead(Switches.RETURN_DATE, found, ranked)
        .ifPresent(
            ignored ->
                line(
                    sections,
                    Switches.RETURN_DATE,
                    ignored,
                    "not tried, and not relied on until it was (--overdue-item); %s has %s"
                        .formatted(base.name(), base.claimed(Switches.RETURN_DATE))));
    base.instead(Switches.PARTS, found, ranked)
        .ifPresent(
            least ->
                line(
                    sections,
                    Switches.PARTS,
                    least,
                    "not tried, and dialects that fit as well as %s book less than it does"
                        .formatted(base.name())));
  }

  private static void line(
      Map<String, StringBuilder> sections, String key, String value, String reason) {
    int dot = key.indexOf('.');
    sections
        .computeIfAbsent(key.substring(0, dot), _ -> new StringBuilder())
        .append("    # ")
        .append(oneLine(reason))
        .append("\n    ")
        .append(key.substring(dot + 1))
        .append(": ")
        .append(value)
        .append('\n');
  }

  /// Writes a rule for each refusal text that no rule of the base dialect matches. Wildcards
  /// replace names and numbers.
  private void refusals() {
    StringBuilder rules = new StringBuilder();
    for (Findings.RefusalWording each : found.refusals()) {
      boolean known = each.said().meaning(base.dialect()).filter(each.means()::equals).isPresent();
      Optional<Said.DialectRule> rule = each.said().rule();
      if (known) {
        continue;
      }
      if (rule.isEmpty()) {
        rules.append("    # ").append(Switches.word(each.means())).append(": ");
        rules.append(each.said()).append(" may be anything, even a name: no rule was made of it\n");
        continue;
      }
      rules.append("    - text: ").append(quoted(rule.get().text())).append('\n');
      rules.append("      means: ").append(Switches.word(each.means())).append('\n');
      rule.get()
          .says()
          .ifPresent(says -> rules.append("      says: ").append(quoted(says)).append('\n'));
    }
    boolean any = rules.toString().lines().anyMatch(line -> line.startsWith("    - "));
    text.append(any ? "  refusals:\n" : "").append(rules);
  }

  private void comment(String indent, String line) {
    text.append("# ").append(indent).append(oneLine(line)).append('\n');
  }

  private static String quoted(String text) {
    return YamlQuotes.two(oneLine(text));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
