package org.libstation.screen;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Node;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.look.KeyCap;

/// A screen, a page after the other: as a rule in the largest text on a panel of 15 inch.
final class SmallPages {
  private static final int MOST = 40;
  private static final Pattern BACK = Pattern.compile("Back|上一頁|上一页");

  /// With or without the number of open matters behind it.
  private static final Pattern ON =
      Pattern.compile("Next|下一頁|下一页|[0-9]+ more|還有 [0-9]+ 項|还有 [0-9]+ 项");

  private final ScreenHost host;
  private final FlowState state;
  private final PanelKind kind;

  SmallPages(ScreenHost host, String name, Language language) {
    this(
        host,
        States.in(
            States.named(name),
            language,
            Access.silent(Access.MOST_TEXT_STEPS, false, false, false, false)));
  }

  SmallPages(ScreenHost host, FlowState state) {
    this(host, state, PanelKind.FIFTEEN_INCH);
  }

  SmallPages(ScreenHost host, FlowState state, PanelKind kind) {
    this.host = host;
    this.state = state;
    this.kind = kind;
    host.fit(kind.fit());
    show();
    List<String> before = List.of();
    for (int page = 0; page < MOST && !words().equals(before); page++) {
      before = words();
      if (turn(BACK)) {
        show();
      }
    }
  }

  /// From the first to the last.
  ///
  /// @param page what lies on top
  void each(Consumer<Node> page) {
    page.accept(top());
    List<String> before = words();
    for (int at = 0; at < MOST && turn(ON); at++) {
      show();
      List<String> now = words();
      if (now.equals(before)) {
        // Only the flow could turn it.
        return;
      }
      before = now;
      page.accept(top());
    }
  }

  private List<String> words() {
    return ScreensTest.texts(top()).stream()
        .filter(LargeTextTest::isSeen)
        .map(ScreensTest::said)
        .toList();
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
    return PanelKind.topmost(host, state);
  }

  private void show() {
    kind.show(host, state);
  }
}
