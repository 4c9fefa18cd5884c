package org.libstation.screen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.language.Texts;
import org.libstation.language.Words;
import org.libstation.language.speech.Speech;
import org.libstation.screen.drop.DropView;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Brand;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Panel;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.picture.BuiltInBrand;
import org.libstation.screen.kit.picture.QrView;
import org.libstation.screen.kit.widget.Frame;
import org.libstation.screen.kit.widget.ScreenView;
import org.libstation.screen.kit.words.Voice;
import org.libstation.screen.sheet.SheetView;
import org.libstation.screen.sheet.SheetViewModel;
import org.libstation.screen.speech.Narrator;
import org.libstation.screen.speech.SceneReader;
import org.libstation.screen.typing.Awaited;

/// Shows the state it is given and tells what was pressed. Drawn on the canvas that suits the
/// window and scaled evenly into it. All calls on the FX thread.
public final class ScreenHost extends Region {
  private final Texts texts;
  private final SiteNames names;
  private final Duration idle;
  private final Consumer<FlowEvent> out;
  private final Pane canvas = new Pane();
  private final Scale scale = new Scale(1, 1);
  private final Darkness darkness = new Darkness(() -> pressed(new Key.Stay()));
  private final PhysicalKeys keyboard;
  private final Narrator narrator;
  private final SecondStrike strikes;
  private final Motion motion;
  private ScreenFit fit = ScreenFit.EVEN;
  private Brand brand = new BuiltInBrand();
  private Panel panel = Panel.UPRIGHT;

  private @Nullable ShownScreen shown;
  private @Nullable FlowState last;
  private @Nullable SheetView sheet;
  private @Nullable Look sheetLook;

  /// Where the focus stood before a sheet came up.
  private Optional<PhysicalKeys.Spot> under = Optional.empty();

  private boolean slow;
  private boolean drawing;

  /// Numbered pictures show what would move.
  private boolean stills;

  /// What is drawn now.
  ///
  /// @param quiet whether it speaks the words of a suspension
  private record ShownScreen(
      Class<? extends Screen> place, long session, Look look, boolean quiet, ScreenView view) {}

  /// What a press is of.
  private record PressContext(
      Class<? extends Screen> screen, Optional<Class<? extends Overlay>> sheet, long session) {
    private static PressContext of(FlowState state) {
      return new PressContext(
          state.screen().getClass(),
          state.overlay().map(Overlay::getClass),
          ScreenHost.session(state));
    }
  }

  private static long session(FlowState state) {
    return state.session().map(open -> open.number()).orElse(0L);
  }

  /// @param idle how long nobody may touch anything before the warning (the ring shows it)
  /// @param out takes every press; it must not block
  /// @param speech what the screens are read aloud into
  /// @param nanos monotonic; how fast a key is struck twice
  public ScreenHost(
      Texts texts,
      SiteNames names,
      Duration idle,
      Consumer<FlowEvent> out,
      Speech speech,
      LongSupplier nanos) {
    this.narrator = new Narrator(speech, texts::in);
    this.strikes = new SecondStrike(nanos);
    this.motion = new Motion(nanos);
    this.keyboard =
        new PhysicalKeys(
            this,
            this::begins,
            this::keys,
            new PhysicalKeys.PhysicalKeyListener(this::pressed, out, narrator::acted, this::ringed),
            nanos);
    Finger _ = new Finger(this, this::keys, () -> Optional.ofNullable(last).map(PressContext::of));
    this.texts = texts;
    this.names = names;
    this.idle = idle;
    this.out = out;
    canvas.getTransforms().add(scale);
    canvas.getStyleClass().addAll("canvas", "light");
    getStyleClass().add("host");
    getChildren().add(canvas);
    getStylesheets().addAll(Styles.sheets());
    widthProperty().subscribe(this::suit);
    heightProperty().subscribe(this::suit);
    sceneProperty()
        .subscribe(
            scene ->
                Optional.ofNullable(scene)
                    .ifPresent(it -> it.addPostLayoutPulseListener(motion::laid)));
  }

  /// Whether pictures and rows move; where not, a hand picture becomes three numbered ones. At
  /// first nothing moves, and pictures stand as they would move. Before anything is shown.
  public void moving(boolean on) {
    stills = !on;
    motion.on(on);
  }

  Motion motion() {
    return motion;
  }

  /// The library's own mark; before anything is shown.
  public void brand(Brand own) {
    brand = own;
  }

  /// How large the panel is and where it hangs.
  public void fit(ScreenFit panelFit) {
    fit = panelFit;
    suit();
  }

  /// Another window may need another anatomy.
  private void suit() {
    Panel suited = fit.of(getWidth(), getHeight()).panel();
    if (!suited.equals(panel)) {
      panel = suited;
      if (last != null) {
        show(last);
      }
    }
  }

  /// Lays a site's colours over the built-in ones.
  public void theme(SiteTheme theme) {
    getStylesheets().add(theme.stylesheet());
  }

