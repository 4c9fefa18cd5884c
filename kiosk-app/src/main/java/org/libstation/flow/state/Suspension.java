package org.libstation.flow.state;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.BlockReason;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Refusal;

/// What a public notice suspends today, for everybody who borrows here.
///
/// @param fines present while fines are not counted
/// @param notices whether reminders and warnings are suspended
/// @param blocks whether blocks for overdue items or debts are suspended
public record Suspension(Optional<Fines> fines, boolean notices, boolean blocks) {
  public static final Suspension NONE = new Suspension(Optional.empty(), false, false);

  private static final Set<PatronBlock> LIFTED =
      Set.of(
          PatronBlock.TOO_MANY_OVERDUE,
          PatronBlock.RECALL_OVERDUE,
          PatronBlock.EXCESSIVE_FINES,
          PatronBlock.EXCESSIVE_FEES);

  /// Flags that say what is denied, but not why.
  private static final Set<PatronBlock> DENIALS =
      Set.of(
          PatronBlock.CHARGE_DENIED,
          PatronBlock.RENEWAL_DENIED,
          PatronBlock.RECALL_DENIED,
          PatronBlock.HOLD_DENIED);

  /// @param restart the first day on which fines count again; empty if that is not known
  public record Fines(Optional<LocalDate> restart) {}

  /// Whether the station gives no warnings or reproaches about overdue items.
  public boolean quiet() {
    return fines.isPresent() || notices;
  }

  /// Whether the notice suspends this reason for a block.
  public boolean lifts(BlockReason reason) {
    return blocks
        && switch (reason) {
          case OVERDUE_ITEMS, RECALL_OVERDUE, OWES_TOO_MUCH -> true;
          case CARD_NOT_KNOWN,
              CARD_LOST,
              CARD_EXPIRED,
              BILLED,
              LOST_ITEMS,
              CLAIMS_RETURNED,
              ASK_STAFF,
              LIMIT_REACHED,
              TOO_MANY_RENEWALS,
              NO_RENEWALS,
              NO_HOLDS,
              NO_RECALLS ->
              false;
        };
  }

  /// Whether the notice suspends everything that keeps this patron from borrowing. The central
  /// system may decide otherwise; it then refuses the loan itself.
  public boolean lifts(PatronLook look) {
    boolean because = !reasons(look).isEmpty() || look.overdueCount().orElse(0) > 0;
    boolean ofTheCard =
        look.reasons().contains(Refusal.RefusalReason.CARD_EXPIRED)
            || look.reasons().contains(Refusal.RefusalReason.CARD_LOST);
    return blocks && because && !ofTheCard && left(look).isEmpty();
  }

  /// Returns the reasons that still apply.
  public Set<PatronBlock> left(PatronLook look) {
    Set<PatronBlock> left = reasons(look);
    if (blocks) {
      left.removeAll(LIFTED);
    }
    return left;
  }

  private static Set<PatronBlock> reasons(PatronLook look) {
    Set<PatronBlock> all = EnumSet.noneOf(PatronBlock.class);
    all.addAll(look.blocks());
    all.removeAll(DENIALS);
    return all;
  }
}
