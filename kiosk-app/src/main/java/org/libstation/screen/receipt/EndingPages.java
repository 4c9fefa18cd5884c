package org.libstation.screen.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.widget.Frame;
import org.libstation.screen.kit.widget.Leaves;
import org.libstation.screen.kit.widget.Leaves.Piece;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.Pages;
import org.libstation.screen.kit.widget.StagePane;
import org.libstation.screen.receipt.ReceiptViewModel.ReceiptPaperView;

/// Shows the end of a visit on several pages if one has no room for all. The first page has the
/// result, the question, the code, and the headings of what did not go as usual. The next pages
/// have those matters in full, and what the receipt contains. No text is left out because it is
/// large.
final class EndingPages {
  private final Type type;
  private final Look look;
  private final ReceiptViewModel model;
  private final Frame frame;
  private final Consumer<Key> pressed;
  private final double gap;

  EndingPages(Type type, ReceiptViewModel model, Frame frame, Consumer<Key> pressed) {
    this.type = type;
    this.look = type.look();
    this.model = model;
    this.frame = frame;
    this.pressed = pressed;
    this.gap = look.metrics().around().stage().partsApart();
  }

  /// @param parts parts of the first page
  /// @param beside parts of the column at its side
  void show(List<Node> parts, List<Node> beside) {
    Leaves leaves = new Leaves(type, look.list(), frame.room(), gap);
    List<Piece> more = look.layouts().ending().pagesFollow() ? more(leaves) : List.of();
    if (more.isEmpty()) {
      frame.controls(Optional.empty());
      frame.stage(parts, beside);
      return;
    }
    StagePane first = new StagePane(gap);
    first.show(parts);
    // It fills the page, so that the rest starts on the next.
    first.setPrefHeight(Math.floor(frame.room()));
    List<Piece> all = new ArrayList<>(List.of(new Piece.Whole(first)));
    all.addAll(more);
    Pages pages =
        leaves.pages(
            model.voice(), all, _ -> pressed.accept(new Key.Leaf(Key.Leaf.LeafKind.PAGES)));
    Region turner = pages.turnerApart();
    frame.controls(Optional.of(turner));
    frame.stage(List.of(StagePane.flexible(pages)), beside);
  }

  private List<Piece> more(Leaves leaves) {
    List<Piece> all = new ArrayList<>();
    Stream.concat(model.problems.get().stream(), model.notices.get().stream())
        .filter(notice -> notice.line().isPresent())
        .forEach(notice -> all.addAll(whole(leaves, notice)));
    if (model.paper.get() instanceof ReceiptPaperView.ReceiptOffer choice
        && choice.phone().isPresent()) {
      all.addAll(leaves.begin(Icon.MOBILE, Ink.TEXT, model.voice().say("receipt.phone.how")));
      all.add(said(choice.about()));
      all.add(said(model.voice().say("receipt.time")));
    }
    return all;
  }

  private static List<Piece> whole(Leaves leaves, NoticeBar.NoticeBarWords notice) {
    List<Piece> all =
        new ArrayList<>(leaves.begin(notice.icon(), notice.ink(), "**" + notice.head() + "**"));
    notice.line().ifPresent(line -> all.add(said(line)));
    notice.aside().ifPresent(code -> all.add(said(code)));
    return all;
  }

  private static Piece said(String words) {
    return Piece.said(Role.CAPTION, false, words);
  }
}
