package org.libstation.flow.state;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.PaymentOutcome;

/// Finds the codes that the screen shows, as codes or as their texts. Each comes from a typed value
/// of the state, never from a text. Excluded are codes that devices report about themselves, and
/// codes that are shown only for the moment of a start.
public final class ShownCodes {
  private static final Set<Code> NO_EYES = EnumSet.of(Code.K11, Code.K12);

  private ShownCodes() {}

  /// Returns all codes that the person in front can quote, in the order of the screen.
  public static Set<Code> of(FlowState state) {
    Set<Code> shown = new LinkedHashSet<>();
    switch (state.screen()) {
      case Screen.Borrow _, Screen.Resume _ -> {
        notice(state, shown);
        state.session().stream()
            .flatMap(session -> session.borrows().stream())
            .forEach(
                row -> {
                  of(row).ifPresent(shown::add);
                  notReserved(row).ifPresent(shown::add);
                });
      }
      case Screen.Return _ -> {
        notice(state, shown);
        state.session().stream()
            .flatMap(session -> session.returns().stream())
            .forEach(row -> of(row).or(() -> unsecured(row)).ifPresent(shown::add));
      }
      case Screen.MyAccount screen -> {
        notice(state, shown);
        state.session().map(Session::account).ifPresent(it -> account(it, screen.part(), shown));
      }
      case Screen.Done done -> {
        notice(state, shown);
        lyingCard(state, shown);
        shown.addAll(done.summary().problems());
      }
      case Screen.ReceiptChoice choice -> {
        notice(state, shown);
        lyingCard(state, shown);
        choice.problem().ifPresent(shown::add);
      }
      case Screen.Leaving _ -> {
        notice(state, shown);
        lyingCard(state, shown);
      }
      case Screen.Welcome welcome -> {
        welcome.said().map(Screen.Welcome.WelcomeNotice::code).ifPresent(shown::add);
        lyingCard(state, shown);
      }
      case Screen.BookDropScreen(DropState drop, _) -> drop(state, drop, shown);
      case Screen.Pay pay -> {
        notice(state, shown);
        ofScreen(pay).or(() -> ofPayPage(state, pay)).ifPresent(shown::add);
      }
      case Screen.Visit _, Screen.Idle _, Screen.Staff _ ->
          ofScreen(state.screen()).ifPresent(shown::add);
    }
    if (state.between().starting().isPresent()) {
      shown.removeAll(NO_EYES);
    }
    return shown;
  }

  /// Returns the code of the screen itself, without notices and rows.
  public static Optional<Code> ofScreen(Screen screen) {
    return switch (screen) {
      case Screen.Identify identify ->
          switch (identify.step()) {
            case Screen.Identify.IdentifyStep.AskCard ask -> ask.problem();
            case Screen.Identify.IdentifyStep.AskPin ask -> ask.problem();
            case Screen.Identify.IdentifyStep.Checking _ -> Optional.empty();
            case Screen.Identify.IdentifyStep.Problem problem -> Optional.of(problem.code());
          };
      case Screen.Done done -> done.summary().problems().stream().findFirst();
      case Screen.OutOfService closed -> Optional.of(closed.code());
      case Screen.TechnicianPin pin -> pin.problem();
      case Screen.Entry entry -> entry.problem();
      case Screen.Pay(Screen.Pay.PayPage.Amount amount) -> amount.problem();
      case Screen.Pay(Screen.Pay.PayPage.OthersPin pin) -> pin.problem();
      case Screen.Welcome welcome -> welcome.said().map(Screen.Welcome.WelcomeNotice::code);
      case Screen.ReceiptChoice choice -> choice.problem();
      case Screen.Visit _, Screen.Leaving _, Screen.Staff _, Screen.Drop _ -> Optional.empty();
    };
  }

  /// Returns why a refused item could not be reserved for the person either.
  private static Optional<Code> notReserved(BorrowRow row) {
    return row.state() instanceof BorrowRow.BorrowRowState.BorrowRefused refused
            && refused.reserving() instanceof BorrowRow.Reserving.NotReserved(Code code)
        ? Optional.of(code)
        : Optional.empty();
  }

  /// Returns why this item is not lent, or not yet.
  public static Optional<Code> of(BorrowRow row) {
    return switch (row.state()) {
      case BorrowRow.BorrowRowState.BorrowRefused refused -> Optional.of(refused.code());
      case BorrowRow.BorrowRowState.PlaceAgain again -> Optional.of(again.code());
      case BorrowRow.BorrowRowState.ToStaff toStaff -> Optional.of(toStaff.code());
      case BorrowRow.BorrowRowState.NotRecognised not -> Optional.of(not.code());
      case BorrowRow.BorrowRowState.SetIncomplete _ -> Optional.of(Code.T25);
      case BorrowRow.BorrowRowState.AtWork _,
          BorrowRow.BorrowRowState.Borrowed _,
          BorrowRow.BorrowRowState.AlreadyBorrowed _ ->
          Optional.empty();
    };
  }

