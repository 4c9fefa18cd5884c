package org.libstation.lab.embedded;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.policy.PatronClass;

/// The standing of a patron on one day: what is owed, and what blocks the patron.
///
/// @param owed sum of all unpaid charges
/// @param blocksStopped whether the library has suspended blocks for debts and overdue items
/// @param atBlockingStage whether an item has reached a reminder stage that stops borrowing
record Standing(
    Member member,
    List<Loan> loans,
    Money owed,
    LibraryRules rules,
    LocalDate today,
    boolean blocksStopped,
    boolean atBlockingStage) {

  /// Why the patron may neither borrow nor renew; empty if nothing blocks the patron. The loan
  /// limit is checked separately.
  Optional<No> blocked() {
    if (member.state() == Member.MemberState.LOST) {
      return Optional.of(No.CARD_LOST);
    }
    if (member.expires().isBefore(today)) {
      return Optional.of(No.CARD_EXPIRED);
    }
    if (member.state() == Member.MemberState.BLOCKED) {
      return Optional.of(No.BLOCKED);
    }
    if (owesTooMuch()) {
      return Optional.of(No.OWES_TOO_MUCH);
    }
    return longOverdue() ? Optional.of(No.LONG_OVERDUE) : Optional.empty();
  }

  /// The patron class with its limits.
  PatronClass may() {
    return rules.patronClass(member);
  }

  boolean atLimit() {
    return may().loans().isPresent() && loans.size() >= may().loans().getAsInt();
  }

  boolean owesTooMuch() {
    return !blocksStopped && may().limits().blocks(owed);
  }

  boolean longOverdue() {
    if (blocksStopped || may().overdueDays().isEmpty()) {
      return !blocksStopped && atBlockingStage;
    }
    LocalDate limit = today.minusDays(may().overdueDays().getAsInt());
    return atBlockingStage
        || loans.stream().anyMatch(loan -> !loan.due().toLocalDate().isAfter(limit));
  }

  List<Loan> overdue() {
    return loans.stream().filter(loan -> loan.due().toLocalDate().isBefore(today)).toList();
  }

  /// The 14 positions of the patron status in SIP2.
  String patronStatus() {
    StringBuilder status = new StringBuilder(" ".repeat(14));
    if (blocked().isPresent()) {
      status.replace(0, 4, "YYYY");
    }
    if (member.state() == Member.MemberState.LOST) {
      status.setCharAt(4, 'Y');
    }
    if (atLimit()) {
      status.setCharAt(5, 'Y');
    }
    if (longOverdue()) {
      status.setCharAt(6, 'Y');
    }
    if (owesTooMuch()) {
      status.setCharAt(10, 'Y');
    }
    return status.toString();
  }
}
