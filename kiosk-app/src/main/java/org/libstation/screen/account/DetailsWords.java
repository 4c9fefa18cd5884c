package org.libstation.screen.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.libstation.circulation.BlockReason;
import org.libstation.circulation.CentralWords;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentRequest;
import org.libstation.fines.FineExplained;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.Details.HoldWish;
import org.libstation.flow.state.Details.Known;
import org.libstation.flow.state.Details.Paying;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Suspension;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.picture.Spine;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.FineDayStrip;
import org.libstation.screen.kit.widget.FineStrips;
import org.libstation.screen.kit.widget.Head;
import org.libstation.screen.kit.widget.ItemRow;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.widget.Stamp;
import org.libstation.screen.kit.words.Voice;

/// Headings, notices, rows and keys of the pages of charges and of reservations.
final class DetailsWords extends Saying {
  /// Longest shown message to the patron, in characters.
  private static final int LONGEST_MESSAGE = 160;

  /// Most notices; more would leave no room for rows.
  private static final int MOST_NOTICES = 3;

  private final Look look;

  DetailsWords(Voice voice, Look look) {
    super(voice);
    this.look = look;
  }

  /// Whether the text is so large that a row holds only two keys.
  private boolean large() {
    return look.large();
  }

  /// In the low layout the key that ends the visit has a row of its own.
  private boolean rows() {
    return look.layouts().account().charges().endOwnRow();
  }

  /// Whether larger text meets a small panel.
  private boolean narrow() {
    return look.step() >= look.layouts().account().charges().shortFrom();
  }

  // ---- charges

  Head chargesHead(Details details) {
    return switch (details) {
      case Details.NotAsked _, Details.DetailsLoading _ -> loading();
      case Details.DetailsNotShown _ -> closed();
      case Known known -> {
        Optional<Money> owed = known.account().look().owed();
        if (owed.isEmpty()) {
          yield head("charges.unknown");
        }
        if (known.owed().isEmpty()) {
          yield head("charges.none");
        }
        String sum = voice.words().money(owed.get());
        if (isUnconfirmed(known)) {
          yield Head.of(say("charges.unconfirmed.head", sum), say("charges.unconfirmed.line"));
        }
        boolean whole = known.account().chargesAddUp() || known.account().charges().isEmpty();
        Optional<String> chosen =
            known
                .wish()
                .filter(PaymentRequest::isPart)
                .map(wish -> say("charges.chosen", voice.words().money(wish.amount())));
        yield Head.of(
            say("charges.head", sum),
            chosen.orElseGet(
                () ->
                    !whole
                        ? say("charges.notall.line")
                        : known.paying().mayTry() && !large() && !narrow()
                            ? say("charges.other.line")
                            : ""));
      }
    };
  }

  /// Whether the central system has not yet confirmed a payment of this card.
  private static boolean isUnconfirmed(Known known) {
    return known.paying() instanceof Paying.PayingEnded(var outcome, var _, boolean others)
        && !others
        && (outcome instanceof PaymentOutcome.PaidToBeBooked
            || outcome.equals(
                new PaymentOutcome.NotPaid(PaymentOutcome.NonPaymentReason.EARLIER_PAYMENT_OPEN)));
  }

  private Head loading() {
    return head("account.loading");
  }

  private Head closed() {
    return head("details.closed");
  }

  /// @param suspension suspension of fines; a block that it lifts is not shown
  List<NoticeBar.NoticeBarWords> chargesNotices(Details details, Suspension suspension) {
    List<NoticeBar.NoticeBarWords> all = new ArrayList<>();
    switch (details) {
      case Details.NotAsked _, Details.DetailsLoading _ -> {}
      case Details.DetailsNotShown(Code code) -> all.add(notice(Ink.WAIT, Icon.SILENT, code));
      case Known known -> {
        List<BlockReason> blocked =
            known.account().blocked().stream().filter(why -> !suspension.lifts(why)).toList();
        paying(known, blocked.contains(BlockReason.OWES_TOO_MUCH)).ifPresent(all::add);
        for (BlockReason reason : blocked) {
          all.add(
              NoticeBar.NoticeBarWords.of(
                  Ink.STOP, Icon.MINUS, say("blocked." + reason + ".what"), wayOut(known, reason)));
        }
        for (CentralWords message : known.account().messages()) {
          all.add(
              NoticeBar.NoticeBarWords.of(
                  Ink.ACTION, Icon.NEWS, say("details.message"), cut(message.text())));
        }
      }
    }
    return List.copyOf(all.subList(0, Math.min(MOST_NOTICES, all.size())));
  }

