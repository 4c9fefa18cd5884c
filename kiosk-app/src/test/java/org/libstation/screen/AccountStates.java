package org.libstation.screen;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.libstation.circulation.BlockReason;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Looks;
import org.libstation.circulation.Money;
import org.libstation.circulation.PartsTaken;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentOutcome.DoubtTreatment;
import org.libstation.circulation.PaymentStep;
import org.libstation.circulation.Refusal;
import org.libstation.fines.FineExplained;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.MyAccount.AccountPart;
import org.libstation.flow.state.Screen.Pay.PayPage;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// The account, its charges, holds and payments.
final class AccountStates {
  private AccountStates() {}

  /// Of the card itself, with nothing told of what is left.
  static Details.Paying.PayingEnded ended(PaymentOutcome outcome) {
    return new Details.Paying.PayingEnded(outcome, Optional.empty(), false);
  }

  static StationFacts noPayment() {
    List<DeviceLine> lines = new ArrayList<>(States.WELL.devices());
    lines.add(
        DeviceLine.plain(
                DeviceRole.PAYMENT,
                "payment",
                DeviceCondition.CONNECTING,
                "G82",
                "tcp:192.0.2.9:20007 cannot be reached")
            .withFinding(Optional.of("G82")));
    return States.WELL.withDevices(lines);
  }

  static FlowState withLoans(FlowState account, List<LoanRow> loans) {
    Session session = account.session().orElseThrow();
    Account.Loaded loaded = (Account.Loaded) session.account();
    return StateBuilder.like(account).during(session.withAccount(loaded.withLoans(loans))).build();
  }

  static Details known(PatronAccount account, Details.HoldWish holding, Details.Paying paying) {
    return new Details.Known(account, holding, paying, false, false, Details.PaymentChoice.WHOLE);
  }

  static FlowState account(StationFacts station, Account account) {
    return States.of(
        station,
        new Screen.MyAccount(Screen.MyAccount.AccountPart.LOANS, 0),
        States.session(Purpose.ACCOUNT, true).withAccount(account));
  }

  static void add(Map<String, FlowState> all) {
    all.put("account-loading", account(States.WELL, Account.Loading.begun()));
    all.put(
        "account",
        account(
            States.WELL,
            new Account.Loaded(
                List.of(
                    States.loan(3, 11, 20, new LoanRow.RenewalState.RenewalNotAsked()),
                    States.loan(0, 11, 27, new LoanRow.RenewalState.RenewalNotAsked()),
                    States.loan(1, 12, 1, new LoanRow.RenewalState.RenewalNotAsked()),
                    States.loan(2, 12, 5, new LoanRow.RenewalState.NotRenewed(Code.N12)),
                    States.loan(5, 12, 8, new LoanRow.RenewalState.RenewalGranted())),
                Optional.of(Money.of(1050, "HKD")),
                1,
                OptionalInt.of(2),
                new Details.NotAsked())));
    all.put(
        "account-one",
        account(
            States.WELL,
            new Account.Loaded(
                List.of(States.loan(0, 11, 27, new LoanRow.RenewalState.RenewalNotAsked())),
                Optional.of(Money.of(0, "HKD")),
                0,
                OptionalInt.of(0),
                new Details.NotAsked())));
    all.put("account-loading-long", account(States.WELL, new Account.Loading(23, 60)));
    detailed(all);
    all.put(
        "account-closed",
        account(
            States.SILENT,
            new Account.NotShown(
                Code.C31,
                List.of(
                    States.loan(
                        0, 11, 27, new LoanRow.RenewalState.RenewingQueued(States.WALL))))));
  }

