package org.libstation.screen.kit.widget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.TagReading;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.picture.HandPicture;
import org.libstation.screen.kit.picture.Spine;
import org.libstation.screen.kit.words.Voice;

/// Sentences that several screens share.
public final class Say {
  private static final Pattern FULL_STOP = Pattern.compile("[.。]$");

  private Say() {}

  /// Returns what happened, what to do, and the code.
  public static ItemRow.ItemRowReason reason(Voice voice, Code code) {
    return new ItemRow.ItemRowReason(what(voice, code), wayOut(voice, code), code(voice, code));
  }

  public static String what(Voice voice, Code code) {
    return voice.say("code." + code + ".what");
  }

  /// Returns what happened as a heading, without a full stop.
  public static String headed(Voice voice, Code code) {
    return FULL_STOP.matcher(what(voice, code)).replaceFirst("");
  }

  public static String wayOut(Voice voice, Code code) {
    return voice.say("code." + code + ".do");
  }

  /// Names the missing parts of a set.
  public static String missing(Voice voice, MissingParts missing) {
    return voice.count(
        "row.missing",
        missing.numbers().size(),
        String.join(voice.say("list.comma"), missing.runs()),
        missing.total());
  }

  public static String code(Voice voice, Code code) {
    return voice.say("code.label", code);
  }

  /// Returns a notice made from a code.
  public static NoticeBar.NoticeBarWords notice(Voice voice, Ink ink, Icon icon, Code code) {
    return new NoticeBar.NoticeBarWords(
        ink,
        icon,
        what(voice, code),
        Optional.of(wayOut(voice, code)),
        Optional.of(code(voice, code)));
  }

  /// Notice that the central system is silent; empty while it answers.
  public static Optional<NoticeBar.NoticeBarWords> silent(
      Voice voice, FlowState state, String which) {
    return state.station().link() == StationFacts.LinkState.SILENT
        ? Optional.of(
            NoticeBar.NoticeBarWords.of(
                Ink.WAIT,
                Icon.SILENT,
                voice.say("silent." + which + ".head"),
                voice.say("silent." + which + ".line")))
        : Optional.empty();
  }

  /// Notice that no fines are counted; empty while they are.
  public static Optional<NoticeBar.NoticeBarWords> finesStopped(Voice voice, FlowState state) {
    return state
        .station()
        .suspension()
        .fines()
        .map(
            stopped ->
                NoticeBar.NoticeBarWords.of(
                    Ink.ACTION,
                    Icon.NEWS,
                    voice.say("fines.stopped"),
                    stopped
                        .restart()
                        .map(day -> voice.say("fines.restart", voice.words().date(day)))
                        .orElseGet(() -> voice.say("fines.norestart"))));
  }

  /// Title, or words in its place if it is unknown.
  public static String title(Voice voice, Optional<String> title, Optional<ItemId> item) {
    return title.orElseGet(
        () ->
            item.map(id -> voice.say("row.untitled", lastFour(id.value())))
                .orElseGet(() -> voice.say("row.nothing")));
  }

  /// Cover of a book, the same from its first reading on.
  ///
  /// @param item empty if the reading is no item of the library
  /// @param row number of its row, which then decides the cover
  public static int cover(Optional<ItemId> item, long row) {
    return Spine.cover(item.map(ItemId::value).orElseGet(() -> "row " + row));
  }

  /// Cover of the item with this tag.
  private static int cover(PadTag tag) {
    return Spine.cover(
        tag.reading() instanceof TagReading.ItemTag item ? item.item().value() : tag.uid());
  }

  /// Covers of lent books still to be taken off the tray.
  public static List<Integer> takenCovers(FlowState state) {
    return state.toTake().stream().map(left -> Spine.cover(left.item().value())).toList();
  }

  /// Whether an item lies on the tray, as far as the tray can tell. An item read by its barcode was
  /// laid beside it and counts too.
  ///
  /// @param uids identifiers of its tags
  public static boolean lies(FlowState state, Collection<String> uids) {
    return uids.isEmpty()
        || !state.padListed()
        || state.pad().stream().map(PadTag::uid).anyMatch(uids::contains);
  }

  /// Hand area for items left by an earlier visit.
  ///
  /// @param said whether the heading says so already; the picture then says it in large text only,
  ///   where the heading is small
  public static HandBox.HandBoxWords.PileWords lift(Voice voice, FlowState state, boolean said) {
    List<Integer> covers = state.leftToTell().stream().map(Say::cover).toList();
    String head = state.access().textStep() < Look.LARGE ? "" : voice.say("hand.lift.head");
    return said
        ? pile(HandPicture.Scene.LIFT, covers, head, "")
        : pile(voice, HandPicture.Scene.LIFT, covers, "hand.lift");
  }

  /// Whether items from before must be lifted first.
  public static boolean former(FlowState state) {
    return switch (state.screen()) {
      case Screen.Borrow(var hands) -> hands == Screen.Hands.LIFT_FORMER;
      case Screen.Return(var hands) -> hands == Screen.Hands.LIFT_FORMER;
      case Screen _ -> false;
    };
  }

  /// Returns the last four characters, or all if there are fewer.
  public static String lastFour(String number) {
    return number.substring(Math.max(0, number.length() - 4));
  }

