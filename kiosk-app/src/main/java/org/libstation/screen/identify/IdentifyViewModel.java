package org.libstation.screen.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.Head;
import org.libstation.screen.kit.widget.ListModel;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.StageModel;
import org.libstation.screen.kit.words.SiteWords.CardPlace;
import org.libstation.screen.kit.words.Voice;

/// Content of the screen that identifies a patron.
public final class IdentifyViewModel extends StageModel {
  public final ModelValue<Head> head = new ModelValue<>(Head.of("", ""));
  public final ModelValue<List<NoticeBar.NoticeBarWords>> notices = new ModelValue<>(List.of());
  public final ModelValue<IdentifyPrompt> asked = new ModelValue<>(new IdentifyPrompt.NoPrompt());

  public IdentifyViewModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// What the patron must do to borrow again. All but [#OTHER] have special words, because those of
  /// the code speak of an item, and none was laid down.
  private enum BorrowingBlock {
    OWES,
    TO_GIVE_BACK,
    OTHER;

    static BorrowingBlock of(Code code) {
      return code == Code.B33 ? OWES : code == Code.B31 || code == Code.B34 ? TO_GIVE_BACK : OTHER;
    }
  }

  /// What the patron is asked for.
  public sealed interface IdentifyPrompt {
    /// Asks for a card.
    record CardPrompt(CardPlace place) implements IdentifyPrompt {}

    /// @param digits number of typed digits
    record PinPrompt(int digits) implements IdentifyPrompt {}

    /// Waits while a card is checked.
    ///
    /// @param stays whether the card stays in its place
    record Waiting(CardPlace place, boolean stays) implements IdentifyPrompt {}

    /// Asks for nothing.
    record NoPrompt() implements IdentifyPrompt {}
  }

  @Override
  public void show(FlowState state) {
    if (!(state.screen() instanceof Screen.Identify identify)) {
      return;
    }
    boolean account =
        state.session().filter(s -> s.purpose() == Session.Purpose.ACCOUNT).isPresent();
    List<String> steps =
        account
            ? List.of("step.card", "step.account")
            : List.of("step.card", "step.place", "step.done");
    session(state, steps, 0, false);
    idleLeft.set(ListModel.idleLeft(state, voice.idle()));
    boolean reader = state.station().configured(DeviceRole.CARD_READER);
    List<NoticeBar.NoticeBarWords> said = new ArrayList<>();
    Say.silent(voice, state, account ? "account" : "borrow").ifPresent(said::add);
    switch (identify.step()) {
      case IdentifyStep.AskCard card -> askCard(card.problem(), reader, said);
      case IdentifyStep.AskPin pin -> {
        pin.problem().ifPresent(code -> said.addFirst(wrongPin(code, state)));
        askPin(pin);
      }
      case IdentifyStep.Checking _ -> {
        head.set(
            Head.of(
                say("identify.checking.head"),
                say(stays() ? "identify.checking.stays" : "identify.checking.line")));
        asked.set(new IdentifyPrompt.Waiting(voice.site().desk().cards(reader), stays()));
        actions.set(List.of());
      }
      case IdentifyStep.Problem problem -> problem(problem, state, said);
    }
    notices.set(List.copyOf(said));
  }

  private void askCard(
      Optional<Code> problem, boolean reader, List<NoticeBar.NoticeBarWords> said) {
    problem.ifPresent(code -> said.add(notice(Ink.ASK, Icon.WARNING, code)));
    CardPlace place = voice.site().desk().cards(reader);
    head.set(
        Head.of(
            say(
                stays()
                    ? "identify.card.stays.head"
                    : place == CardPlace.SCANNER
                        ? "identify.card.scanner.head"
                        : "identify.card.head"),
            switch (place) {
              case READER -> voice.sided(stays() ? "identify.card.stays" : "identify.card.reader");
              case SCANNER -> voice.sided("identify.card.scanner");
              case TRAY -> say("identify.card.stays.tray");
            }));
    asked.set(new IdentifyPrompt.CardPrompt(place));
    actions.set(List.of(plain("identify.return", Icon.RETURN, new Key.StartReturn())));
  }

  private boolean stays() {
    return voice.site().desk().cardStays();
  }

  /// Says how many tries this station still allows; it does not know the limit of the library
  /// system.
  private NoticeBar.NoticeBarWords wrongPin(Code code, FlowState state) {
    NoticeBar.NoticeBarWords plain = notice(Ink.STOP, Icon.MINUS, code);
    int left = FlowSettings.PIN_TRIES - state.session().map(Session::wrongPins).orElse(0);
    return new NoticeBar.NoticeBarWords(
        plain.ink(),
        plain.icon(),
        plain.head(),
        Optional.of(voice.count("identify.pin.left", left)),
        plain.aside());
  }

  private void askPin(IdentifyStep.AskPin pin) {
    head.set(
        Head.of(
            say("identify.pin.head"), say(stays() ? "identify.pin.stays" : "identify.pin.line")));
    asked.set(new IdentifyPrompt.PinPrompt(pin.digits()));
    actions.set(List.of());
  }

  /// Offers what a card that may not borrow can do, the most likely wish first.
  private void problem(
      IdentifyStep.Problem problem, FlowState state, List<NoticeBar.NoticeBarWords> said) {
    Code code = problem.code();
    asked.set(new IdentifyPrompt.NoPrompt());
    if (!problem.accountPossible()) {
      head.set(Head.of(Say.what(voice, code), Say.wayOut(voice, code)));
      actions.set(List.of(primary("key.leave", new Key.Leave())));
      return;
    }
    String which =
        BorrowingBlock.of(code) == BorrowingBlock.OTHER ? "code." + code : "blocked." + code;
    head.set(Head.of(say(which + ".what"), say(which + ".do")));
    if (state.session().flatMap(Session::notice).filter(code::equals).isPresent()) {
      said.add(
          NoticeBar.NoticeBarWords.of(
              Ink.ASK, Icon.RETURN, say("blocked.laid.head"), say("blocked.laid.line")));
    }
    actions.set(blocked(code));
  }

  private List<ActionKey> blocked(Code code) {
    return switch (BorrowingBlock.of(code)) {
      case OWES ->
          List.of(
              plain("blocked.return", new Key.StartReturn()),
              plain("blocked.renew", new Key.StartAccount()),
              primary("blocked.pay", new Key.ShowCharges()));
      case TO_GIVE_BACK ->
          List.of(
              plain("blocked.renew", Icon.ACCOUNT, new Key.StartAccount()),
              primary("blocked.return", Icon.RETURN, new Key.StartReturn()));
      case OTHER ->
          List.of(
              plain("blocked.return", Icon.RETURN, new Key.StartReturn()),
              primary("identify.account", Icon.ACCOUNT, new Key.StartAccount()));
    };
  }

  /// Returns the code of a problem, for the card that shows it large.
  public Optional<String> code(FlowState state) {
    return state.screen() instanceof Screen.Identify(IdentifyStep.Problem problem)
        ? Optional.of(problem.code().name())
        : Optional.empty();
  }
}
