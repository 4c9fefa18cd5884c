package org.libstation.circulation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Why a patron may not do something, most serious first. The central system's 14 flags (SIP 2.00,
/// "patron status"), counts and texts are reduced to these reasons.
///
/// A flag or a count blocks. A text never does: Koha greets each patron who owes money with the
/// sum, and still lends. If borrowing is denied, a text may say why.
public enum BlockReason {
  CARD_NOT_KNOWN,
  CARD_LOST,
  CARD_EXPIRED,
  OWES_TOO_MUCH,
  BILLED,
  OVERDUE_ITEMS,
  RECALL_OVERDUE,
  LOST_ITEMS,
  CLAIMS_RETURNED,
  /// Blocked for a reason that the central system does not tell.
  ASK_STAFF,
  LIMIT_REACHED,
  TOO_MANY_RENEWALS,
  NO_RENEWALS,
  NO_HOLDS,
  NO_RECALLS;

  /// The reasons that apply, each once, most serious first; empty if the patron is not blocked.
  ///
  /// @param reasons what the texts say; used only if the flags deny borrowing
  static List<BlockReason> of(PatronLook look, Set<Refusal.RefusalReason> reasons) {
    Set<BlockReason> all = EnumSet.noneOf(BlockReason.class);
    if (!look.known()) {
      return List.of(CARD_NOT_KNOWN);
    }
    look.blocks().forEach(flag -> byFlag(flag).ifPresent(all::add));
    boolean denied = look.blocks().contains(PatronBlock.CHARGE_DENIED);
    if (denied) {
      reasons.forEach(reason -> byText(reason).ifPresent(all::add));
    }
    if (atLimit(look)) {
      all.add(LIMIT_REACHED);
    }
    if (denied && look.overdueCount().orElse(0) > 0 && all.isEmpty()) {
      all.add(OVERDUE_ITEMS);
    }
    if (denied) {
      if (all.isEmpty()) {
        all.add(ASK_STAFF);
      }
      // A patron who may not borrow need not be told that renewals and holds are denied too.
      return List.copyOf(all);
    }
    if (look.blocks().contains(PatronBlock.RENEWAL_DENIED)) {
      all.add(NO_RENEWALS);
    }
    if (look.blocks().contains(PatronBlock.HOLD_DENIED)) {
      all.add(NO_HOLDS);
    }
    if (look.blocks().contains(PatronBlock.RECALL_DENIED)) {
      all.add(NO_RECALLS);
    }
    return List.copyOf(all);
  }

  private static boolean atLimit(PatronLook look) {
    OptionalInt limit = look.chargedLimit();
    OptionalInt charged = look.chargedCount();
    // Some systems send a limit of 0 if they name none.
    return limit.isPresent()
        && limit.getAsInt() > 0
        && charged.isPresent()
        && charged.getAsInt() >= limit.getAsInt();
  }

  private static Optional<BlockReason> byFlag(PatronBlock flag) {
    return switch (flag) {
      case CHARGE_DENIED, RENEWAL_DENIED, RECALL_DENIED, HOLD_DENIED -> Optional.empty();
      case CARD_LOST -> Optional.of(CARD_LOST);
      case TOO_MANY_CHARGED -> Optional.of(LIMIT_REACHED);
      case TOO_MANY_OVERDUE -> Optional.of(OVERDUE_ITEMS);
      case TOO_MANY_RENEWALS -> Optional.of(TOO_MANY_RENEWALS);
      case TOO_MANY_CLAIMS_RETURNED -> Optional.of(CLAIMS_RETURNED);
      case TOO_MANY_LOST -> Optional.of(LOST_ITEMS);
      case EXCESSIVE_FINES, EXCESSIVE_FEES -> Optional.of(OWES_TOO_MUCH);
      case RECALL_OVERDUE -> Optional.of(RECALL_OVERDUE);
      case TOO_MANY_BILLED -> Optional.of(BILLED);
    };
  }

  private static Optional<BlockReason> byText(Refusal.RefusalReason reason) {
    return switch (reason) {
      case CARD_LOST -> Optional.of(CARD_LOST);
      case CARD_EXPIRED -> Optional.of(CARD_EXPIRED);
      case PATRON_BLOCKED -> Optional.of(ASK_STAFF);
      case OWES_TOO_MUCH -> Optional.of(OWES_TOO_MUCH);
      case HAS_OVERDUES -> Optional.of(OVERDUE_ITEMS);
      case LIMIT_REACHED -> Optional.of(LIMIT_REACHED);
      case NO_MORE_RENEWALS -> Optional.of(TOO_MANY_RENEWALS);
      case UNKNOWN_ITEM,
          UNKNOWN_PATRON,
          WRONG_PIN,
          HELD_FOR_ANOTHER,
          ON_LOAN_TO_ANOTHER,
          ALREADY_YOURS,
          NOT_FOR_LOAN,
          NOT_YOUR_LOAN,
          FEE_TO_CONFIRM,
          AGE_LIMIT,
          ALREADY_HELD,
          NO_SUCH_HOLD,
          NOT_WHILE_OFFLINE,
          OFFLINE_LIMIT_REACHED,
          OUT_IN_THIS_JOURNAL,
          OTHER ->
          Optional.empty();
    };
  }
}
