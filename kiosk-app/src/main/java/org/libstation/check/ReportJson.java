package org.libstation.check;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.libstation.check.CheckRun.CheckOutcome;
import org.libstation.language.Words;
import org.libstation.policy.document.Json;

/// Renders a report as JSON; its schema is published as `docs/administrator/doctor.schema.json`.
public final class ReportJson {
  static final String SCHEMA = "libstation-doctor-1";

  private ReportJson() {}

  public static String of(Report report, Words words) {
    return """
    {
      "schema": %s,
      "station": %s,
      "version": %s,
      "at": %s,
      "devices": %s,
      "status": %s,
      "seconds": %s,
      "checks": [
    %s
      ],
      "settings": [
    %s
      ]
    }
    """
        .formatted(
            Json.quoted(SCHEMA),
            Json.quoted(report.station()),
            Json.quoted(report.version()),
            Json.quoted(report.at().toString()),
            Json.quoted(report.running() ? "as-the-running-station-says" : "examined"),
            Json.quoted(word(report.status())),
            seconds(report.took()),
            report.steps().stream()
                .map(step -> check(step, words))
                .collect(Collectors.joining(",\n")),
            report.settings().stream().map(ReportJson::setting).collect(Collectors.joining(",\n")));
  }

  private static String setting(ShownSetting setting) {
    return "    {\"key\": %s, \"value\": %s, \"source\": %s, \"effect\": %s}"
        .formatted(
            Json.quoted(setting.key()),
            Json.quoted(setting.value()),
            Json.quoted(setting.source()),
            Json.quoted(setting.effect()));
  }

  private static String check(CheckOutcome step, Words words) {
    return """
    {
      "id": %s,
      "name": %s,
      "result": %s,
      "told": %s,
      "seconds": %s,
      "findings": [%s]
    }\
    """
        .formatted(
            Json.quoted(step.id()),
            Json.quoted(words.say("check." + step.id())),
            Json.quoted(result(step.verdict())),
            Json.quoted(ReportText.told(step.verdict(), words)),
            seconds(step.took()),
            findings(step.verdict()).stream()
                .map(finding -> finding(finding, words))
                .collect(Collectors.joining(", ")));
  }

  /// The findings of a verdict; empty if it has none.
  static List<Finding> findings(Verdict verdict) {
    return verdict instanceof Verdict.WithFindings(CheckPhrase _, List<Finding> findings)
        ? findings
        : List.of();
  }

  private static String finding(Finding finding, Words words) {
    return "{\"code\": %s, \"severity\": %s, \"what\": %s, \"seen\": %s, \"cause\": %s, \"do\": %s, \"fixable\": %s}"
        .formatted(
            Json.quoted(finding.code()),
            Json.quoted(finding.severity().name().toLowerCase(Locale.ROOT)),
            Json.quoted(finding.what(words)),
            Json.quoted(finding.seen().in(words)),
            Json.quoted(finding.cause(words)),
            Json.quoted(finding.remedy(words)),
            finding.fixable());
  }

  private static String word(Report.StationStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static String result(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Good _ -> "good";
      case Verdict.WithFindings _ -> word(Report.of(verdict));
      case Verdict.Unproven _ -> "unproven";
      case Verdict.NotApplicable _ -> "not-applicable";
      case Verdict.Overdue _ -> "overdue";
      case Verdict.Cancelled _ -> "cancelled";
      case Verdict.Broken _ -> "broken";
    };
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
  }
}
