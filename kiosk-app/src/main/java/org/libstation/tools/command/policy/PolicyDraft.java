package org.libstation.tools.command.policy;

import static org.libstation.tools.command.policy.PolicyQuestion.NONE;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.file.YamlQuotes;
import org.libstation.flow.state.Language;

/// Writes the answers to [PolicyQuestion] as a policy.
final class PolicyDraft {
  private static final String EXEMPT = "exempt";

  private final Map<PolicyQuestion, String> answers;

  private PolicyDraft(Map<PolicyQuestion, String> answers) {
    this.answers = answers;
  }

  /// The policy file's text.
  static String text(Map<PolicyQuestion, String> answers) {
    return new PolicyDraft(answers).text();
  }

  private String answer(PolicyQuestion question) {
    return answers.getOrDefault(question, NONE);
  }

  private boolean has(PolicyQuestion question) {
    return !answer(question).equals(NONE);
  }

  private String text() {
    String name = YamlQuotes.two(answer(PolicyQuestion.NAME));
    return """
    # Written by `station policy new`. What the names mean is in docs/patron-services/policy.md.
    format: libstation-policy/1
    version: draft-1
    site: library
    zone: %s
    currency: %s
    lendingPlace: library
    estimateClass: books

    places:
      library:
        kind: library
        name: {%s}
        calendar: library

    calendars:
      library:
        version: draft-1
        week: {%s}

    classes:
      books:
        - profile: hkpl
          loan: {period: %s days, renewals: %s}
    %s
    patrons:
      adult: {loans: none, holds: none, overdueDays: none, blockAbove: %s, owedAtMost: none}
    %s
    offline: {mode: all, itemsPerCard: 5, mediaTypes: all, unknownCards: true, loanClass: books}
    """
        .formatted(
            answer(PolicyQuestion.ZONE),
            answer(PolicyQuestion.CURRENCY),
            Stream.of(Language.values())
                .map(language -> language.tag() + ": " + name)
                .sorted()
                .collect(Collectors.joining(", ")),
            has(PolicyQuestion.CLOSED)
                ? List.of(answer(PolicyQuestion.CLOSED).split(", ", -1)).stream()
                    .map(day -> day + ": closed")
                    .collect(Collectors.joining(", "))
                : "",
            answer(PolicyQuestion.DAYS),
            answer(PolicyQuestion.RENEWALS),
            fine() + lost(),
            answer(PolicyQuestion.BLOCK),
            exempt());
  }

  private String fine() {
    if (!has(PolicyQuestion.KIND)) {
      return "      fine: none\n";
    }
    String readers =
        has(PolicyQuestion.EXEMPT)
            ? "        readers: [{patrons: [" + EXEMPT + "], rate: none}]\n"
            : "";
    String maximum =
        has(PolicyQuestion.MAXIMUM)
            ? "        maximum: {amount: " + answer(PolicyQuestion.MAXIMUM) + "}\n"
            : "";
    return "      fine:\n" + rate() + maximum + readers;
  }

  private String rate() {
    String fee = answer(PolicyQuestion.FEE);
    return switch (answer(PolicyQuestion.KIND)) {
      case "weekly" ->
          "        rate: " + fee + "\n        interval: 1 week\n        closedTime: charged\n";
      case "reminders" ->
          "        rate: "
              + BigDecimal.ZERO.setScale(
                  Currency.getInstance(answer(PolicyQuestion.CURRENCY)).getDefaultFractionDigits())
              + "\n        stages:\n"
              + List.of(fee.split(",", -1)).stream()
                  .map(one -> one.strip().split(" +", -1))
                  .map(one -> "          - {after: " + one[0] + " days, fee: " + one[2] + "}\n")
                  .collect(Collectors.joining());
      default -> "        rate: " + fee + "\n";
    };
  }

  private String lost() {
    return has(PolicyQuestion.LOST)
        ? "      lost: {percentOnTop: 0, processing: none, withFine: true, after: "
            + answer(PolicyQuestion.LOST)
            + " days, back: {within: 30 days, charge: whole}}\n"
        // An item reported lost still costs its price, but no extra charge that the library did not
        // choose.
        : "      lost: {percentOnTop: 0, processing: none, withFine: true}\n";
  }

  private String exempt() {
    return has(PolicyQuestion.EXEMPT)
        ? "  "
            + EXEMPT
            + ": {loans: none, holds: none, overdueDays: none, blockAbove: none, owedAtMost: none,"
            + " central: ["
            + answer(PolicyQuestion.EXEMPT)
            + "]}\n"
        : "";
  }
}