  static void detailed(Map<String, FlowState> all) {
    Details.Paying here = new Details.Paying.PayingNotBegun();
    Details.HoldWish rest = new Details.HoldWish.HoldUntouched();
    PatronAccount owing =
        patronAccount(12650, Set.of(PatronBlock.CHARGE_DENIED, PatronBlock.EXCESSIVE_FINES));
    PatronAccount clear = patronAccount(0, Set.of());
    Payment payment = Payment.ofWhatIsOwed("20261124-1", Money.of(12650, "HKD"));
    Map<String, Details> charges = new LinkedHashMap<>();
    charges.put("charges", known(owing, rest, here));
    charges.put("charges-counter", known(owing, rest, new Details.Paying.NotHere(false)));
    charges.put(
        "charges-away",
        known(blocked(BlockReason.OWES_TOO_MUCH), rest, new Details.Paying.NotHere(true)));
    charges.put("charges-paid", known(clear, rest, ended(new PaymentOutcome.Paid(payment))));
    charges.put(
        "charges-later", known(owing, rest, ended(new PaymentOutcome.PaidToBeBooked(payment))));
    charges.put(
        "charges-unconfirmed",
        known(
            owing,
            rest,
            ended(
                new PaymentOutcome.NotPaid(PaymentOutcome.NonPaymentReason.EARLIER_PAYMENT_OPEN))));
    charges.put(
        "charges-declined",
        known(
            owing,
            rest,
            ended(new PaymentOutcome.NotPaid(PaymentOutcome.NonPaymentReason.DECLINED))));
    charges.put("charges-none", known(clear, rest, here));
    charges.put("charges-loading", new Details.DetailsLoading());
    charges.put("charges-closed", new Details.DetailsNotShown(Code.C31));
    for (BlockReason reason : BlockReason.values()) {
      charges.put(
          "charges-blocked-" + reason,
          known(blocked(reason), rest, new Details.Paying.NotHere(false)));
    }
    Details.Known chosen =
        new Details.Known(
            owing,
            rest,
            here,
            false,
            false,
            new Details.PaymentChoice(
                true, new PartsTaken(true, true, true), Set.of(1), Optional.empty()));
    charges.put("charges-chosen", chosen);
    charges.put("charges-amount", chosen.withChoice(chosen.choice().of(Money.of(5000, "HKD"))));
    charges.forEach((name, details) -> all.put(name, details(AccountPart.CHARGES, details)));
    terminal(all, chosen, known(clear, rest, here));
    all.put("charges-returned", chargedNow());
    Map<String, Details> holds = new LinkedHashMap<>();
    holds.put("holds", known(owing, rest, here));
    holds.put("holds-sure", known(owing, new Details.HoldWish.Confirming(1), here));
    holds.put(
        "holds-placed",
        known(
            owing, new Details.HoldWish.HoldQueued(States.TITLES.get(0), OptionalInt.of(3)), here));
    holds.put("holds-refused", known(owing, new Details.HoldWish.NotDone(Code.H11), here));
    holds.put(
        "holds-placing",
        known(owing, new Details.HoldWish.Placing(new ItemId("39999000001111")), here));
    holds.put("holds-givingup", known(owing, new Details.HoldWish.GivingUp(1), here));
    holds.put(
        "holds-givenup",
        known(clear, new Details.HoldWish.HoldGivenUp(States.TITLES.get(1)), here));
    holds.forEach((name, details) -> all.put(name, details(AccountPart.HOLDS, details)));
  }

