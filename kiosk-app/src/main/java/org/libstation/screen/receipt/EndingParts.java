package org.libstation.screen.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.ListLayout;
import org.libstation.screen.kit.look.PatronMetrics;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.Pictures;
import org.libstation.screen.kit.widget.GrowingHand;
import org.libstation.screen.kit.widget.HandBox;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.StagePane;
import org.libstation.screen.kit.words.Voice;

/// Parts of the end of a visit, used by each of its layouts.
final class EndingParts {
  /// Height of the slip beside the words, with its margins, in px.
  private static final double SLIP = 500;

  private EndingParts() {}

  static Writing line(Type type, ReceiptViewModel.VisitEnding ending, int at) {
    String said = ending.lines().get(at);
    // Low parts are wide, so the lines are joined.
    String words =
        type.look().layouts().ending().linesJoined() ? said.replace("\n", type.between()) : said;
    return type.write(at == 0 ? Role.SUM : Role.TITLE, at == 0, Ink.TEXT, words);
  }

  /// Creates the row with the result of the visit, and the date slip beside it if there is room.
  static HBox withSlip(Type type, VBox text, Optional<? extends Node> slip) {
    text.setAlignment(Pos.CENTER_LEFT);
    HBox row = Box.add(Box.row(24, Box.grow(text)), slip);
    boolean air = slip.isPresent() && air(slip.get(), type);
    row.setMinHeight(air ? SLIP : Region.USE_PREF_SIZE);
    return row;
  }

  private static boolean air(Node slip, Type type) {
    return slip instanceof StackPane && type.look().step() == 1;
  }

  static Optional<Node> slip(Type type, ReceiptViewModel.VisitEnding ending) {
    return ending
        .slip()
        .<Node>map(date -> Pictures.dateSlip(type.atStep(1), date.head(), stamp(date)));
  }

  /// The stamp without the slip, for little room.
  static Optional<Node> stamped(Type type, ReceiptViewModel.VisitEnding ending) {
    return ending.slip().map(date -> Pictures.dateStamp(type, stamp(date), 1));
  }

  static Pictures.Stamped stamp(ReceiptViewModel.DateSlip date) {
    return new Pictures.Stamped(date.day(), date.weekday(), date.open());
  }

  /// Creates the notices. If there is little room, first the notices are cut to their headings,
  /// then the problems; then notices are left out.
  ///
  /// If the following pages have the full text, the date takes precedence over it here.
  static List<Node> notices(ReceiptViewModel model, Type written) {
    boolean waits = written.look().layouts().ending().noticesWait();
    List<Node> all = new ArrayList<>();
    for (NoticeBar.NoticeBarWords problem : model.problems.get()) {
      // The gravest stands first, and stays if there is no room for all.
      boolean first = all.isEmpty();
      int whole = waits ? 4 : first ? 1 : 3;
      int head = waits ? first ? 2 : 3 : first ? 1 : 2;
      all.add(
          StagePane.orElse(
              StagePane.rank(whole, new NoticeBar(written, problem)),
              StagePane.rank(head, new NoticeBar(written, problem.headAlone()))));
    }
    for (NoticeBar.NoticeBarWords notice : model.notices.get()) {
      NoticeBar head = StagePane.rank(waits ? 3 : 2, new NoticeBar(written, notice.headAlone()));
      all.add(
          waits ? head : StagePane.orElse(StagePane.rank(3, new NoticeBar(written, notice)), head));
    }
    return all;
  }

  /// Says what the patron's hands do next; in few words if the picture has no room.
  static Optional<Node> take(ReceiptViewModel model, Type type) {
    return model
        .take
        .get()
        .filter(_ -> type.look().layouts().ending().hands().pictured())
        .map(
            words ->
                StagePane.orElse(
                    StagePane.rank(4, hand(pictured(type), words)), take(type.atStep(1), words)));
  }

  /// On an upright panel the picture grows into free room.
  private static Region hand(Type type, HandBox.HandBoxWords words) {
    boolean grows = type.look().layouts().lists().hand().place() == ListLayout.HandPlace.UNDER_ROWS;
    return grows && !type.look().stills()
        ? StagePane.flexible(GrowingHand.of(type, words))
        : HandBox.of(type, words);
  }

  /// The same without the picture, for little room.
  static Optional<Node> takeInShort(ReceiptViewModel model, Type type) {
    return take(model, type).map(StagePane::last);
  }

  /// Creates the question and where the answer is, to stand beside the code. The text is as large
  /// as possible without being higher than the code and without breaking a word.
  ///
  /// @param more smaller lines below them
  static VBox asked(
      Type type, String question, String phone, List<String> more, double width, double height) {
    return type.fitting(
        type.look().step(),
        written -> {
          VBox words = Box.column(8, written.head(question), written.body(phone));
          more.forEach(line -> Box.add(words, written.caption(line)));
          return words;
        },
        words ->
            words.prefHeight(width) <= height
                && words.getChildren().stream()
                    .allMatch(line -> ((Writing) line).widestPart() <= width));
  }

  /// Says that a receipt is printing and, without room for pictures, what the hands do next. The
  /// text is as large as the result of the visit.
  static List<Node> next(ReceiptViewModel model, Type written) {
    List<Node> all = new ArrayList<>();
    if (model.paper.get() instanceof ReceiptViewModel.ReceiptPaperView.ReceiptPrinting
        && written.look().layouts().ending().hands().printing()) {
      all.add(printing(written, model.voice()));
    }
    if (!written.look().layouts().ending().hands().pictured()) {
      model.take.get().map(words -> take(written, words)).ifPresent(all::add);
    }
    return all;
  }

  /// On a small panel only one line of words fits beside the picture.
  private static Type pictured(Type type) {
    return type.atMost(type.look().layouts().ending().hands().step());
  }

  private static NoticeBar take(Type type, HandBox.HandBoxWords.PileWords words) {
    return new NoticeBar(type, NoticeBar.NoticeBarWords.of(Ink.ASK, Icon.HAND, words.head(), ""));
  }

  /// Height of all parts, with a gap below each.
  static double height(List<Node> parts, double width, double gap) {
    return parts.stream().mapToDouble(part -> Math.ceil(part.prefHeight(width)) + gap).sum();
  }

  /// The heading of a card, behind its icon.
  static HBox headed(Type type, Icon icon, String words) {
    return Box.row(16, new IconView(icon, 48, Ink.TEXT), Box.grow(type.head(words)));
  }

  static HBox printing(Type type, Voice voice) {
    VBox words =
        Box.column(
            8,
            type.h2(voice.say("receipt.printing")),
            type.body(voice.say("receipt.printing.line")));
    PatronMetrics.EndingMetrics sizes = type.look().metrics().patrons().ending();
    IconView printer = new IconView(Icon.PRINT, sizes.printer(), Ink.ASK).stroked(3.5);
    HBox card = Box.whole(Box.styled(Box.row(32, printer, Box.grow(words)), "hand"));
    double ends = sizes.printerEnds();
    return Box.padded(card, ends, 28, ends, 36);
  }
}
