package org.libstation.screen.pay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentRequest;
import org.libstation.circulation.PaymentStep;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details.Known;
import org.libstation.flow.state.Details.Paying;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Pay.PayPage;
import org.libstation.flow.state.Session;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.TypingLayout;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.Head;
import org.libstation.screen.kit.widget.ListModel;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.StageModel;
import org.libstation.screen.kit.words.SiteWords.TerminalPlace;
import org.libstation.screen.kit.words.Voice;

/// Content of the pages of paying.
public final class PayViewModel extends StageModel {
  public final ModelValue<Shown> told =
      new ModelValue<>(
          new Shown(Head.of("", ""), Optional.empty(), new PayStage.NoStage(), Optional.empty()));

  public PayViewModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// @param sum a sum in large type; empty = none
  public record Shown(
      Head head, Optional<String> sum, PayStage stage, Optional<NoticeBar.NoticeBarWords> notice) {}

  /// What the stage shows.
  public sealed interface PayStage {
    /// @param written the typed amount as a sum
    /// @param digits number of typed digits
    record AmountStage(String written, int digits) implements PayStage {}

    /// Asks for a PIN.
    record PinStage(int digits) implements PayStage {}

    /// Points to the payment terminal.
    record TerminalStage(TerminalPlace place) implements PayStage {}

    /// The payment succeeded.
    record PaidStage() implements PayStage {}

    /// Shows no picture and no keypad.
    record NoStage() implements PayStage {}
  }

  @Override
  public void show(FlowState state) {
    if (!(state.screen() instanceof Screen.Pay pay)) {
      return;
    }
    session(state, List.of("step.card", "step.account"), 1, false);
    idleLeft.set(ListModel.idleLeft(state, voice.idle()));
    switch (pay.page()) {
      case PayPage.Amount amount -> amount(amount);
      case PayPage.OthersPin(int digits, var problem) -> {
        told.set(
            new Shown(
                head("pay.pin"),
                Optional.empty(),
                new PayStage.PinStage(digits),
                problem.map(code -> notice(Ink.STOP, Icon.MINUS, code))));
        actions.set(below());
      }
      case PayPage.Others _, PayPage.Terminal _ ->
          known(state).ifPresent(known -> paying(state, known));
    }
  }

  private static Optional<Known> known(FlowState state) {
    return state.session().map(Session::account).orElse(new Account.NotLoaded())
            instanceof Account.Loaded(_, _, _, _, Known known)
        ? Optional.of(known)
        : Optional.empty();
  }

  private String money(Money sum) {
    return voice.words().money(sum);
  }

  /// Returns the key back from typing; it stands beside field or digits if there is no row below
  /// them.
  ActionKey back() {
    return plain("entry.back", new Key.ShowCharges());
  }

  private List<ActionKey> below() {
    return look.layouts().typing().back() == TypingLayout.BackKeyPlace.WITH_ACTIONS
        ? List.of(back())
        : List.of();
  }

  private void amount(PayPage.Amount amount) {
    Money least = amount.bounds().least().orElse(new Money(1, amount.owed().currency()));
    Money most =
        amount
            .bounds()
            .most()
            .filter(sum -> sum.minor() < amount.owed().minor())
            .orElse(amount.owed());
    String bounds = say("pay.amount.line", money(least), money(most));
    String oldest = amount.bounds().parts().oldestFirst() ? ' ' + say("pay.amount.oldest") : "";
    told.set(
        new Shown(
            Head.of(say("pay.amount.head"), amount.problem().isEmpty() ? bounds + oldest : ""),
            Optional.empty(),
            new PayStage.AmountStage(money(amount.sum()), amount.typed().length()),
            amount.problem().map(code -> notice(Ink.ASK, Icon.WARNING, code).saying(bounds))));
    actions.set(below());
  }

  private void paying(FlowState state, Known known) {
    switch (known.paying()) {
      case Paying.NotHere _, Paying.PayingNotBegun _, Paying.OtherShown _ ->
          actions.set(List.of(back()));
      case Paying.OtherAsked _ -> {
        tell(head("pay.other.asked"), Optional.empty(), Optional.empty());
        actions.set(List.of());
      }
      case Paying.OtherOwes owes -> {
        tell(head("pay.other"), Optional.of(money(owes.sum())), Optional.empty());
        actions.set(
            List.of(
                back(), ActionKey.primary(say("pay.other.do"), Icon.CARD, false, new Key.Pay())));
      }
      case Paying.OtherNot(Code code) -> {
        tell(
            Head.of(say("pay.other.not"), ""),
            Optional.empty(),
            Optional.of(notice(Ink.ASK, Icon.WARNING, code)));
        actions.set(List.of(primary("entry.back", new Key.ShowCharges())));
      }
      case Paying.AtTerminal at -> terminal(state, at);
      case Paying.PayingEnded ended -> ended(state, known, ended);
    }
  }

  private void tell(Head head, Optional<String> sum, Optional<NoticeBar.NoticeBarWords> notice) {
    told.set(new Shown(head, sum, new PayStage.NoStage(), notice));
  }