  static void terminal(Map<String, FlowState> all, Details.Known owing, Details clear) {
    Money owed = Money.of(12650, "HKD");
    Payment payment = Payment.ofWhatIsOwed("20261124-1", Money.of(5000, "HKD"));
    PatronId card = new PatronId("20000000000009");
    FlowSettings.Pays bounds =
        new FlowSettings.Pays(
            true, owing.choice().parts(), Optional.of(Money.of(500, "HKD")), Optional.empty());
    all.put(
        "pay-amount", paying(owing, new PayPage.Amount("5000", owed, bounds, Optional.empty())));
    all.put(
        "pay-amount-wrong",
        paying(owing, new PayPage.Amount("", owed, bounds, Optional.of(Code.M18))));
    all.put(
        "pay-pin",
        paying(
            owing.withPaying(new Details.Paying.OtherShown(card)),
            new PayPage.OthersPin(3, Optional.empty())));
    all.put(
        "pay-pin-wrong",
        paying(
            owing.withPaying(new Details.Paying.OtherShown(card)),
            new PayPage.OthersPin(0, Optional.of(Code.C12))));
    Map<String, Details.Paying> pages = new LinkedHashMap<>();
    pages.put("pay-other-asked", new Details.Paying.OtherAsked(card, Optional.empty()));
    pages.put("pay-other", new Details.Paying.OtherOwes(card, Optional.empty(), owed));
    pages.put("pay-other-not", new Details.Paying.OtherNot(Code.M17));
    Details.Paying.AtTerminal at =
        new Details.Paying.AtTerminal(owed, owed, false, Optional.empty(), false);
    pages.put("pay-terminal", at);
    for (PaymentStep step : PaymentStep.values()) {
      pages.put("pay-terminal-" + step, at.at(step));
    }
    pages.put("pay-stopping", at.at(PaymentStep.PRESENT_CARD).stopped());
    pages.put(
        "pay-paid-left",
        new Details.Paying.PayingEnded(
            new PaymentOutcome.Paid(payment), Optional.of(Money.of(7650, "HKD")), false));
    pages.put(
        "pay-declined",
        ended(new PaymentOutcome.NotPaid(PaymentOutcome.NonPaymentReason.DECLINED)));
    FlowState away =
        paying(
            owing.withPaying(
                ended(
                    new PaymentOutcome.NotPaid(
                        PaymentOutcome.NonPaymentReason.TERMINAL_NOT_READY))),
            new PayPage.Terminal());
    all.put("pay-away", StateBuilder.like(away).at(noPayment()).build());
    pages.put("pay-doubt", ended(PaymentOutcome.NotKnown.of(payment, DoubtTreatment.WITH_STAFF)));
    pages.put(
        "pay-doubt-asked", ended(PaymentOutcome.NotKnown.of(payment, DoubtTreatment.ASKED_AGAIN)));
    pages.put(
        "pay-doubt-other",
        ended(
            new PaymentOutcome.NotKnown(
                payment, DoubtTreatment.TOOK_OTHER, Optional.of(Money.of(999, "HKD")))));
    pages.put(
        "pay-given-back",
        ended(new PaymentOutcome.NotPaid(PaymentOutcome.NonPaymentReason.GIVEN_BACK)));
    pages.forEach(
        (name, paying) ->
            all.put(
                name,
                paying(
                    owing.withPaying(paying),
                    name.startsWith("pay-other") ? new PayPage.Others() : new PayPage.Terminal())));
    Map<String, Details.Paying> ended = new LinkedHashMap<>();
    ended.put(
        "pay-paid",
        new Details.Paying.PayingEnded(
            new PaymentOutcome.Paid(payment), Optional.of(Money.of(0, "HKD")), false));
    ended.put(
        "pay-paid-others",
        new Details.Paying.PayingEnded(
            new PaymentOutcome.Paid(payment), Optional.of(Money.of(0, "HKD")), true));
    ended.put("pay-later", ended(new PaymentOutcome.PaidToBeBooked(payment)));
    ended.forEach(
        (name, paying) ->
            all.put(
                name, paying(((Details.Known) clear).withPaying(paying), new PayPage.Terminal())));
  }

  static FlowState paying(Details details, PayPage page) {
    return StateBuilder.like(details(AccountPart.CHARGES, details))
        .showing(new Screen.Pay(page))
        .build();
  }

  static FlowState details(AccountPart part, Details details) {
    Account.Loaded loaded =
        new Account.Loaded(
            List.of(States.loan(0, 11, 27, new LoanRow.RenewalState.RenewalNotAsked())),
            Optional.of(Money.of(12650, "HKD")),
            1,
            OptionalInt.of(1),
            details);
    return States.of(
        States.WELL,
        new Screen.MyAccount(part, 0),
        States.session(Purpose.ACCOUNT, true).withAccount(loaded));
  }

