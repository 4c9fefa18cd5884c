package org.libstation.flow.visit;

import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Identify;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.Session.SessionCard;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Pad;
import org.libstation.flow.turn.Turn;

/// Leads from one purpose of a visit to the next.
final class PurposeFlow {
  private PurposeFlow() {}

  /// Goes to a purpose within the visit. First asks for what the purpose needs, such as a card or
  /// PIN.
  static void go(Turn turn, Purpose purpose) {
    turn.change(open -> open.withPurpose(purpose).withLeaving(false));
    switch (purpose) {
      case RETURN -> ReturnFlow.open(turn);
      case BORROW, ACCOUNT -> {
        Optional<SessionCard> card = turn.session.flatMap(Session::card);
        if (!turn.station.lends()) {
          turn.notice(turn.station.whyNotLending());
        } else if (card.isEmpty()) {
          turn.show(new Identify(new IdentifyStep.AskCard(Optional.empty())));
        } else if (CardAsked.pinNeeded(turn) && card.get().pin().isEmpty()) {
          CardAsked.askPin(turn);
        } else if (purpose == Purpose.ACCOUNT) {
          account(turn);
        } else {
          borrow(turn, card.get());
        }
      }
    }
  }

  private static void borrow(Turn turn, SessionCard card) {
    Optional<Code> block =
        card.look()
            .filter(look -> !look.mayBorrow())
            .filter(look -> !turn.station.suspension().lifts(look))
            .map(look -> block(turn.station.suspension().left(look), look.reasons()));
    if (block.isPresent()) {
      turn.show(new Identify(new IdentifyStep.Problem(block.get(), true)));
      turn.beep(Sound.NOT_POSSIBLE);
      boolean laid =
          turn.pad.stream()
              .anyMatch(
                  tag ->
                      tag.use() == PadTag.Use.FRESH && tag.reading() instanceof TagReading.ItemTag);
      if (laid) {
        turn.change(open -> open.withNotice(block));
      }
    } else {
      turn.show(new Screen.Borrow(Screen.Hands.PLACE_ITEMS));
      BorrowFlow.takeFresh(turn);
      Pad.tell(turn);
    }
  }

  private static void account(Turn turn) {
    turn.show(new Screen.MyAccount(Screen.MyAccount.AccountPart.LOANS, 0));
    boolean toLoad =
        turn.session
            .map(Session::account)
            .filter(
                account ->
                    account instanceof Account.NotLoaded
                        || (account instanceof Account.NotShown closed && closed.asked().isEmpty()))
            .isPresent();
    if (toLoad) {
      turn.change(open -> open.withAccount(Account.Loading.begun()));
      turn.session.ifPresent(
          open ->
              open.card()
                  .ifPresent(
                      card ->
                          turn.effect(
                              new Effect.LoadLoans(open.number(), card.patron(), card.pin()))));
    }
  }

  /// Returns why a known card may not borrow.
  ///
  /// @param blocks the blocks that count today
  /// @param told reasons found in the central system's texts
  private static Code block(Set<PatronBlock> blocks, Set<RefusalReason> told) {
    if (told.contains(RefusalReason.CARD_LOST)) {
      return Code.C14;
    }
    if (told.contains(RefusalReason.CARD_EXPIRED)) {
      return Code.C15;
    }
    if (blocks.contains(PatronBlock.TOO_MANY_CHARGED)) {
      return Code.B31;
    }
    if (blocks.contains(PatronBlock.EXCESSIVE_FINES)
        || blocks.contains(PatronBlock.EXCESSIVE_FEES)) {
      return Code.B33;
    }
    if (blocks.contains(PatronBlock.TOO_MANY_OVERDUE)
        || blocks.contains(PatronBlock.RECALL_OVERDUE)) {
      return Code.B34;
    }
    return Code.C16;
  }
}
