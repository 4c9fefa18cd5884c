package org.libstation.station.driven;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.DropSight;
import org.libstation.flow.state.DropStanding;
import org.libstation.flow.state.DropState;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.Opening;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.flow.state.SetupBoard;
import org.libstation.flow.state.ShownCodes;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.TagCheck;

/// Renders the station's state as lines of words, such as `screen borrow` or `row 31234000012342
/// lent -`. Scenarios compare these lines. They contain no card number and no title.
public final class StateLines {
  private StateLines() {}

  /// All lines of a state.
  public static List<String> of(FlowState state) {
    List<String> lines = new ArrayList<>();
    lines.add("screen " + name(state.screen()));
    lines.add("language " + state.language().tag());
    lines.add("speech " + (state.access().aloud().on() ? "on" : "off"));
    lines.add("link " + state.station().link().name().toLowerCase(Locale.ROOT));
    Opening.Times library = state.station().opening().library();
    if (library.known()) {
      lines.add("library " + (library.openAt(state.now().corrected()) ? "open" : "closed"));
    }
    state.station().devices().forEach(device -> lines.add(line(device)));
    state.station().binPercent().ifPresent(percent -> lines.add("bin " + percent));
    // The pad's tags are unknown until the reader has listed them once.
    lines.add("tags " + (state.padListed() ? state.pad().size() : "unknown"));
    ShownCodes.ofScreen(state.screen()).ifPresent(code -> lines.add("code " + code));
    if (state.screen() instanceof Screen.BookDropScreen(DropState drop, _)) {
      DropStanding.code(drop, state).ifPresent(code -> lines.add("code " + code));
    }
    state.overlay().ifPresent(overlay -> lines.add("overlay " + name(overlay)));
    if (isEnding(state.screen()) && state.cardLying()) {
      lines.add("code " + Code.C26);
    }
    if (state.screen() instanceof Screen.Tray tray) {
      tray.checks().forEach(check -> lines.add(line(check)));
    }
    if (state.screen() instanceof Screen.Service(ServicePage.Setup(SetupBoard board), _)) {
      lines.add(line(board));
    }
    state.session().ifPresent(session -> sessionLines(session, lines));
    state.drops().forEach(row -> lines.add(line(row)));
    state.sight().hint().ifPresent(hint -> lines.add("code " + hint.code()));
    state
        .sight()
        .asking()
        .flatMap(DropSight.UnreadObjectPrompt::problem)
        .ifPresent(c -> lines.add("code " + c));
    state.leftBehind().forEach(tag -> lines.add("left " + tag.uid()));
    return List.copyOf(lines);
  }

  /// Omits typed values, because one may be a PIN.
  private static String line(SetupBoard board) {
    return "setup "
        + switch (board.view()) {
          case SetupBoard.View.Groups(var done) ->
              board.sheet().isEmpty()
                  ? "reading"
                  : done.map(it -> "groups " + it.result().name().toLowerCase(Locale.ROOT))
                      .orElse("groups");
          case SetupBoard.View.SetupGroupView(String id) -> "group " + id;
          case SetupBoard.View.SetupEntryView(String group, int number) ->
              "entry " + group + "." + (number + 1);
          case SetupBoard.View.SetupFieldView field -> "field " + field.key();
          case SetupBoard.View.PortsView _ -> "ports";
          case SetupBoard.View.Trying _ -> "trying";
          case SetupBoard.View.SetupDifferenceView(SetupAnswer.SetupTried tried) ->
              tried.refused().isPresent() ? "refused" : "difference";
          case SetupBoard.View.SetupWritingView _ -> "writing";
        };
  }

  private static void sessionLines(Session session, List<String> lines) {
    session.notice().ifPresent(code -> lines.add("code " + code));
    session.borrows().forEach(row -> lines.add(line(row)));
    session.returns().forEach(row -> lines.add(line(row)));
    if (session.account() instanceof Account.Loaded loaded) {
      loaded.loans().forEach(row -> lines.add(line(row)));
      details(loaded.details(), lines);
    }
  }