  /// Returns the way out of a block; if payment is not possible here, it says where to pay.
  private String wayOut(Known known, BlockReason reason) {
    boolean elsewhere =
        reason == BlockReason.OWES_TOO_MUCH && known.paying() instanceof Paying.NotHere;
    return reason == BlockReason.OWES_TOO_MUCH && isUnconfirmed(known)
        ? say("charges.unconfirmed.borrow")
        : elsewhere ? say("charges.where.first") : say("blocked." + reason + ".do");
  }

  private static String cut(String message) {
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE - 1) + "…";
  }

  private Optional<NoticeBar.NoticeBarWords> paying(Known known, boolean tooMuch) {
    return switch (known.paying()) {
      case Paying.NotHere(boolean away) ->
          known
              .owed()
              .filter(_ -> away || !tooMuch)
              .map(
                  _ ->
                      away
                          ? notice(Ink.ASK, Icon.WARNING, Code.M14)
                          : notice(Ink.ACTION, Icon.QUESTION, "charges.where"));
      // These states are shown on the page of paying.
      case Paying.PayingNotBegun _,
          Paying.OtherShown _,
          Paying.OtherAsked _,
          Paying.OtherOwes _,
          Paying.OtherNot _,
          Paying.AtTerminal _ ->
          Optional.empty();
      case Paying.PayingEnded ended ->
          switch (ended.outcome()) {
            case PaymentOutcome.Paid(var payment) ->
                Optional.of(
                    NoticeBar.NoticeBarWords.of(
                        Ink.DONE,
                        Icon.CHECK,
                        say("pay.paid.head", voice.words().money(payment.amount())),
                        say("charges.paid.line")));
            case PaymentOutcome.PaidToBeBooked _ ->
                Optional.of(notice(Ink.WAIT, Icon.CLOCK, Code.M21));
            case PaymentOutcome.NotPaid(var why) ->
                Optional.of(notice(Ink.ASK, Icon.WARNING, Code.ofPayment(why)));
            case PaymentOutcome.NotKnown doubt ->
                Optional.of(notice(Ink.STOP, Icon.WARNING, Code.ofDoubt(doubt)));
          };
    };
  }

  /// @param returned returns of this visit: a charge has no day of return, so only these know its
  ///   days
  List<ItemRow.ItemRowWords> chargeRows(Details details, List<ReturnRow> returned) {
    return details instanceof Known known
        ? IntStream.range(0, known.account().charges().size())
            .mapToObj(
                at -> {
                  ChargeLine charge = known.account().charges().get(at);
                  return charge(at, charge, known).withStrip(days(charge, returned));
                })
            .toList()
        : List.of();
  }

  /// Shows the days only if the sum counted here equals the charge; otherwise it is another fine.
  private Optional<FineDayStrip.DayStripWords> days(ChargeLine charge, List<ReturnRow> returned) {
    return returned.stream()
        .filter(_ -> !look.titlesHidden() && charge.kind() == ChargeLine.ChargeReason.OVERDUE)
        .filter(row -> row.item().isPresent() && row.item().equals(charge.item()))
        .flatMap(row -> row.fine().stream())
        .filter(
            fine ->
                fine instanceof FineExplained.ByDays days
                    && charge.open().filter(days.sum()::equals).isPresent())
        .findFirst()
        .flatMap(new FineStrips(voice)::words);
  }

  /// Describes a charge, with its reason first; a reason of unknown kind is told in the library's
  /// words.
  private ItemRow.ItemRowWords charge(int number, ChargeLine charge, Known known) {
    // After an amount was typed, a small panel has keys to pay it or everything, and no room for
    // more.
    boolean typed =
        look.layouts().account().charges().amountAlone() && known.choice().amount().isPresent();
    boolean choosable = known.choosable() && known.paying().mayTry() && !typed;
    boolean out = known.choice().without().contains(number);
    String kind =
        charge.kind() == ChargeLine.ChargeReason.OTHER && !charge.text().isBlank()
            ? cut(charge.text())
            : say("charge." + charge.kind());
    Optional<String> title = charge.title().filter(_ -> !look.titlesHidden());
    return ItemRow.ItemRowWords.told(
        number,
        Optional.of(kind),
        Spine.cover(charge.item().map(ItemId::value).or(charge::title).orElseGet(charge::text)),
        title.or(() -> charge.item().map(item -> say("row.untitled", Say.lastFour(item.value())))),
        Ink.TEXT_2,
        charge
            .open()
            .map(
                sum ->
                    new Stamp.StampWords(
                        choosable && !out ? Ink.ACTION : Ink.TEXT_2,
                        choosable && !out ? Optional.of(Icon.CHECK) : Optional.empty(),
                        voice.words().money(sum),
                        Optional.empty(),
                        false)),
        choosable
            ? Optional.of(
                new ItemRow.RowKey(
                    say(out ? "charges.take" : "charges.leave"),
                    say(out ? "charges.take.this" : "charges.leave.this"),
                    new Key.TurnCharge(number)))
            : Optional.empty());
  }

  List<ActionKey> chargesActions(Details details) {
    List<ActionKey> keys = new ArrayList<>(List.of(back()));
    if (!(details instanceof Known known)) {
      return keys;
    }
    boolean may = known.paying().mayTry() && !known.working();
    if (may && known.payable().isPresent() && known.choice().parts().amounts()) {
      if (known.choice().amount().isPresent()) {
        if (look.layouts().account().charges().amountAlone()) {
          // No room for a third key: the first step back is to all charges, the next to the
          // account.
          keys.clear();
        }
        keys.add(plain("charges.all", new Key.PayAll()));
      } else {
        keys.add(
            plain(
                large() || narrow() ? "charges.amount.short" : "charges.amount",
                new Key.TypeAmount()));
      }
    }
    Optional<PaymentRequest> wish = known.wish().filter(_ -> may);
    if (wish.isPresent()) {
      keys.add(
          ActionKey.primary(
              say("charges.pay", voice.words().money(wish.get().amount())),
              Icon.CARD,
              false,
              new Key.Pay()));
    } else if (!details.working()) {
      keys.add(
          may && known.payable().isPresent()
              ? plain("key.done", new Key.Confirm())
              : primary("key.done", new Key.Confirm()));
    }
    return List.copyOf(keys);
  }

  /// Returns the key back to the account.
  private ActionKey back() {
    return plain(
        narrow() ? "tile.account" : large() ? "entry.back" : "details.loans", new Key.ShowLoans());
  }

  // ---- holds

  /// @param place key of the words that say how to reserve a title here
  Head holdsHead(Details details, String place) {
    return switch (details) {
      case Details.NotAsked _, Details.DetailsLoading _ -> loading();
      case Details.DetailsNotShown _ -> closed();
      case Known known -> {
        List<HoldLine> holds = known.account().holds();
        int ready = (int) holds.stream().filter(HoldLine::ready).count();
        String line = ready > 0 ? count("holds.ready", ready) : say(place);
        yield holds.isEmpty()
            ? Head.of(say("holds.none.head"), say(place))
            : Head.of(count("holds.head", holds.size()), line);
      }
    };
  }

  List<NoticeBar.NoticeBarWords> holdsNotices(Details details) {
    return switch (details) {
      case Details.NotAsked _, Details.DetailsLoading _ -> List.of();
      case Details.DetailsNotShown(Code code) -> List.of(notice(Ink.WAIT, Icon.SILENT, code));
      case Known known -> holding(known.holding()).stream().toList();
    };
  }

  private Optional<NoticeBar.NoticeBarWords> holding(HoldWish holding) {
    return switch (holding) {
      case HoldWish.HoldUntouched _, HoldWish.Confirming _, HoldWish.GivingUp _ -> Optional.empty();
      case HoldWish.Placing _ ->
          Optional.of(
              NoticeBar.NoticeBarWords.of(
                  Ink.ACTION, Icon.DOTS, say("holds.placing"), say("row.asking")));
      case HoldWish.HoldQueued placed ->
          Optional.of(
              NoticeBar.NoticeBarWords.of(
                  Ink.DONE,
                  Icon.CHECK,
                  say("holds.placed.head"),
                  placed.queue().isPresent()
                      ? say("holds.placed.queue", placed.queue().getAsInt())
                      : say("holds.placed.line")));
      case HoldWish.HoldGivenUp _ -> Optional.of(notice(Ink.DONE, Icon.CHECK, "holds.givenup"));
      case HoldWish.NotDone(Code code) -> Optional.of(notice(Ink.ASK, Icon.WARNING, code));
    };
  }

  List<ItemRow.ItemRowWords> holdRows(Details details) {
    return details instanceof Known known
        ? IntStream.range(0, known.account().holds().size())
            .mapToObj(at -> hold(at, known.account().holds().get(at), known))
            .toList()
        : List.of();
  }

  private ItemRow.ItemRowWords hold(int number, HoldLine hold, Known known) {
    boolean asked = known.holding().equals(new HoldWish.Confirming(number));
    boolean going = known.holding().equals(new HoldWish.GivingUp(number));
    String line = asked ? say("holds.sure") : going ? say("row.asking") : say(standing(hold));
    boolean mayGiveUp = !known.working();
    return ItemRow.ItemRowWords.told(
        number,
        look.titlesHidden()
            ? Optional.empty()
            : Optional.of(
                Say.title(
                    voice, Optional.of(hold.title()).filter(text -> !text.isBlank()), hold.item())),
        Spine.cover(hold.item().map(ItemId::value).orElseGet(hold::title)),
        Optional.of(line),
        Ink.TEXT_2,
        stamp(hold),
        mayGiveUp
            ? Optional.of(
                new ItemRow.RowKey(
                    say(
                        asked
                            ? "holds.giveup.sure"
                            : look.layouts().account().charges().shortWords()
                                ? "holds.giveup.short"
                                : "holds.giveup"),
                    say(asked ? "holds.giveup.sure" : "holds.giveup.this"),
                    new Key.GiveUpHold(number)))
            : Optional.empty());
  }

  private static String standing(HoldLine hold) {
    if (!hold.ready()) {
      return "holds.waiting";
    }
    return hold.pickUpBy().flatMap(due -> due.day()).isPresent()
        ? "holds.shelf"
        : "holds.shelf.noday";
  }

  private Optional<Stamp.StampWords> stamp(HoldLine hold) {
    if (!hold.ready()) {
      return Optional.of(
          new Stamp.StampWords(
              Ink.TEXT_2, Optional.empty(), say("stamp.waiting"), Optional.empty(), false));
    }
    Optional<LocalDate> day = hold.pickUpBy().flatMap(due -> due.day());
    return Optional.of(
        new Stamp.StampWords(
            Ink.DONE,
            Optional.of(Icon.CHECK),
            day.map(voice.words()::stampDate).orElseGet(() -> say("stamp.ready")),
            day.map(voice.words()::weekday),
            false));
  }

  List<ActionKey> holdsActions(Details details) {
    List<ActionKey> keys = new ArrayList<>(List.of(back()));
    if (details instanceof Known) {
      if (!details.working()) {
        keys.add(plain(large() ? "entry.open.short" : "entry.open", new Key.TypeNumber()));
      }
      if (!large() && details.working()) {
        keys.add(plain("details.charges", new Key.ShowCharges()));
      }
      if (!details.working() && (!large() || rows())) {
        keys.add(primary("key.done", new Key.Confirm()));
      }
    }
    return List.copyOf(keys);
  }
}