  private void terminal(FlowState state, Paying.AtTerminal at) {
    Optional<PaymentStep> step = at.step();
    String which =
        at.stopping() ? "pay.stopping" : step.map(each -> "pay.step." + each).orElse("pay.step");
    told.set(
        new Shown(
            Head.of(
                say(which),
                voice.site().desk().terminal() == TerminalPlace.BELOW
                    ? say("pay.place.below")
                    : say(
                        voice.site().desk().terminal() == TerminalPlace.LEFT
                            ? "pay.place.left"
                            : "pay.place.right")),
            Optional.of(money(at.sum())),
            new PayStage.TerminalStage(voice.site().desk().terminal()),
            warned(state)));
    actions.set(
        at.stopping() || !step.map(PayViewModel::maybeStopped).orElse(true)
            ? List.of()
            : List.of(plain("pay.stop", new Key.StopPaying())));
  }

  /// Whether the payment can be stopped: the terminal waits for the patron, not for the bank.
  private static boolean maybeStopped(PaymentStep step) {
    return switch (step) {
      case PRESENT_CARD, PRESENT_AGAIN, CONFIRM, ENTER_PIN, WRONG_PIN -> true;
      case WAIT, REMOVE_CARD, DECLINED -> false;
    };
  }

  private void ended(FlowState state, Known known, Paying.PayingEnded ended) {
    switch (ended.outcome()) {
      case PaymentOutcome.Paid(var payment) -> {
        Optional<Money> left = ended.left();
        boolean more = left.filter(sum -> sum.minor() > 0).isPresent();
        String line =
            ended.others()
                ? say("pay.paid.others")
                : known.refreshing()
                    ? say("row.asking")
                    : more ? say("pay.paid.left", money(left.get())) : say("pay.paid.nothing");
        told.set(
            new Shown(
                Head.of(say("pay.paid.head", money(payment.amount())), line),
                Optional.empty(),
                new PayStage.PaidStage(),
                Optional.empty()));
        goOn(state, known, more || ended.others());
      }
      case PaymentOutcome.PaidToBeBooked(var payment) -> {
        tell(
            Head.of(
                say("pay.paid.unconfirmed", money(payment.amount())),
                ended.others() ? say("pay.paid.others") : ""),
            Optional.empty(),
            Optional.of(notice(Ink.WAIT, Icon.CLOCK, Code.M21)));
        goOn(state, known, false);
      }
      case PaymentOutcome.NotPaid(var why) -> {
        Code code = Code.ofPayment(why);
        tell(
            Head.of(say("pay.not"), ""),
            Optional.empty(),
            Optional.of(notice(Ink.ASK, Icon.WARNING, code)));
        List<ActionKey> keys = new ArrayList<>(List.of(back()));
        if (!known.working()) {
          keys.add(
              ended.mayTry()
                      && why != PaymentOutcome.NonPaymentReason.TERMINAL_NOT_READY
                      && !ended.others()
                      && !state.station().terminalAway()
                      && known.wish().isPresent()
                  ? ActionKey.primary(again(known.wish().get()), Icon.CARD, false, new Key.Pay())
                  : primary("key.done", new Key.Confirm()));
        }
        actions.set(List.copyOf(keys));
      }
      case PaymentOutcome.NotKnown doubt -> {
        NoticeBar.NoticeBarWords told = notice(Ink.STOP, Icon.WARNING, Code.ofDoubt(doubt));
        tell(
            Head.of(say("pay.doubt"), ""),
            Optional.empty(),
            doubt
                .took()
                .map(took -> say("pay.took", money(took), money(doubt.payment().amount())))
                .map(told::saying)
                .or(() -> Optional.of(told)));
        actions.set(List.of(primary("key.done", new Key.Confirm())));
      }
    }
  }

  /// On a small panel, the largest Chinese letters leave no room for a sum on the key.
  private String again(PaymentRequest wish) {
    boolean alone =
        look.step() == Access.MOST_TEXT_STEPS
            && look.language().script() == Language.Script.HAN
            && !look.layouts().account().charges().sumOnKey();
    return alone ? say("pay.again.alone") : say("pay.again", money(wish.amount()));
  }

  /// Offers the next acts; a card that may borrow can go on to borrow.
  private void goOn(FlowState state, Known known, boolean charges) {
    if (known.working()) {
      actions.set(List.of());
      return;
    }
    boolean borrows =
        state.station().lends()
            && state
                .session()
                .flatMap(Session::card)
                .flatMap(Session.SessionCard::look)
                .filter(PatronLook::mayBorrow)
                .isPresent();
    List<ActionKey> keys = new ArrayList<>();
    if (charges) {
      keys.add(plain("pay.charges", new Key.ShowCharges()));
    }
    if (borrows) {
      // In larger text a small panel has no room for a third key; leaving is possible in the bar.
      boolean narrow = look.step() >= look.layouts().account().charges().shortFrom();
      if (!charges || !narrow) {
        keys.add(plain("key.done", new Key.Confirm()));
      }
      keys.add(primary(narrow ? "tile.borrow" : "pay.borrow", Icon.BORROW, new Key.StartBorrow()));
    } else {
      keys.add(primary("key.done", new Key.Confirm()));
    }
    actions.set(List.copyOf(keys));
  }
}