  static PatronAccount patronAccount(long owed, Set<PatronBlock> blocks) {
    List<ChargeLine> charges =
        owed == 0
            ? List.of()
            : List.of(
                charge(ChargeLine.ChargeReason.OVERDUE, 1050, Optional.of(States.TITLES.get(0))),
                charge(ChargeLine.ChargeReason.LOST, 11500, Optional.of(States.TITLES.get(1))),
                charge(ChargeLine.ChargeReason.CARD, 100, Optional.empty()));
    List<HoldLine> holds =
        owed == 0
            ? List.of()
            : List.of(
                new HoldLine(
                    Optional.of(new ItemId("39999000001111")),
                    States.TITLES.get(2),
                    true,
                    Optional.of(DueDate.of(LocalDateTime.of(2026, 12, 1, 23, 59))),
                    Optional.empty()),
                new HoldLine(
                    Optional.of(new ItemId("39999000002222")),
                    States.TITLES.get(3),
                    false,
                    Optional.empty(),
                    Optional.empty()));
    return new PatronAccount(look(owed, blocks, true), charges, holds, Set.of(), List.of());
  }

  static ChargeLine charge(ChargeLine.ChargeReason kind, long minor, Optional<String> title) {
    return new ChargeLine(
        Optional.of("c" + minor),
        kind,
        "",
        Optional.of(Money.of(minor, "HKD")),
        Optional.empty(),
        title);
  }

  /// A late book was returned in this visit, before the card was shown.
  static FlowState chargedNow() {
    ReturnRow row = States.returned(0, States.settled(Fines.NINE));
    Money sum = ((FineExplained.ByDays) Fines.NINE).sum();
    ChargeLine fine =
        new ChargeLine(
            Optional.empty(),
            ChargeLine.ChargeReason.OVERDUE,
            "",
            Optional.of(sum),
            row.item(),
            row.title());
    PatronAccount account =
        new PatronAccount(
            look(sum.minor(), Set.of(), true), List.of(fine), List.of(), Set.of(), List.of());
    FlowState state =
        details(
            AccountPart.CHARGES,
            known(
                account, new Details.HoldWish.HoldUntouched(), new Details.Paying.NotHere(false)));
    return StateBuilder.like(state)
        .during(state.session().orElseThrow().withReturns(List.of(row)))
        .build();
  }

  /// An account that is blocked for this one reason.
  static PatronAccount blocked(BlockReason reason) {
    Set<PatronBlock> flags =
        switch (reason) {
          case CARD_NOT_KNOWN -> Set.of();
          case CARD_LOST -> Set.of(PatronBlock.CARD_LOST);
          case OWES_TOO_MUCH -> Set.of(PatronBlock.EXCESSIVE_FEES);
          case BILLED -> Set.of(PatronBlock.TOO_MANY_BILLED);
          case OVERDUE_ITEMS -> Set.of(PatronBlock.TOO_MANY_OVERDUE);
          case RECALL_OVERDUE -> Set.of(PatronBlock.RECALL_OVERDUE);
          case LOST_ITEMS -> Set.of(PatronBlock.TOO_MANY_LOST);
          case CLAIMS_RETURNED -> Set.of(PatronBlock.TOO_MANY_CLAIMS_RETURNED);
          case ASK_STAFF, CARD_EXPIRED -> Set.of(PatronBlock.CHARGE_DENIED);
          case LIMIT_REACHED -> Set.of(PatronBlock.TOO_MANY_CHARGED);
          case TOO_MANY_RENEWALS -> Set.of(PatronBlock.TOO_MANY_RENEWALS);
          case NO_RENEWALS -> Set.of(PatronBlock.RENEWAL_DENIED);
          case NO_HOLDS -> Set.of(PatronBlock.HOLD_DENIED);
          case NO_RECALLS -> Set.of(PatronBlock.RECALL_DENIED);
        };
    PatronLook look = look(12650, flags, reason != BlockReason.CARD_NOT_KNOWN);
    return new PatronAccount(
        look,
        patronAccount(12650, flags).charges(),
        List.of(),
        reason == BlockReason.CARD_EXPIRED ? Set.of(Refusal.RefusalReason.CARD_EXPIRED) : Set.of(),
        List.of());
  }

  static PatronLook look(long owed, Set<PatronBlock> blocks, boolean known) {
    return Looks.patron(new PatronId("29999000006788"))
        .with(
            c ->
                c.known(known)
                    .pinRight(true)
                    .blocks(blocks)
                    .chargedCount(1)
                    .overdueCount(0)
                    .chargedLimit(10)
                    .holdsReady(known ? 1 : 0)
                    .owed(Money.of(owed, "HKD")));
  }
}
