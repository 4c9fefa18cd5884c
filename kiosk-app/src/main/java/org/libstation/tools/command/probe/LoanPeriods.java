package org.libstation.tools.command.probe;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.central.LoanSeen;
import org.libstation.policy.LendingClass;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PolicyBundle;

/// Compares the loan periods of a policy with the period for which the library lent the test item.
/// If they differ, every estimate is wrong, every loan without the link promises a wrong date, and
/// each audit finds that all due dates differ.
final class LoanPeriods {
  private LoanPeriods() {}

  /// Sentence with the result; it also says that the periods agree, or that nothing was compared.
  ///
  /// @param policy empty when none was named
  /// @param seen empty when the test item was not lent, or its due date could not be read
  static String compared(Optional<PolicyBundle> policy, Optional<LoanSeen> seen, Instant now) {
    if (seen.isEmpty()) {
      return "the loan period was not compared: no loan with a due date was seen";
    }
    LoanSeen loan = seen.get();
    String here =
        "the library lent the test item for %d days (%s, due %s)"
            .formatted(loan.days(), loan.lent().toLocalDate(), loan.due());
    if (policy.isEmpty()) {
      return here + "; it was not compared with a policy (--policy)";
    }
    PlaceRules rules = policy.get().at(now, policy.get().lendingPlace());
    Map<String, LocalDate> dues = new LinkedHashMap<>();
    rules.classes().values().stream()
        .sorted(Comparator.comparing(LendingClass::name))
        .forEach(
            each ->
                dues.put(
                    each.name(), rules.due(each, loan.lent().atZone(rules.zone())).toLocalDate()));
    List<String> same =
        dues.entrySet().stream()
            .filter(each -> each.getValue().equals(loan.due()))
            .map(Map.Entry::getKey)
            .toList();
    return same.isEmpty()
        ? here + other(policy.get(), rules, dues)
        : here + ", as the policy does by its class " + String.join(", ", same);
  }

  private static String other(PolicyBundle policy, PlaceRules rules, Map<String, LocalDate> dues) {
    String classes =
        dues.entrySet().stream()
            .map(
                each ->
                    "%s %d days (due %s)"
                        .formatted(
                            each.getKey(),
                            Optional.ofNullable(rules.classes().get(each.getKey()))
                                .map(LendingClass::loanDays)
                                .orElse(0),
                            each.getValue()))
            .collect(Collectors.joining(", "));
    return (", and no class of the policy %s does: %s. With it every estimate and every promise"
            + " without the link is wrong, and each audit finds the due dates to differ. Ask the"
            + " library for the period of this item and this patron; set loan.period of their class"
            + " in the policy to it, run ./station policy check, sign and publish it, and probe"
            + " again")
        .formatted(policy.version(), classes);
  }
}
