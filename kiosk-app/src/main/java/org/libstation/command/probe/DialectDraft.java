package org.libstation.command.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The dialect file of a probe: what was found, each switch with what was seen above it.
final class DialectDraft {
  private static final List<String> SECTIONS =
      List.of("wire", "session", "messages", "pin", "acts", "answers", "patron");

  private DialectDraft() {}

  /// @param base the dialect that holds where nothing was found
  /// @param system which central system, in words
  /// @param when the day and hour of the probe
  static String yaml(Findings found, String base, String system, String when) {
    StringBuilder text = new StringBuilder();
    text.append("# Found out by `./station probe` on ").append(when).append(".\n");
    text.append("# What is not here was not tried and is as in ").append(base).append(".yaml.\n");
    text.append("dialect:\n  based-on: ").append(base).append('\n');
    text.append("  system: ").append(quoted(system)).append('\n');
    Map<String, StringBuilder> sections = new LinkedHashMap<>();
    SECTIONS.forEach(name -> sections.put(name, new StringBuilder()));
    for (Findings.Finding each : found.switches()) {
      int dot = each.key().indexOf('.');
      StringBuilder section =
          sections.computeIfAbsent(each.key().substring(0, dot), _ -> new StringBuilder());
      section.append("    # ").append(oneLine(each.reason())).append('\n');
      section.append("    ").append(each.key().substring(dot + 1)).append(": ");
      section.append(each.value()).append('\n');
    }
    sections.forEach(
        (name, lines) -> {
          if (!lines.isEmpty()) {
            text.append("  ").append(name).append(":\n").append(lines);
          }
        });
    if (!found.refusals().isEmpty()) {
      text.append("  refusals:\n");
      for (Findings.Text refusal : found.refusals()) {
        text.append("    - text: ").append(quoted(pattern(refusal.says()))).append('\n');
        text.append("      means: ").append(refusal.means()).append('\n');
        text.append("      says: ").append(quoted(refusal.says())).append('\n');
      }
    }
    return text.toString();
  }

  private static String pattern(String says) {
    return "^" + says.replaceAll("([\\\\.\\[\\]{}()*+?^$|])", "\\\\$1") + "$";
  }

  private static String quoted(String text) {
    return '"' + oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