  /// Adds the sum owed (`owed 12.50 HKD`), one line for each hold, and the code shown last.
  /// Messages may be personal, so they are only counted.
  private static void details(Details details, List<String> lines) {
    switch (details) {
      case Details.NotAsked _ -> {}
      case Details.DetailsLoading _ -> lines.add("account loading");
      case Details.DetailsNotShown(Code code) -> lines.add("code " + code);
      case Details.Known known -> {
        known
            .account()
            .look()
            .owed()
            .ifPresent(
                sum -> lines.add("owed " + sum.decimal() + " " + sum.currency().getCurrencyCode()));
        lines.add("charges " + known.account().charges().size());
        known.account().blocked().forEach(reason -> lines.add("blocked " + reason));
        lines.add("messages " + known.account().messages().size());
        known
            .account()
            .holds()
            .forEach(hold -> lines.add(row(hold.item(), hold.ready() ? "ready" : "waiting", "-")));
        if (known.holding() instanceof Details.HoldWish.NotDone(Code code)) {
          lines.add("code " + code);
        }
        if (known.paying() instanceof Details.Paying.NotHere) {
          ShownCodes.ofDetails(known, Screen.MyAccount.AccountPart.CHARGES)
              .ifPresent(code -> lines.add("code " + code));
        }
        paying(known.paying()).ifPresent(lines::add);
      }
    }
  }

  private static Optional<String> paying(Details.Paying paying) {
    return switch (paying) {
      case Details.Paying.NotHere _,
          Details.Paying.PayingNotBegun _,
          Details.Paying.OtherShown _,
          Details.Paying.OtherAsked _ ->
          Optional.empty();
      case Details.Paying.OtherOwes _ -> Optional.of("payment other-owes");
      case Details.Paying.OtherNot(Code code) -> Optional.of("code " + code);
      case Details.Paying.AtTerminal _ -> Optional.of("payment at-terminal");
      case Details.Paying.PayingEnded(PaymentOutcome.Paid _, _, _) -> Optional.of("payment paid");
      case Details.Paying.PayingEnded _ -> ShownCodes.ofPaying(paying).map(code -> "code " + code);
    };
  }

  /// Whether this screen reminds the patron of a card lying on the tray.
  private static boolean isEnding(Screen screen) {
    return screen instanceof Screen.Welcome
        || screen instanceof Screen.ReceiptChoice
        || screen instanceof Screen.Printing
        || screen instanceof Screen.Done;
  }

  /// The word for a screen, as used in the `screen` line.
  public static String name(Screen screen) {
    return switch (screen) {
      case Screen.Identify identify ->
          switch (identify.step()) {
            case Screen.Identify.IdentifyStep.AskCard _ -> "card";
            case Screen.Identify.IdentifyStep.AskPin _ -> "pin";
            case Screen.Identify.IdentifyStep.Checking _ -> "checking";
            case Screen.Identify.IdentifyStep.Problem _ -> "card-problem";
          };
      case Screen.MyAccount _ -> "account";
      case Screen.Pay _ -> "pay";
      case Screen.ReceiptChoice _ -> "receipt";
      case Screen.BookDropScreen drop -> "drop-" + drop.state().name().toLowerCase(Locale.ROOT);
      case Screen.Service service ->
          switch (service.page()) {
            case ServicePage.Checks _ -> "checks";
            case ServicePage.HealthPage _ -> "health";
            case ServicePage.CashUpPage _ -> "cash-up";
            case ServicePage.Setup _ -> "setup";
          };
      case Screen.Idle _, Screen.Visit _, Screen.Leaving _, Screen.Staff _ -> word(screen);
    };
  }

