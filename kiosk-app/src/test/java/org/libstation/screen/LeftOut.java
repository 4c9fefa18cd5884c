package org.libstation.screen;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libstation.flow.state.Language;

/// What a screen says at the first size of text and leaves out at a larger one, by the names of the
/// texts, each with its reason.
final class LeftOut {
  private static final Pattern TURNERS =
      Pattern.compile("Back|Next|上一頁|下一頁|上一页|下一页|[0-9]+ more|還有 [0-9]+ 項|还有 [0-9]+ 项");

  /// @param screens where it holds
  /// @param texts which may be missing
  private record Reason(Pattern screens, Pattern texts, String why) {
    static Reason of(String screens, String texts, String why) {
      return new Reason(Pattern.compile(screens), Pattern.compile(texts), why);
    }
  }

  private static final String ANY = ".*";

  private static final List<Reason> REASONS =
      List.of(
          Reason.of(ANY, "access\\.reach", "the largest steps are laid out as reach mode already"),
          Reason.of(
              ANY,
              "titles\\.(hide|show)|access\\.titles",
              "the key stands in the access bar there, with its short word"),
          Reason.of(
              ANY,
              "step\\..*|strip\\..*",
              "bars keep numbers and marks; the word of the current step, or none, stands beside"),
          Reason.of(
              "welcome.*|idle-.*|hours-.*|crash-again|account-suspended.*",
              "begin\\..*|welcome\\..*|activit.*|hours\\..*|silent\\..*|left\\..*|elsewhere\\..*"
                  + "|nearest.*|row\\.untitled|dropped\\..*|card\\.left.*|fines\\..*|news\\..*"
                  + "|drop\\..*|code\\.(B16|K22)\\..*|board\\.count|seen\\.count|speech\\.place",
              "announcements and where the card goes take turns, which the flow turns"),
          Reason.of(
              "welcome.*|idle-.*|hours-.*",
              "tile\\..*|borrow\\.account|fact\\..*|hours\\.fact.*",
              "a tile has its name alone, what is closed has its turn; of the facts the last go"
                  + " first"),
          Reason.of(
              "borrow.*|resume|account.*|holds.*|charges.*|return.*",
              "borrow\\.(account|nextcard)|key\\.(done|nextcard)|entry\\.open|details\\..*"
                  + "|page\\..*|account\\.(title|loans|holds).*|news\\.next|charges\\.pay.*"
                  + "|row\\.(renew|giveup).*|holds\\.giveup.*|account\\.renew.*",
              "keys have a shorter name, or the key that leaves stands in the bar"),
          Reason.of(
              "charges.*",
              "charges\\.(amount|take|leave)",
              "the key of an amount has a shorter name; the other rows, with their keys, are on the"
                  + " next pages"),
          Reason.of(
              "charges.*",
              "charges\\.other\\..*",
              "that a card can be shown to pay for it would push the first charge off the page"),
          Reason.of(
              "pay-.*",
              "pay\\.again",
              "the largest Chinese letters leave a sum no room on the key of a small panel"),
          Reason.of(
              "pay-(amount|pin)-wrong",
              "pay\\.(amount|pin)\\.line",
              "what is wrong with what was typed is told in its place; with the first digit that"
                  + " goes, and it stands again"),
          Reason.of(
              "pay-terminal-WAIT",
              "pay\\.place\\..*",
              "while the terminal works nothing is to be done at it, and its picture stands"),
          Reason.of(
              "pay-(amount|pin).*",
              "entry\\.back",
              "the lower half of a small or lying panel has the digits alone: to erase where"
                  + " nothing is typed leads back"),
          Reason.of(
              "pay-(paid|later).*",
              "key\\.done|pay\\.borrow",
              "the key that leaves stands in the bar, the one to borrow has its shorter name"),
          Reason.of(
              "receipt.*",
              "paper\\..*|stamp\\.due|phone\\.(due|lent|renewed|returned).*",
              "the sample of the paper is a picture of what is said above it: how many, until"
                  + " when"),
          Reason.of(
              "receipt.*|printing|done.*",
              "end\\.(slip|stamplater|returned\\.slip)",
              "the date slip is a picture of the line that says until when, and what is confirmed"
                  + " later"),
          Reason.of(
              "receipt.*|printing",
              "key\\.done",
              "the name of the last step in the bar, which is the same word"),
          Reason.of(
              "receipt.*",
              "receipt\\.phone\\.(plain|titles|fines|cut|numbers|counts)(\\.print)?",
              "what stands on the phone's receipt is seen on the phone; at step 2 of a lying panel"
                  + " a notice may take its line, at steps 3 and 4 it has a page"),
          Reason.of(
              "done.*",
              "end\\.take\\.line",
              "that they are theirs until the date stands above, in the line with the date"),
          Reason.of(
              "return.*|charges-returned",
              "fine\\.(head|day|fold|not|stages).*|suspension\\.(head|rate|counts)|emptying\\.door\\.shut",
              "the strip of days is a picture of the line that stays: days times rate, or how many"
                  + " were counted"),
          Reason.of(
              "return.*",
              "place\\.[A-C]\\.(one|other)|board\\.count|seen\\.count|speech\\.place|hand\\.leave.*",
              "how many go to a place: each row says its place, with letter and name"),
          Reason.of(
              "return.*",
              "(end\\.)?return(ed)?\\.moment|return\\.moment",
              "the time that counts is said again where the visit ends, and on the receipt"),
          Reason.of(
              "return.*",
              "return\\.done.*|end\\.returned\\.count.*|paper\\.returned.*|borrow\\.(open|seen).*",
              "the heading counts rows that are told one by one; the key to more bears the number"),
          Reason.of(
              "return.*",
              "hand\\.(give|wait)(\\.scan)?\\.line|return\\.(empty(\\.scan)?\\.(head|line)|wait(\\.scan)?)|hand\\.give(\\.scan)?\\.head",
              "that a stack is fine and no card needed; the picture shows the books on the tray,"
                  + " and either the heading or the picture says to put them there"),
          Reason.of(
              "borrow-.*",
              "row\\.take|borrow\\.more|end\\.borrowed\\.count.*",
              "what is lent is one row, and the key by which one leaves says how many are taken"),
          Reason.of(
              "borrow-.*|resume",
              "borrow\\.(open|seen|missing)\\..*|seen\\.count|board\\.(back|count)|speech\\.place",
              "counts of the heading: the rows stand there, and the key to more counts the open"),
          Reason.of(
              "borrow-.*",
              "borrow\\.(working|progress)(\\.scan)?|hand\\.wait(\\.scan)?\\.line",
              "the area of the hand says to leave the books there, each row what becomes of it"),
          Reason.of(
              "borrow-.*",
              "hand\\.leave\\..*|place\\.[ABC]\\..*",
              "each row says in its words where its book goes, several in their short form too"),
          Reason.of(
              "borrow-.*",
              "hand\\.part\\..*",
              "the row says which parts are missing, and to add them"),
          Reason.of(
              "borrow-.*|resume",
              "hand\\.(place|take)\\..*|code\\.T1[12]\\.do|stamp\\.again",
              "how to lay it down: the picture of the hand shows it"),
          Reason.of(
              "borrow-silent",
              "borrow\\.(takelater|lateropen)\\..*",
              "the dashed stamp of the row says that it is not confirmed yet"),
          Reason.of(
              "borrow-ask.*", "count\\.(line|change)", "the numbers stand there as keys, one lit"),
          Reason.of(
              "entry.*",
              "entry\\.(head|line)",
              "what is wrong with a number is told in the place of the heading, above what was"
                  + " typed"),
          Reason.of(
              "identify-.*",
              "key\\.done",
              "the word of a step that is ahead, as `step.done`: its mark stands in the bar"),
          Reason.of(
              "identify-pin.*",
              "identify\\.pin\\.line",
              "that only dots are shown is seen in the field with the first digit"),
          Reason.of(
              "identify-pin",
              "identify\\.pin\\.head",
              "on a small panel a PIN was asked for already: why again stands in its place"),
          Reason.of(
              "hours-closed",
              "closed\\.instead",
              "in English the column of a lying panel has no room for another place at step 2; the"
                  + " hours, and that the drop is open, stay"),
          Reason.of(
              "account.*",
              "account\\.(waiting|ready|showsum|nothing).*",
              "the key has its name alone; how it stands with it is on the page behind it"),
          Reason.of(
              "account.*|holds.*",
              "paper\\.borrowed.*|phone\\.lent.*|account\\.loans.*|holds\\.head.*",
              "the heading counts rows that are told one by one"),
          Reason.of(
              "account.*|charges.*|holds.*",
              "code\\.label|row\\.asking",
              "the code follows what it is the code of without the word before it"),
          Reason.of(
              "help.*|privacy.*|.*-idle|.*-leave",
              "help\\..*|idle\\..*|leave\\..*",
              "a sheet shows no code for a phone, and not the slow key, where its words fill it"),
          Reason.of(
              ANY,
              "code\\.(label|aside|tell)",
              "a code that stands alone has the word beside it as it fits"));

