package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.Drawing;
import org.libstation.screen.speech.SceneReader;
import org.libstation.screen.speech.SpokenLine;
import org.libstation.testkit.Needs;

/// Where nothing moves, the way that hands go stands in three numbered pictures.
class StillPicturesTest {
  private static final Texts TEXTS = TestTexts.OURS;
  private static final Access SLOW = Access.silent(1, false, true, false, false);

  private ScreenHost host;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @BeforeEach
  void open() throws Exception {
    host = Fx.call(() -> ScreensTest.host(new ArrayList<>()));
  }

  private void show(FlowState state) throws Exception {
    Fx.run(() -> ScreensTest.show(host, state));
  }

  private static FlowState slow(String name) {
    return States.in(States.named(name), Language.ZH_HANT_HK, SLOW);
  }

  private Node hand() {
    return Tree.seen(
            host, node -> SpeechMark.kind(node).equals(Optional.of(SpeechMark.NodeRole.HAND)))
        .getFirst();
  }

  private List<Node> pictures() {
    return Tree.seen(hand(), Drawing.class::isInstance);
  }

  private List<String> words() {
    return Tree.seen(hand(), Writing.class::isInstance).stream()
        .map(node -> ((Writing) node).text())
        .toList();
  }

  /// How far down the thing to move is in each picture.
  private List<Double> heights() {
    return pictures().stream()
        .map(
            picture ->
                Tree.seen(
                        picture,
                        node ->
                            node instanceof Rectangle
                                && node.getStyleClass().contains("fill-ask-mark"))
                    .getFirst())
        .map(Node::getTranslateY)
        .toList();
  }

  @Test
  void whoeverAskedForTimeSeesTheWayInThreeNumberedPictures() throws Exception {
    show(States.named("borrow-empty"));
    assertThat(pictures()).hasSize(1);
    show(slow("borrow-empty"));
    assertThat(pictures()).hasSize(3);
    assertThat(words()).contains("1", "2", "3");
  }

  @Test
  void theThingGoesDownToThePileAndUpFromIt() throws Exception {
    show(slow("borrow-empty"));
    assertThat(heights()).hasSize(3).isSorted().doesNotHaveDuplicates();
    show(slow("return-former"));
    assertThat(heights())
        .hasSize(3)
        .isSortedAccordingTo((one, two) -> Double.compare(two, one))
        .doesNotHaveDuplicates();
  }

  @Test
  void aSiteThatSaysThatNothingMovesHasThemToo() throws Exception {
    Fx.call(
        () -> {
          host.moving(false);
          return host;
        });
    show(States.named("borrow-empty"));
    assertThat(pictures()).hasSize(3);
  }

  @Test
  void theCardComesToWhereItIsReadInThreeNumberedPictures() throws Exception {
    show(States.named("identify-card"));
    assertThat(cardsAway()).containsExactly(0.0);
    show(slow("identify-card"));
    // The fourth is the whole desk.
    assertThat(cardsAway()).hasSize(4).endsWith(0.0);
    assertThat(cardsAway().subList(0, 3))
        .isSortedAccordingTo((one, two) -> Double.compare(two, one))
        .doesNotHaveDuplicates()
        .endsWith(0.0);
    assertThat(Tree.seen(host, Writing.class::isInstance))
        .extracting(node -> ((Writing) node).text())
        .contains("1", "2", "3");
  }

  /// How far the card is from where it is read, in each picture of the desk.
  private List<Double> cardsAway() {
    return Tree.seen(host, Drawing.class::isInstance).stream()
        .filter(Parent.class::isInstance)
        .map(picture -> ((Parent) picture).getChildrenUnmodifiable())
        .filter(layers -> layers.size() > 1)
        .map(layers -> layers.getLast().getTranslateY())
        .toList();
  }

  @Test
  void whileHandsWaitThereIsOnePicture() throws Exception {
    FlowState waiting =
        States.borrowing(
            States.WELL,
            Hands.WAIT,
            States.named("borrow-stack").session().orElseThrow().borrows().getFirst());
    show(States.in(waiting, Language.ZH_HANT_HK, SLOW));
    assertThat(pictures()).hasSize(1);
  }

  @Test
  void theNumbersAreNotReadAloud() throws Exception {
    show(States.named("borrow-empty"));
    List<String> usual = said(Language.ZH_HANT_HK);
    show(slow("borrow-empty"));
    assertThat(said(Language.ZH_HANT_HK)).isNotEmpty().isEqualTo(usual);
  }

  private List<String> said(Language language) {
    return SceneReader.read(host, TEXTS.in(language)).stream()
        .filter(line -> line.kind() == SpokenLine.LineKind.HAND)
        .flatMap(line -> line.parts().stream())
        .toList();
  }
}