  /// Shows a state. What the former one held of a person is taken off the screen.
  public void show(FlowState state) {
    drawing = true;
    last = state;
    draw(state);
    slow = state.access().slow();
    keyboard.escape(
        state.overlay().orElse(null) instanceof Overlay.ConfirmLeave
            ? new Key.Stay()
            : new Key.Leave());
    if (state.access().aloud().on() || narrator.speaking()) {
      lay();
      narrator.shown(
          state,
          SceneReader.read(canvas, texts.in(state.language())),
          keyboard.ringed().map(PhysicalKeys.Spot::key));
    }
    drawing = false;
    boolean covered = state.overlay().isPresent();
    motion.shown(
        sheet == null ? canvas : sheet.node(),
        new Motion.At(state.screen().getClass(), session(state), covered),
        slow || (covered && sheet == null),
        state.working());
  }

  /// What fits is known when it was laid out; large text takes its room at the second try.
  private void lay() {
    for (int pass = 0; pass < 2; pass++) {
      applyCss();
      layout();
    }
  }

  /// The ring went to a key by the keyboard.
  private void ringed(KeyCap key) {
    if (!drawing) {
      narrator.focused(key);
    }
  }

  private void draw(FlowState state) {
    Look look = LookOfState.of(state, panel, stills);
    long session = session(state);
    boolean quiet = state.station().suspension().quiet();
    ShownScreen now = shown;
    boolean covered = sheet != null;
    Optional<PhysicalKeys.Spot> spot = keyboard.spot();
    boolean elsewhere =
        now == null || now.place() != state.screen().getClass() || now.session() != session;
    if (elsewhere || now == null || now.quiet() != quiet || !now.look().equals(look)) {
      clear();
      ScreenView view = Views.of(state.screen(), voice(state, look), look, this::pressed);
      view.show(state);
      last = state;
      canvas.getStyleClass().setAll("canvas", "ground", look.theme());
      // Beside a canvas of another shape than the panel there is no glaring bar.
      getStyleClass().setAll("host", "ground", look.theme());
      canvas.getChildren().setAll(view.node());
      shown = new ShownScreen(state.screen().getClass(), session, look, quiet, view);
      requestLayout();
    } else {
      now.view().show(state);
    }
    boolean dark = state.overlay().orElse(null) instanceof Overlay.Dark;
    overlay(state, !covered);
    if (dark != getChildren().contains(darkness)) {
      getChildren().setAll(dark ? List.of(canvas, darkness) : List.of(canvas));
    }
    keyboard.dark(dark);
    keyboard.asked(AskedSigns.by(state));
    cover(sheet != null || dark);
    focus(elsewhere ? Optional.empty() : spot, covered, sheet != null);
  }

  /// A sheet begins with its safe key; after it the focus goes back to where it stood.
  private void focus(Optional<PhysicalKeys.Spot> spot, boolean before, boolean now) {
    if (now && !before) {
      under = spot;
      begins().stream().findFirst().filter(_ -> getScene() != null).ifPresent(keyboard::focus);
    } else if (before && !now) {
      settle(under.or(() -> spot));
      under = Optional.empty();
    } else {
      settle(spot);
    }
  }

  private void settle(Optional<PhysicalKeys.Spot> former) {
    if (!keyboard.isThere(former, keys())) {
      // Some keys come only when it is known what fits.
      lay();
    }
    keyboard.settle(former, keys());
  }

  /// What keys of a keyboard with a sign on them mean on what is shown.
  Awaited awaited() {
    return keyboard.awaited();
  }

  /// What a sheet covers cannot be reached by a keyboard either.
  private void cover(boolean covered) {
    if (shown != null && shown.view().node() instanceof Frame frame) {
      frame.cover(covered);
    } else if (shown != null) {
      shown.view().node().setDisable(covered);
    }
  }

  /// What takes the focus where nothing has it, the best first: a sheet's safe key, the primary
  /// key, or the first of the stage. Nothing where the bars alone have keys: none of them is what
  /// comes next. Nor a key by which something is lost: who pressed Enter twice did not mean it.
  private List<KeyCap> begins() {
    if (sheet != null && sheet.safe().isPresent()) {
      return sheet.safe().stream().toList();
    }
    List<KeyCap> keys =
        keys().stream()
            .filter(PhysicalKeys::reachable)
            .filter(key -> !key.loses() && !SpeechMark.under(SpeechMark.NodeRole.BARS, key))
            .toList();
    List<KeyCap> large =
        keys.stream().filter(key -> !key.getStyleClass().contains("small")).toList();
    return Stream.of(
            large.stream().filter(key -> key.getStyleClass().contains("primary")),
            large.stream(),
            keys.stream())
        .flatMap(each -> each)
        .toList();
  }

  /// Takes keys in the flow's place while it is asked which there are.
  private @Nullable List<Key> asked;

  private List<KeyCap> keys() {
    return KeyCap.under(canvas);
  }