  /// Panels and sizes at which why a book is not lent does not stand in the short form of three
  /// open matters. The form shows three of them in the size that was asked for: title, state and
  /// place. A third line each has no room in half a panel, and words smaller than asked for would
  /// be no answer to who asked. Each whole row, with why, has a page of its own behind them.
  private static final Pattern WHY_LATER =
      Pattern.compile("(1080x1920 4|1920x1080 [34]|1024x768-304mm [34])");

  private LeftOut() {}

  /// Whether why a book is not lent waits for its whole row.
  static boolean whyLater(PanelKind kind, int step) {
    return WHY_LATER.matcher(kind.name() + " " + step).matches();
  }

  /// Why it may be missing; empty = it must not.
  static Optional<String> why(String screen, String text) {
    return REASONS.stream()
        .filter(
            each ->
                each.screens().matcher(screen).matches() && each.texts().matcher(text).matches())
        .map(Reason::why)
        .findFirst();
  }

  /// Whether the picture of how a card is held gives way to a notice at the last step: on a narrow
  /// panel in English, whose heading, line and notice have two, two and three lines. They fill the
  /// upper half, also with a smaller heading, and the lower one is all keys; the line says what the
  /// picture shows.
  static boolean cardPicture(PanelKind kind, Language language) {
    return kind.equals(PanelKind.TWENTY_FOUR_INCH) && language == Language.EN;
  }

  /// Whether two keys are the same act: several of a list are numbered, one alone names its item;
  /// how it stands with something may follow its name, which counts as said and not as a key.
  static boolean sameKey(String usual, String here) {
    String name = usual.replaceFirst(" [0-9]+$", "");
    return here.startsWith(name) || name.startsWith(here + " ");
  }

  /// Whether a key only turns pages: there are more where the text is larger, or fewer.
  static boolean turns(String key) {
    return TURNERS.matcher(key).matches();
  }
}
