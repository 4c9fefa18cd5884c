package org.libstation.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.libstation.check.CheckRun.CheckOutcome;
import org.libstation.language.MachineMessage;
import org.libstation.language.Words;

/// Renders a report for people: one line for each check, followed by its findings and remedies.
public final class ReportText {
  private static final int INDENT = 12;

  private ReportText() {}

  /// @return the lines; the first is the summary
  public static List<String> of(Report report, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(head(report, words));
    lines.add("");
    for (CheckOutcome step : report.steps()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-10s  %-22s %s  (%.1f s)",
              mark(step.verdict(), words),
              words.say("check." + step.id()),
              told(step.verdict(), words),
              step.took().toMillis() / 1000.0));
      for (Finding finding : ReportJson.findings(step.verdict())) {
        lines.add(" ".repeat(INDENT) + finding.code() + "  " + finding.what(words));
        say(lines, words, "report.seen", finding.seen().in(words));
        say(lines, words, "report.cause", finding.cause(words));
        say(lines, words, "report.do", finding.remedy(words));
      }
    }
    if (report.running()) {
      lines.add("");
      lines.add(words.say("report.running"));
    }
    return lines;
  }

  private static void say(List<String> lines, Words words, String key, String text) {
    if (!text.isBlank()) {
      lines.add(" ".repeat(INDENT + 5) + words.say(key, text));
    }
  }

  /// The summary: "All well", or the first thing to do.
  public static String head(Report report, Words words) {
    return switch (report.status()) {
      case GOOD ->
          report.steps().stream().anyMatch(step -> step.verdict() instanceof Verdict.Unproven)
              ? words.say("report.well.unproven", unproven(report, words))
              : words.say("report.well");
      case ATTENTION, FAULT ->
          report.steps().stream()
              .filter(step -> Report.of(step.verdict()) == report.status())
              // Checks with a result precede those that ran out of time.
              .min(Comparator.comparing(step -> step.verdict() instanceof Verdict.Overdue))
              .map(
                  step ->
                      words.say(
                          step.verdict() instanceof Verdict.Overdue
                              ? "report.unknown"
                              : "report.first",
                          words.say("check." + step.id()),
                          ReportJson.findings(step.verdict()).stream()
                              .findFirst()
                              .map(it -> it.code() + " " + it.what(words))
                              .orElseGet(() -> told(step.verdict(), words))))
              .orElseThrow();
    };
  }

  private static String unproven(Report report, Words words) {
    return report.steps().stream()
        .filter(step -> step.verdict() instanceof Verdict.Unproven)
        .map(step -> words.say("check." + step.id()))
        .collect(Collectors.joining(", "));
  }

  /// The text of a verdict in a few words.
  public static String told(Verdict verdict, Words words) {
    return switch (verdict) {
      case Verdict.Good(CheckPhrase told) -> told.in(words);
      case Verdict.WithFindings(CheckPhrase told, List<Finding> _) -> told.in(words);
      case Verdict.Unproven(CheckPhrase told) -> told.in(words);
      case Verdict.NotApplicable(CheckPhrase why) -> why.in(words);
      case Verdict.Overdue(var limit) -> words.say("report.overdue", limit.toSeconds());
      case Verdict.Cancelled _ -> words.say("report.cancelled");
      case Verdict.Broken(String what) ->
          words.say("report.broken", MachineMessage.evidence(words, what));
    };
  }

  /// The word for a verdict's status at the start of a line.
  static String mark(Verdict verdict, Words words) {
    return switch (verdict) {
      case Verdict.Good _ -> words.say("report.mark.good");
      case Verdict.NotApplicable _ -> words.say("report.mark.none");
      case Verdict.Unproven _ -> words.say("report.mark.unproven");
      case Verdict.Overdue _ -> words.say("report.mark.unknown");
      case Verdict.WithFindings _, Verdict.Cancelled _, Verdict.Broken _ ->
          words.say(
              Report.of(verdict) == Report.StationStatus.FAULT
                  ? "report.mark.fault"
                  : "report.mark.attention");
    };
  }
}