  /// Returns a due date as a stamp: day over weekday. If it is no date, the central system's own
  /// text.
  public static Stamp.StampWords due(
      Voice voice, Ink ink, Icon icon, DueDate due, boolean confirmed) {
    Optional<LocalDate> day = due.day();
    String head = day.map(voice.words()::stampDate).orElseGet(due::verbatim);
    String line =
        day.map(
                date ->
                    confirmed
                        ? voice.say("stamp.due", voice.words().weekday(date))
                        : voice.say("stamp.unconfirmed"))
            .orElseGet(() -> voice.say("stamp.duetext"));
    return new Stamp.StampWords(ink, Optional.of(icon), head, Optional.of(line), !confirmed);
  }

  /// Returns words in place of a title that was not recognised.
  public static String unknownEnding(Voice voice, String lastFour) {
    return lastFour.isBlank() ? voice.say("row.nothing") : voice.say("row.unknown", lastFour);
  }

  /// Row of an item that was not recognised.
  public static ItemRow.ItemRowWords unknown(
      Voice voice, long number, int cover, String title, Code code) {
    return ItemRow.ItemRowWords.open(
        number,
        Optional.of(title),
        cover,
        Stamp.StampWords.plain(Ink.WAIT, Icon.QUESTION, voice.say("stamp.unknown")),
        reason(voice, code),
        false);
  }

  /// Name of a text; its variant for scanning if no tray answers.
  public static String here(FlowState state, String text) {
    return tray(state) ? text : text + ".scan";
  }

  /// Whether books are laid on a tray here.
  public static boolean tray(FlowState state) {
    return state.station().usable(StationFacts.DeviceRole.PAD);
  }

  /// Returns what the hands do next with a pile. Without a tray each book goes under the scanner.
  ///
  /// @param text name of the texts, without `.head` and `.line`
  public static HandBox.HandBoxWords.PileWords pile(
      Voice voice, FlowState state, HandPicture.Scene scene, List<Integer> covers, String text) {
    boolean scans = !tray(state) && scene != HandPicture.Scene.TAKE;
    return pile(voice, scans ? HandPicture.Scene.SCAN : scene, covers, here(state, text));
  }

  /// Returns what to read again: a number under the scanner, a tag on the tray.
  public static HandBox.HandBoxWords.PileWords again(
      Voice voice, Code unread, List<Integer> covers) {
    boolean tag = unread.name().startsWith("T");
    return pile(
        tag ? HandPicture.Scene.PLACE : HandPicture.Scene.SCAN,
        covers,
        headed(voice, unread),
        wayOut(voice, unread));
  }

  /// Returns what the hands do next with a pile.
  private static HandBox.HandBoxWords.PileWords pile(
      Voice voice, HandPicture.Scene scene, List<Integer> covers, String text) {
    return pile(scene, covers, voice.say(text + ".head"), voice.say(text + ".line"));
  }

  public static HandBox.HandBoxWords.PileWords pile(
      HandPicture.Scene scene, List<Integer> covers, String head, String line) {
    return new HandBox.HandBoxWords.PileWords(
        scene, covers, Optional.empty(), Optional.empty(), Optional.empty(), head, line);
  }

  /// Places where items go, with the number of items.
  ///
  /// @param where place of each item
  public static List<HandBox.PlaceWords> places(Voice voice, List<PlaceSign.PlaceSignWords> where) {
    List<HandBox.PlaceWords> places = new ArrayList<>();
    for (PlaceSign.PlaceSignWords sign :
        List.of(PlaceSign.TROLLEY, PlaceSign.RESERVED, PlaceSign.STAFF)) {
      int count = (int) where.stream().filter(sign::equals).count();
      if (count > 0) {
        String text = "place." + sign.letter();
        places.add(
            new HandBox.PlaceWords(
                sign, count, voice.say(text + ".name"), voice.count(text, count)));
      }
    }
    return List.copyOf(places);
  }

  /// Counts the items lent, confirmed or not.
  public static int borrowed(FlowState state) {
    return (int)
        state.session().stream()
            .flatMap(session -> session.borrows().stream())
            .filter(row -> row.state() instanceof BorrowRow.BorrowRowState.Borrowed)
            .count();
  }

  /// Counts the items that need the hand: not lent, to be placed again, or for staff.
  public static int openMatters(FlowState state) {
    return (int)
        state.session().stream()
            .flatMap(session -> session.borrows().stream())
            .filter(
                row ->
                    switch (row.state()) {
                      case BorrowRow.BorrowRowState.BorrowRefused _,
                          BorrowRow.BorrowRowState.NotRecognised _,
                          BorrowRow.BorrowRowState.SetIncomplete _,
                          BorrowRow.BorrowRowState.PlaceAgain _,
                          BorrowRow.BorrowRowState.ToStaff _ ->
                          true;
                      case BorrowRow.BorrowRowState.Recognised _,
                          BorrowRow.BorrowRowState.Asking _,
                          BorrowRow.BorrowRowState.Clearing _,
                          BorrowRow.BorrowRowState.Releasing _,
                          BorrowRow.BorrowRowState.Borrowed _,
                          BorrowRow.BorrowRowState.AlreadyBorrowed _ ->
                          false;
                    })
            .count();
  }

  /// Counts the items not lent.
  public static int refused(FlowState state) {
    return (int)
        state.session().stream()
            .flatMap(session -> session.borrows().stream())
            .filter(
                row ->
                    switch (row.state()) {
                      case BorrowRow.BorrowRowState.BorrowRefused _,
                          BorrowRow.BorrowRowState.NotRecognised _,
                          BorrowRow.BorrowRowState.SetIncomplete _ ->
                          true;
                      case BorrowRow.BorrowRowState.AtWork _,
                          BorrowRow.BorrowRowState.OnLoan _,
                          BorrowRow.BorrowRowState.AlreadyBorrowed _ ->
                          false;
                    })
            .count();
  }
}
