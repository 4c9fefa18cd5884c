package org.libstation.screen;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.screen.look.KeyCap;

/// A screen in the largest text on a panel of 15 inch, a page after the other.
final class SmallPages {
  private static final int MOST = 40;
  private static final Pattern BACK = Pattern.compile("Back|上一頁|上一页");

  /// With or without the number of open matters behind it.
  private static final Pattern ON =
      Pattern.compile("Next|下一頁|下一页|[0-9]+ more|還有 [0-9]+ 項|还有 [0-9]+ 项");

  private final ScreenHost host;
  private final FlowState state;

  SmallPages(ScreenHost host, String name, Language language) {
    this(
        host,
        States.in(
            States.named(name),
            language,
            new Access(Access.MOST_TEXT_STEPS, false, false, false, false)));
  }

  SmallPages(ScreenHost host, FlowState state) {
    this.host = host;
    this.state = state;
    host.fit(LargeTextTest.FIFTEEN_INCH);
    show();
    for (int page = 0; page < MOST && turn(BACK); page++) {
      show();
    }
  }

  /// From the first to the last.
  ///
  /// @param page what lies on top
  void each(Consumer<Node> page) {
    page.accept(top());
    for (int at = 0; at < MOST && turn(ON); at++) {
      show();
      page.accept(top());
    }
  }

  private boolean turn(Pattern words) {
    List<KeyCap> keys =
        ScreensTest.keys(top()).stream()
            .filter(
                key ->
                    LargeTextTest.isSeen(key) && words.matcher(key.getAccessibleText()).matches())
            .toList();
    keys.stream().findFirst().ifPresent(KeyCap::fire);
    return !keys.isEmpty();
  }

  private Node top() {
    Parent canvas = (Parent) host.getChildrenUnmodifiable().getFirst();
    return state.overlay().isPresent() ? canvas.getChildrenUnmodifiable().getLast() : canvas;
  }

  private void show() {
    host.resize(1024, 768);
    host.show(state);
    for (int pass = 0; pass < 4; pass++) {
      host.applyCss();
      host.layout();
    }
  }
}
