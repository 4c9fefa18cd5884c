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

/// Sentences that several screens say alike.
public final class Say {
  private static final Pattern FULL_STOP = Pattern.compile("[.。]$");

  private Say() {}

  /// What happened, what to do, the code.
  public static ItemRow.ItemRowReason reason(Voice voice, Code code) {
    return new ItemRow.ItemRowReason(what(voice, code), wayOut(voice, code), code(voice, code));
  }

  public static String what(Voice voice, Code code) {
    return voice.say("code." + code + ".what");
  }

  /// The same as a heading, which ends without a full stop.
  public static String headed(Voice voice, Code code) {
    return FULL_STOP.matcher(what(voice, code)).replaceFirst("");
  }

  public static String wayOut(Voice voice, Code code) {
    return voice.say("code." + code + ".do");
  }

  /// Names the parts of a set that are missing.
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

  /// A notice made of a code.
  public static NoticeBar.NoticeBarWords notice(Voice voice, Ink ink, Icon icon, Code code) {
    return new NoticeBar.NoticeBarWords(
        ink,
        icon,
        what(voice, code),
        Optional.of(wayOut(voice, code)),
        Optional.of(code(voice, code)));
  }

  /// The notice that the central system is silent, where it is.
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

  /// The notice that no fines are counted, while none are.
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

  /// A title, or words that stand for one that is not known.
  public static String title(Voice voice, Optional<String> title, Optional<ItemId> item) {
    return title.orElseGet(
        () ->
            item.map(id -> voice.say("row.untitled", lastFour(id.value())))
                .orElseGet(() -> voice.say("row.nothing")));
  }

  /// The cover of a book, the same from its first reading on.
  ///
  /// @param item empty where what was read is none of the library's
  /// @param row that stands for it then
  public static int cover(Optional<ItemId> item, long row) {
    return Spine.cover(item.map(ItemId::value).orElseGet(() -> "row " + row));
  }

  /// That of what a tag is stuck in.
  private static int cover(PadTag tag) {
    return Spine.cover(
        tag.reading() instanceof TagReading.ItemTag item ? item.item().value() : tag.uid());
  }

  /// What was lent and is to be taken off the tray.
  public static List<Integer> takenCovers(FlowState state) {
    return state.toTake().stream().map(left -> Spine.cover(left.item().value())).toList();
  }

  /// Whether an item lies on the tray, as far as the tray can tell; what was read by its barcode
  /// was laid down beside it.
  ///
  /// @param uids of its tags
  public static boolean lies(FlowState state, Collection<String> uids) {
    return uids.isEmpty()
        || !state.padListed()
        || state.pad().stream().map(PadTag::uid).anyMatch(uids::contains);
  }

  /// What lies there of a former visit.
  ///
  /// @param said the heading of the screen says it, and the picture need not; in large text it is
  ///   small, and says so too
  public static HandBox.HandBoxWords.PileWords lift(Voice voice, FlowState state, boolean said) {
    List<Integer> covers = state.leftToTell().stream().map(Say::cover).toList();
    String head = state.access().textStep() < Look.LARGE ? "" : voice.say("hand.lift.head");
    return said
        ? pile(HandPicture.Scene.LIFT, covers, head, "")
        : pile(voice, HandPicture.Scene.LIFT, covers, "hand.lift");
  }

  /// Whether what lies there from before must be lifted first.
  public static boolean former(FlowState state) {
    return switch (state.screen()) {
      case Screen.Borrow(var hands) -> hands == Screen.Hands.LIFT_FORMER;
      case Screen.Return(var hands) -> hands == Screen.Hands.LIFT_FORMER;
      case Screen _ -> false;
    };
  }

  public static String lastFour(String number) {
    return number.substring(Math.max(0, number.length() - 4));
  }

  /// A due date as a stamp: day over weekday; the central system's own text where it is no date.
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

  /// What stands for the title of something that could not be told, beside a stamp that says so.
  public static String unknownEnding(Voice voice, String lastFour) {
    return lastFour.isBlank() ? voice.say("row.nothing") : voice.say("row.unknown", lastFour);
  }

  /// A row of something that could not be told.
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

  /// The name of a text, or of that for a station without a tray, or whose tray does not answer.
  public static String here(FlowState state, String text) {
    return tray(state) ? text : text + ".scan";
  }

  /// Whether books are laid on a tray here.
  public static boolean tray(FlowState state) {
    return state.station().usable(StationFacts.DeviceRole.PAD);
  }

  /// What hands do next with what was read, by the name of its texts; without a tray each book goes
  /// under the scanner.
  public static HandBox.HandBoxWords.PileWords pile(
      Voice voice, FlowState state, HandPicture.Scene scene, List<Integer> covers, String text) {
    boolean scans = !tray(state) && scene != HandPicture.Scene.TAKE;
    return pile(voice, scans ? HandPicture.Scene.SCAN : scene, covers, here(state, text));
  }

  /// What hands do with what must be read once more: a number under the scanner, a tag on the tray.
  public static HandBox.HandBoxWords.PileWords again(
      Voice voice, Code unread, List<Integer> covers) {
    boolean tag = unread.name().startsWith("T");
    return pile(
        tag ? HandPicture.Scene.PLACE : HandPicture.Scene.SCAN,
        covers,
        headed(voice, unread),
        wayOut(voice, unread));
  }

  /// What hands do next with a pile, by the name of its texts.
  private static HandBox.HandBoxWords.PileWords pile(
      Voice voice, HandPicture.Scene scene, List<Integer> covers, String text) {
    return pile(scene, covers, voice.say(text + ".head"), voice.say(text + ".line"));
  }

  public static HandBox.HandBoxWords.PileWords pile(
      HandPicture.Scene scene, List<Integer> covers, String head, String line) {
    return new HandBox.HandBoxWords.PileWords(
        scene, covers, Optional.empty(), Optional.empty(), Optional.empty(), head, line);
  }

  /// The places where items go, with how many go to each.
  ///
  /// @param where one for each item
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

  /// How many of a pile are lent, lent or to be confirmed.
  public static int borrowed(FlowState state) {
    return (int)
        state.session().stream()
            .flatMap(session -> session.borrows().stream())
            .filter(row -> row.state() instanceof BorrowRow.BorrowRowState.Borrowed)
            .count();
  }

  /// How many of a pile need the hand: not lent, or to be laid down anew, or to be unlocked.
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

  /// How many of a pile were not lent.
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