  /// Where the keys that can be pressed are: `key X Y WORDS`, the centre of each in pixels of the
  /// display.
  public List<String> keyPlaces() {
    // What was drawn since the last frame would be told at a place where nobody sees it.
    lay();
    motion.rest();
    return keys().stream()
        .filter(PhysicalKeys::reachable)
        .map(
            key -> {
              Bounds place = key.localToScreen(key.getLayoutBounds());
              return "key %d %d %s"
                  .formatted(
                      Math.round(place.getCenterX()),
                      Math.round(place.getCenterY()),
                      key.getAccessibleText());
            })
        .toList();
  }

  /// What can be told to the flow by the keys that are drawn now and can be pressed: of a sheet, if
  /// one lies over the screen. Nothing is told by asking.
  public List<Key> drawnKeys() {
    List<Key> drawn = new ArrayList<>();
    asked = drawn;
    try {
      (sheet == null ? keys() : KeyCap.under(sheet.node()))
          .stream().filter(PhysicalKeys::reachable).filter(KeyCap::onlyTells).forEach(KeyCap::fire);
    } finally {
      asked = null;
    }
    return drawn;
  }

  /// @param comes no sheet was there before
  private void overlay(FlowState state, boolean comes) {
    Look look = LookOfState.of(state, panel, stills);
    // The small panel of a drop says what a sheet would say in its own place.
    if (state.overlay().filter(over -> !(over instanceof Overlay.Dark)).isEmpty()
        || state.screen() instanceof Screen.BookDropScreen) {
      if (sheet != null) {
        drop(sheet.node());
        sheet = null;
      }
      return;
    }
    SheetView there = sheet;
    if (there == null || !Objects.equals(sheetLook, look)) {
      if (there != null) {
        drop(there.node());
      }
      there =
          new SheetView(
              new SheetViewModel(voice(state, look), look), this::pressed, this::bottom, comes);
      sheet = there;
      sheetLook = look;
    }
    there.show(state, state.overlay().get());
    if (!canvas.getChildren().contains(there.node())) {
      there.node().resize(look.panel().width(), look.panel().height());
      Box.add(canvas, there.node());
    }
  }

  private double bottom() {
    return shown != null && shown.view().node() instanceof Frame frame ? frame.bottomHeight() : 0;
  }

  /// While fines are suspended nobody is warned of what is late.
  private Voice voice(FlowState state, Look look) {
    Words words = texts.in(look.language());
    return new Voice(
        state.station().suspension().quiet() ? words.quiet() : words,
        names.libraryIn(look.language()),
        names.stationIn(look.language()),
        names.surroundingsIn(look.language()),
        idle,
        brand);
  }

  private void pressed(Key key) {
    if (asked != null) {
      asked.add(key);
      return;
    }
    if (strikes.ignores(key, slow)) {
      return;
    }
    narrator.acted();
    if (key instanceof Key.SayAgain) {
      narrator.again();
    } else if (key instanceof Key.SayReceipt && shown != null) {
      narrator.receipt(shown.view().aloud());
    }
    out.accept(new FlowEvent.Pressed(key));
  }

  /// After a visit: nothing keeps the focus that the former person left, and the clipboard, which
  /// no control here fills, is empty.
  public void forget() {
    narrator.forget();
    strikes.forget();
    keyboard.forget();
    under = Optional.empty();
    if (getScene() != null) {
      requestFocus();
    }
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (!clipboard.getContentTypes().isEmpty()) {
      clipboard.clear();
    }
  }

  /// Takes everything off the screen; no text stays in a node that somebody may still hold.
  public void clear() {
    motion.forget();
    Optional.ofNullable(shown).ifPresent(old -> drop(old.view().node()));
    shown = null;
    last = null;
    if (sheet != null) {
      drop(sheet.node());
      sheet = null;
    }
    canvas.getChildren().clear();
  }

  private void drop(Node node) {
    canvas.getChildren().remove(node);
    wipe(node);
  }

  private static void wipe(Node node) {
    if (node instanceof Text text) {
      text.setText("");
    } else if (node instanceof QrView code) {
      code.wipe();
    }
    // A chart says by itself what its bars are.
    if (!node.accessibleTextProperty().isBound()) {
      node.setAccessibleText(null);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(ScreenHost::wipe);
    }
  }

  @Override
  protected void layoutChildren() {
    darkness.resizeRelocate(0, 0, getWidth(), getHeight());
    Dimension2D drawn = drawn();
    double factor = Math.min(getWidth() / drawn.getWidth(), getHeight() / drawn.getHeight());
    if (factor <= 0) {
      return;
    }
    scale.setX(factor);
    scale.setY(factor);
    canvas.resizeRelocate(
        Math.rint((getWidth() - drawn.getWidth() * factor) / 2),
        Math.rint((getHeight() - drawn.getHeight() * factor) / 2),
        drawn.getWidth(),
        drawn.getHeight());
  }

  /// How large the canvas is now.
  private Dimension2D drawn() {
    if (shown != null && LookOfState.isDropPanel(shown.place())) {
      return new Dimension2D(DropView.WIDTH, DropView.HEIGHT);
    }
    Panel on = shown == null ? panel : shown.look().panel();
    return new Dimension2D(on.width(), on.height());
  }

  @Override
  protected double computePrefWidth(double height) {
    return Tokens.WIDTH;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Tokens.HEIGHT;
  }
}
