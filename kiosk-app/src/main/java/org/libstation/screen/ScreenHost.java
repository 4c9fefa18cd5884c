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

/// Draws each state that it is given, and reports every key that is pressed. It draws on the canvas
/// that suits the window, and scales it evenly. Call all methods on the FX thread.
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

  /// Focus before a sheet came up.
  private Optional<PhysicalKeys.Spot> under = Optional.empty();

  private boolean slow;
  private boolean drawing;

  /// Whether numbered pictures replace animations.
  private boolean stills;

  /// What is drawn now.
  ///
  /// @param quiet whether it has the words for a suspension of fines
  private record ShownScreen(
      Class<? extends Screen> place, long session, Look look, boolean quiet, ScreenView view) {}

  /// Screen, sheet and visit in which a press began.
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

  /// @param idle time without a touch before the warning, shown by the ring
  /// @param out takes every press; must not block
  /// @param speech reads the screens aloud
  /// @param nanos monotonic clock, for keys struck twice and for animations
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

  /// Sets whether pictures and rows move; otherwise three numbered pictures replace a hand picture.
  /// At first nothing moves, and pictures look as if they would. Call it before anything is shown.
  public void moving(boolean on) {
    stills = !on;
    motion.on(on);
  }

  Motion motion() {
    return motion;
  }

  /// Sets the library's own mark; call it before anything is shown.
  public void brand(Brand own) {
    brand = own;
  }

  /// Sets the panel's size and height above the floor.
  public void fit(ScreenFit panelFit) {
    fit = panelFit;
    suit();
  }

  /// Draws anew if the window now needs another canvas.
  private void suit() {
    Panel suited = fit.of(getWidth(), getHeight()).panel();
    if (!suited.equals(panel)) {
      panel = suited;
      if (last != null) {
        show(last);
      }
    }
  }

  /// Adds a site's colours to the built-in ones.
  public void theme(SiteTheme theme) {
    getStylesheets().add(theme.stylesheet());
  }

  /// Draws a state. Personal data of the former state leaves the screen.
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

  /// Lays out the canvas twice: only then is known what fits, and large text takes its room in the
  /// second pass.
  private void lay() {
    for (int pass = 0; pass < 2; pass++) {
      applyCss();
      layout();
    }
  }

  /// Reads a key aloud when the keyboard moved the ring to it.
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
      // A canvas of another shape than the panel must not have glaring bars beside it.
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

  /// Focuses a new sheet's safe key. After the sheet the focus goes back to where it was.
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
      // Some keys appear only after the layout, when it is known what fits.
      lay();
    }
    keyboard.settle(former, keys());
  }

  /// Returns the kind of keyboard input that the shown screen accepts.
  Awaited awaited() {
    return keyboard.awaited();
  }

  /// Makes what a sheet covers unreachable for a keyboard too.
  private void cover(boolean covered) {
    if (shown != null && shown.view().node() instanceof Frame frame) {
      frame.cover(covered);
    } else if (shown != null) {
      shown.view().node().setDisable(covered);
    }
  }

  /// Returns candidates for the first focus, best first: a sheet's safe key, the primary key, then
  /// other keys of the stage. Keys of the bars are not among them, because none is the next act.
  /// Neither are keys that lose something, because a patron may press Enter twice.
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

  /// Collects pressed keys in place of the flow, while [#drawnKeys] runs.
  private @Nullable List<Key> asked;

  private List<KeyCap> keys() {
    return KeyCap.under(canvas);
  }

  /// Returns the keys that can be pressed as lines `key X Y WORDS`: the centre of each in pixels of
  /// the display.
  public List<String> keyPlaces() {
    // Without a layout, keys that were just drawn would be reported at a place where they are not
    // seen.
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

  /// Returns the keys that can be pressed now; if a sheet lies over the screen, those of the sheet.
  /// Nothing is sent to the flow.
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

  /// @param comes whether there was no sheet before
  private void overlay(FlowState state, boolean comes) {
    Look look = LookOfState.of(state, panel, stills);
    // The small panel of a drop shows in its own layout what a sheet would say.
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

  /// Uses words that do not warn of late items while fines are suspended.
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

  /// Erases traces of a visit: speech, focus, and the clipboard, which no control here fills.
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

  /// Removes everything from the screen. It also erases the text of each removed node, because
  /// something may still refer to it.
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
    // A chart computes its own description from its bars.
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

  /// Returns the size of the canvas now.
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
