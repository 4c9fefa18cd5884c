package org.libstation.lab.embedded;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.policy.PatronClass;

/// How a patron stands with the library on one day. Pure.
///
/// @param owed all that is open
/// @param atBlockingStage an item is at a stage of reminders at which borrowing stops
/// @param blocksStopped by notice nobody is kept from borrowing for what is owed or overdue
record Standing(
    Member member,
    List<Loan> loans,
    Money owed,
    LibraryRules rules,
    LocalDate today,
    boolean blocksStopped,
    boolean atBlockingStage) {

  /// Why nothing may be lent or renewed; the limit is another matter.
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

  /// What this patron may have.
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

  /// The 14 positions of SIP2's patron status.
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
