package org.libstation.screen;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.BlockReason;
import org.libstation.circulation.Money;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.flow.state.Screen.MyAccount.AccountPart;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.Suspension;

/// States of a station while a public notice stops the counting of fines.
final class SuspendedStates {
  /// Fines count again on 7 December.
  static final Suspension UNTIL =
      new Suspension(
          Optional.of(new Suspension.Fines(Optional.of(LocalDate.parse("2026-12-07")))),
          true,
          true);

  /// Nobody has said when; a card stays blocked.
  static final Suspension OPEN =
      new Suspension(Optional.of(new Suspension.Fines(Optional.empty())), false, false);

  /// Reminders and warnings alone.
  static final Suspension NOTICES = new Suspension(Optional.empty(), true, false);

  private SuspendedStates() {}

  static void put(Map<String, FlowState> all) {
    put(all, "welcome-suspended", UNTIL, States.named(all, "welcome"));
    put(
        all,
        "identify-suspended",
        OPEN,
        States.identify(
            States.WELL, Purpose.BORROW, new Screen.Identify.IdentifyStep.Problem(Code.B34, true)));
    put(
        all,
        "borrow-suspended",
        UNTIL,
        States.borrowing(
            States.WELL,
            Hands.PLACE_ITEMS,
            States.row(0, States.lent(true)),
            States.row(3, BorrowRow.BorrowRowState.BorrowRefused.of(Code.B34, 0, false))));
    returns(all);
    accounts(all);
  }

  private static void put(
      Map<String, FlowState> all, String name, Suspension suspension, FlowState state) {
    all.put(name, States.with(state, suspension));
  }

  private static void returns(Map<String, FlowState> all) {
    put(
        all,
        "return-suspended",
        UNTIL,
        States.returning(
            States.WELL,
            Hands.PLACE_ITEMS,
            States.returned(5, States.settled(Fines.SUSPENDED_LATER)),
            States.returned(1, States.settled(Fines.SUSPENDED))));
    put(
        all,
        "return-suspended-silent",
        OPEN,
        States.returning(
            States.SILENT,
            Hands.PLACE_ITEMS,
            States.returned(
                2, new ReturnRow.ReturnRowState.ReturnRowRecorded(true, Optional.empty())),
            States.returned(
                5,
                new ReturnRow.ReturnRowState.ReturnRowRecorded(
                    true, Optional.of(Fines.SUSPENDED)))));
    put(all, "return-suspended-empty", OPEN, States.returning(States.WELL, Hands.PLACE_ITEMS));
  }

  private static void accounts(Map<String, FlowState> all) {
    Account loans =
        new Account.Loaded(
            List.of(
                States.loan(0, 11, 20, new LoanRow.RenewalState.RenewalNotAsked()),
                States.loan(3, 12, 1, new LoanRow.RenewalState.RenewalNotAsked()),
                States.loan(1, 12, 11, new LoanRow.RenewalState.RenewalNotAsked())),
            Optional.<Money>empty(),
            0,
            OptionalInt.empty(),
            new Details.NotAsked());
    put(all, "account-suspended", UNTIL, AccountStates.account(States.WELL, loans));
    put(all, "account-suspended-open", OPEN, AccountStates.account(States.WELL, loans));
    put(all, "account-unwarned", NOTICES, AccountStates.account(States.WELL, loans));
    put(
        all,
        "charges-suspended",
        OPEN,
        AccountStates.details(
            AccountPart.CHARGES,
            new Details.Known(
                AccountStates.blocked(BlockReason.OVERDUE_ITEMS),
                new Details.HoldWish.HoldUntouched(),
                new Details.Paying.NotHere(false),
                false,
                false,
                Details.PaymentChoice.WHOLE)));
  }
}
