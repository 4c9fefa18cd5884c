package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CashDay;
import org.libstation.circulation.CashDay.Difference;
import org.libstation.circulation.CashDay.PaymentKind;
import org.libstation.circulation.Money;
import org.libstation.circulation.TerminalDay;
import org.libstation.circulation.TerminalNumbers;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ServicePage;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.words.Voice;

/// Words for a day's payments, for comparing the journal with the payment terminal. Differences
/// come first, then the sums by kind and the terminal's own total, then each payment. They hold
/// numbers of terminal and journal, and no personal data.
final class CashUpWords extends TileWords {
  CashUpWords(Voice voice) {
    super(voice);
  }

  /// Returns the notice at the top. It contains the date, because a page with keys at the side has
  /// no heading for it.
  NoticeBar.NoticeBarWords first(Optional<CashDay> day) {
    if (day.isEmpty()) {
      return NoticeBar.NoticeBarWords.of(Ink.ACTION, Icon.DOTS, say("cashup.reading"), "");
    }
    String date = voice.words().fullDate(day.get().day());
    int differ = day.get().differences().size();
    if (differ > 0) {
      return NoticeBar.NoticeBarWords.of(
          Ink.STOP,
          Icon.WARNING,
          joined(date, say("cashup.differs", differ)),
          say("cashup.differs.line"));
    }
    String well = say(day.get().lines().isEmpty() ? "cashup.none" : "cashup.agrees");
    return NoticeBar.NoticeBarWords.of(
        Ink.DONE,
        Icon.CHECK,
        joined(date, well),
        day.get().end().isEmpty() ? say("cashup.end.none") : "");
  }

  /// Returns the tiles of a day, differences first.
  List<Tile> tiles(CashDay day) {
    List<Tile> tiles = new ArrayList<>();
    day.differences().forEach(it -> tiles.add(tile(it)));
    day.sums().forEach(sum -> tiles.add(sum(sum)));
    day.held().stream()
        .map(sum -> figure(Optional.of(sum)))
        .map(sum -> tile(Icon.JOURNAL, say("cashup.held"), well("cashup.by.journal"), sum, ""))
        .forEach(tiles::add);
    tiles.add(day.end().map(this::end).orElseGet(this::notEnded));
    day.lines().stream()
        .sorted(Comparator.comparing(CashDay.CashLine::kind))
        .forEach(line -> tiles.add(payment(line)));
    return tiles;
  }

  private Tile tile(Difference difference) {
    return switch (difference) {
      case Difference.OfPayment(CashDay.CashLine line) ->
          open(kind(line.kind()), figure(Optional.of(line.amount())), numbers(line));
      case Difference.EndNotKnown(var asked) ->
          open(
              say("cashup.end"),
              Tile.Figure.NONE,
              say("cashup.end.unknown", time(asked.toLocalTime())));
      case Difference.OtherTotal other ->
          open(
              say(other.terminalHasMore() ? "cashup.total.more" : "cashup.total.less"),
              figure(Optional.of(other.gap())),
              say("cashup.total.line", money(other.terminal()), money(other.journal())));
    };
  }

  private Tile open(String name, Tile.Figure figure, String line) {
    TileState state = new TileState(Ink.STOP, Icon.WARNING, say("cashup.state.open"));
    return tile(Icon.QUESTION, name, state, figure, line);
  }

  private Tile sum(CashDay.Sum sum) {
    PaymentKind kind = sum.kind();
    TileState state = new TileState(ink(kind), icon(kind), String.valueOf(sum.count()));
    return tile(
        Icon.CARD, kind(kind), state, figure(Optional.of(sum.amount())), say("cashup.together"));
  }

  private Tile payment(CashDay.CashLine line) {
    TileState state =
        new TileState(ink(line.kind()), icon(line.kind()), time(line.at().toLocalTime()));
    return tile(
        Icon.CLOCK, kind(line.kind()), state, figure(Optional.of(line.amount())), numbers(line));
  }

  private Tile end(TerminalDay end) {
    String at = say("cashup.end.at", time(end.asked().toLocalTime()));
    String receipts =
        end.first().map(one -> say("cashup.end.receipts", one, end.last().orElse("?"))).orElse("");
    return tile(
        Icon.CARD,
        say("cashup.end"),
        end.known() ? well("cashup.by.terminal") : asks("cashup.state.open"),
        figure(end.total()),
        joined(at, receipts));
  }

  private Tile notEnded() {
    return tile(Icon.CARD, say("cashup.end"), asks("cashup.end.not"), Tile.Figure.NONE, "");
  }

  private TileState asks(String word) {
    return new TileState(Ink.ASK, Icon.QUESTION, say(word));
  }

  private static Ink ink(PaymentKind kind) {
    return kind.open() ? Ink.STOP : Ink.DONE;
  }

  private static Icon icon(PaymentKind kind) {
    return kind.open() ? Icon.WARNING : Icon.CHECK;
  }

  private String kind(PaymentKind kind) {
    return say("cashup.kind." + kind);
  }

  private String numbers(CashDay.CashLine line) {
    return joined(
        line.receipt().isBlank()
            ? ""
            : say("cashup.receipt", TerminalNumbers.parse(line.receipt()).receipt()),
        say("cashup.entry", String.valueOf(line.entry())));
  }

  private Tile.Figure figure(Optional<Money> sum) {
    return sum.map(it -> Tile.Figure.of(money(it), ""))
        .orElseGet(() -> Tile.Figure.of("–", say("cashup.nosum")));
  }

  private String money(Money sum) {
    return voice.words().money(sum);
  }

  /// Returns the page's keys: to the day before, to the day after, and back.
  List<ActionKey> actions(ServicePage.CashUpPage page) {
    List<ActionKey> keys = new ArrayList<>();
    if (page.back() < Key.OpenCashUp.MOST) {
      keys.add(plain("cashup.before", Icon.PREVIOUS, new Key.OpenCashUp(page.back() + 1)));
    }
    if (page.back() > 0) {
      keys.add(plain("cashup.after", Icon.NEXT, new Key.OpenCashUp(page.back() - 1)));
    }
    keys.add(plain("board.back", Icon.LEAVE, new Key.Leave()));
    return List.copyOf(keys);
  }
}