  /// Makes a word of a record's class name: `OutOfService` becomes `out-of-service`.
  private static String word(Screen screen) {
    return screen
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=.)([A-Z])", "-$1")
        .toLowerCase(Locale.ROOT);
  }

  private static String name(Overlay overlay) {
    return switch (overlay) {
      case Overlay.IdleWarning _ -> "idle";
      case Overlay.ConfirmLeave _ -> "leave";
      case Overlay.Help _ -> "help";
      case Overlay.Privacy _ -> "privacy";
      case Overlay.Dark _ -> "dark";
    };
  }

  private static String line(DeviceLine device) {
    return "device "
        + device.name()
        + " "
        + device.condition().name().toLowerCase(Locale.ROOT).replace('_', '-')
        + " "
        + (device.code().isEmpty() ? "-" : device.code())
        + " "
        + device.reason();
  }

  private static String line(BorrowRow row) {
    return switch (row.state()) {
      case BorrowRow.BorrowRowState.Recognised _ -> row(row.item(), "recognised", "-");
      case BorrowRow.BorrowRowState.Asking _ -> row(row.item(), "asking", "-");
      case BorrowRow.BorrowRowState.Clearing _ -> row(row.item(), "clearing", "-");
      case BorrowRow.BorrowRowState.Releasing _ -> row(row.item(), "releasing", "-");
      case BorrowRow.BorrowRowState.Borrowed borrowed ->
          row(row.item(), borrowed.loan().confirmed() ? "lent" : "to-be-confirmed", "-");
      case BorrowRow.BorrowRowState.AlreadyBorrowed _ -> row(row.item(), "already-yours", "-");
      case BorrowRow.BorrowRowState.BorrowRefused refused ->
          row(row.item(), "refused", refused.code().toString());
      case BorrowRow.BorrowRowState.PlaceAgain again ->
          row(row.item(), "place-again", again.code().toString());
      case BorrowRow.BorrowRowState.ToStaff toStaff ->
          row(row.item(), "to-staff", toStaff.code().toString());
      case BorrowRow.BorrowRowState.NotRecognised not ->
          unknown(not.lastFour(), not.code().toString());
      case BorrowRow.BorrowRowState.SetIncomplete _ ->
          row(row.item(), "set-incomplete", Code.T25.toString());
    };
  }

  private static String line(ReturnRow row) {
    if (row.counted() && row.arming() == ReturnRow.Arming.UNDER_WAY) {
      return row(row.item(), "arming", "-");
    }
    return switch (row.state()) {
      case ReturnRow.ReturnRowState.ReturnWriting _ -> row(row.item(), "writing", "-");
      case ReturnRow.ReturnRowState.ReturnTaken _ -> row(row.item(), "taken", "-");
      case ReturnRow.ReturnRowState.Settled _ -> row(row.item(), "returned", "-");
      case ReturnRow.ReturnRowState.ReturnRowRecorded _ -> row(row.item(), "recorded", "-");
      case ReturnRow.ReturnRowState.WithStaff staff ->
          row(row.item(), "with-staff", staff.code().toString());
      case ReturnRow.ReturnRowState.NotRecognised not ->
          unknown(not.lastFour(), not.code().toString());
    };
  }

  private static String line(TagCheck check) {
    String state =
        switch (check.repair()) {
          case UNDER_WAY -> "setting";
          case FAILED -> "bit-not-set";
          case DONE -> "bit-set";
          case NOT_ASKED ->
              switch (check.verdict()) {
                case ASKING -> "checking";
                case RIGHT -> "bit-right";
                case WRONG -> "bit-wrong";
                case NOT_OURS -> "bit-not-ours";
                case NOT_KNOWN -> "bit-not-known";
                case UNREADABLE -> "bit-unreadable";
              };
        };
    return row(Optional.of(check.item()), state, "-");
  }

  private static String line(LoanRow row) {
    return switch (row.renewing()) {
      case LoanRow.RenewalState.RenewalNotAsked _ -> row(Optional.of(row.item()), "loan", "-");
      case LoanRow.RenewalState.RenewalPending _ -> row(Optional.of(row.item()), "renewing", "-");
      case LoanRow.RenewalState.RenewalGranted _ -> row(Optional.of(row.item()), "renewed", "-");
      case LoanRow.RenewalState.NotRenewed not ->
          row(Optional.of(row.item()), "not-renewed", not.code().toString());
      case LoanRow.RenewalState.RenewingQueued _ -> row(Optional.of(row.item()), "asked", "-");
    };
  }

  private static String row(Optional<ItemId> item, String state, String code) {
    return "row " + item.map(ItemId::value).orElse("?") + " " + state + " " + code;
  }

  private static String unknown(String lastFour, String code) {
    return "row " + (lastFour.isEmpty() ? "?" : lastFour) + " not-recognised " + code;
  }
}