  /// Returns the problem of this return.
  public static Optional<Code> of(ReturnRow row) {
    return switch (row.state()) {
      case ReturnRow.ReturnRowState.WithStaff with -> Optional.of(with.code());
      case ReturnRow.ReturnRowState.NotRecognised not -> Optional.of(not.code());
      case ReturnRow.ReturnRowState.ReturnWriting _,
          ReturnRow.ReturnRowState.ReturnTaken _,
          ReturnRow.ReturnRowState.Settled _,
          ReturnRow.ReturnRowState.ReturnRowRecorded _ ->
          Optional.empty();
    };
  }

  private static Optional<Code> unsecured(ReturnRow row) {
    return row.arming() == ReturnRow.Arming.NOT_SECURED ? Optional.of(Code.R22) : Optional.empty();
  }

  private static void notice(FlowState state, Set<Code> shown) {
    state.session().flatMap(Session::notice).ifPresent(shown::add);
  }

  private static void lyingCard(FlowState state, Set<Code> shown) {
    if (state.cardLying()) {
      shown.add(Code.C26);
    }
  }

  private static void account(Account account, Screen.MyAccount.AccountPart part, Set<Code> shown) {
    switch (account) {
      case Account.NotLoaded _, Account.Loading _ -> {}
      case Account.NotShown closed -> shown.add(closed.code());
      case Account.Loaded loaded -> {
        switch (part) {
          case LOANS -> shown.addAll(ofLoans(loaded.loans()));
          case CHARGES, HOLDS -> ofDetails(loaded.details(), part).ifPresent(shown::add);
        }
      }
    }
  }

  public static List<Code> ofLoans(List<LoanRow> loans) {
    return loans.stream()
        .map(LoanRow::renewing)
        .filter(LoanRow.RenewalState.NotRenewed.class::isInstance)
        .map(not -> ((LoanRow.RenewalState.NotRenewed) not).code())
        .toList();
  }

  public static Optional<Code> ofDetails(Details details, Screen.MyAccount.AccountPart part) {
    return switch (details) {
      case Details.NotAsked _, Details.DetailsLoading _ -> Optional.empty();
      case Details.DetailsNotShown closed -> Optional.of(closed.code());
      case Details.Known known ->
          part == Screen.MyAccount.AccountPart.HOLDS
              ? ofHolding(known.holding())
              : known.paying() instanceof Details.Paying.NotHere(boolean away)
                  ? Optional.of(Code.M14).filter(_ -> away && known.owed().isPresent())
                  : ofPaying(known.paying());
    };
  }

  /// Returns the result of a payment on the pages that follow the charges.
  private static Optional<Code> ofPayPage(FlowState state, Screen.Pay pay) {
    boolean told =
        pay.page() instanceof Screen.Pay.PayPage.Terminal
            || pay.page() instanceof Screen.Pay.PayPage.Others;
    return told
        ? state.session().map(Session::account).flatMap(ShownCodes::ofPaying)
        : Optional.empty();
  }

  private static Optional<Code> ofPaying(Account account) {
    return account instanceof Account.Loaded(_, _, _, _, Details.Known known)
        ? ofPaying(known.paying())
        : Optional.empty();
  }

  private static Optional<Code> ofHolding(Details.HoldWish holding) {
    return holding instanceof Details.HoldWish.NotDone not
        ? Optional.of(not.code())
        : Optional.empty();
  }

  /// Returns the problem of a payment; empty if it succeeded or was not requested.
  public static Optional<Code> ofPaying(Details.Paying paying) {
    return switch (paying) {
      case Details.Paying.NotHere _,
          Details.Paying.PayingNotBegun _,
          Details.Paying.AtTerminal _,
          Details.Paying.OtherShown _,
          Details.Paying.OtherAsked _,
          Details.Paying.OtherOwes _ ->
          Optional.empty();
      case Details.Paying.OtherNot(Code code) -> Optional.of(code);
      case Details.Paying.PayingEnded(PaymentOutcome.Paid _, _, _) -> Optional.empty();
      case Details.Paying.PayingEnded(PaymentOutcome.PaidToBeBooked _, _, _) ->
          Optional.of(Code.M21);
      case Details.Paying.PayingEnded(PaymentOutcome.NotKnown doubt, _, _) ->
          Optional.of(Code.ofDoubt(doubt));
      case Details.Paying.PayingEnded(PaymentOutcome.NotPaid(var why), _, _) ->
          Optional.of(Code.ofPayment(why));
    };
  }

  private static void drop(FlowState state, DropState drop, Set<Code> shown) {
    switch (drop) {
      case READY, OPEN, READING, PASSING, ANSWER ->
          state.sight().hint().map(DropSight.Hint::code).ifPresent(shown::add);
      case ASKING ->
          state
              .sight()
              .asking()
              .flatMap(DropSight.UnreadObjectPrompt::problem)
              .ifPresent(shown::add);
      case BLOCKED, SHUT, FULL -> DropStanding.code(drop, state).ifPresent(shown::add);
    }
  }
}
