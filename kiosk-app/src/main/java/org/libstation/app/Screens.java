package org.libstation.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;
import org.libstation.circulation.PartsTaken;
import org.libstation.flow.WarmUp;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen.Welcome;
import org.libstation.language.Texts;
import org.libstation.language.speech.Speech;
import org.libstation.process.Kiosk;
import org.libstation.screen.KioskWindow;
import org.libstation.screen.KioskWindow.WindowPosition;
import org.libstation.screen.ScreenFit;
import org.libstation.screen.ScreenHost;
import org.libstation.screen.SiteBrand;
import org.libstation.screen.SiteTheme;
import org.libstation.screen.WarmUpStage;
import org.libstation.site.DeviceName;
import org.libstation.site.Laboratory;
import org.libstation.site.Reason;
import org.libstation.site.ScreenSettings;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.site.StationYaml;
import org.libstation.station.Forgetting;
import org.libstation.station.parts.Devices;
import org.libstation.station.parts.FlowParts;
import org.libstation.station.parts.Inbox;
import org.libstation.station.parts.SpeechParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows the newest state in the window, on the FX thread. States that arrive faster than they can
/// be drawn are skipped.
final class Screens {
  private static final Logger log = LoggerFactory.getLogger(Screens.class);
  private static final Duration KEYS = Duration.ofSeconds(20);

  /// How long the desk's thread waits for the screen to forget a visit. A busy machine may need
  /// longer; then [Forgetting] asks again.
  private static final Duration FORGETS = Duration.ofSeconds(2);

  /// Time without a touch after which no person is assumed to be waiting.
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final StationSettings settings;
  private final Kiosk.Options options;
  private final Optional<SiteTheme> theme;
  private final SiteBrand brand;
  private final Behind behind;
  private final Beginning beginning;
  private final Runnable ended;
  private final AtomicReference<@Nullable FlowState> next = new AtomicReference<>();
  private final CountDownLatch usable = new CountDownLatch(1);
  private volatile boolean over;
  private @Nullable ScreenHost host;

  /// The drop's own panel, if the site has one. Only the FX thread uses this.
  private Optional<DropSide> drop = Optional.empty();

  /// Only the FX thread uses this.
  private Panels panels = Panels.ONE;

  /// Replaces the first picture by the screens and runs a task once they are visible. Only the FX
  /// thread uses this.
  private Consumer<Runnable> revealing = _ -> {};

  /// Released when the screen has carried out the last request to forget. Only the desk's thread
  /// uses this.
  private CountDownLatch forgetting = new CountDownLatch(0);

  /// Whether an invisible visit remains to be drawn, and whether no patron is present. Only the FX
  /// thread uses these.
  private boolean warmsUp;

  private boolean nobody;

  /// Time of the last touch, click or key, or of the program's start; monotonic, in nanoseconds.
  private long touched = System.nanoTime();

  /// The parts of the station behind the window.
  record Behind(
      Texts texts,
      SpeechParts speech,
      Devices devices,
      ShownState shown,
      Forgetting forgetting,
      Inbox inbox) {}

  /// @param theme the site's own colours, already checked
  /// @param brand the site's own logo
  /// @param beginning the window shown since the program began, and the panels; used once the
  ///   toolkit runs
  Screens(
      StationSettings settings,
      Kiosk.Options options,
      Optional<SiteTheme> theme,
      SiteBrand brand,
      Behind behind,
      Beginning beginning,
      Runnable ended) {
    this.beginning = beginning;
    this.theme = theme;
    this.brand = brand;
    this.settings = settings;
    this.options = options;
    this.behind = behind;
    this.ended = ended;
  }

  /// Returns the real size of this machine's panel and its height above the floor, as configured.
  private static ScreenFit fit(StationSettings settings, Rectangle2D panel) {
    return settings.screen().fit(panel.getWidth(), panel.getHeight());
  }

  /// Checks whether the panel is large enough, and warns about keys that are small or out of reach.
  ///
  /// @throws SiteProblem if the panel is too small
  static void check(StationSettings settings, Panels panels) {
    Rectangle2D panel = panels.own();
    ScreenFit fit = fit(settings, panel);
    fit.outOfReach(panel.getWidth(), panel.getHeight()).ifPresent(log::warn);
    fit.tooSmall(panel.getWidth(), panel.getHeight())
        .ifPresent(
            problem -> {
              throw new SiteProblem(
                  Reason.of(
                          Reason.Word.PANEL,
                          "",
                          fit.leastKey(panel.getWidth(), panel.getHeight()),
                          ScreenFit.leastUsable())
                      .refusal(StationYaml.NAME, 0, "station.screen", problem));
            });
    fit.smallKeys(panel.getWidth(), panel.getHeight()).ifPresent(log::warn);
  }

  /// Opens the window on the FX thread; returns at once.
  void open() {
    Platform.runLater(this::build);
  }

  private void build() {
    panels = beginning.panels();
    ScreenHost fresh =
        dressed(
            new ScreenHost(
                behind.texts(),
                FlowParts.names(settings),
                Duration.ofSeconds(settings.patron().idleSeconds()),
                this::answer,
                behind.speech().speech(),
                System::nanoTime));
    fresh.moving(settings.screen().motion() == ScreenSettings.MotionSetting.FULL);
    host = fresh;
    KioskWindow window =
        new KioskWindow(
            fresh,
            settings.library().getOrDefault(Language.OF_STAFF, "Libstation"),
            this::answer,
            behind.devices()::typedByScanner,
            ended,
            beginning.window());
    window.whenTouched(() -> touched = System.nanoTime());
    revealing = window::reveal;
    window.within(panels.station());
    options
        .place()
        .ifPresent(there -> window.place(new WindowPosition(there.x(), there.y(), there.height())));
    // A demonstration needs a normal window, so that its user can return to the desktop.
    if (options.fullscreen() && options.place().isEmpty()) {
      window.openForGood(true);
      warmsUp = true;
      if (dropsHere()) {
        drop = panels.named().map(name -> new DropSide(name, dropHost(), behind.inbox()));
        drop.ifPresent(side -> side.placed(window.window(), panels));
      }
      if (panels.named().isPresent()) {
        Screen.getScreens().addListener((ListChangeListener<Screen>) _ -> look(window));
      }
    } else {
      window.open(options.fullscreen());
    }
    behind.shown().addViewer(this::show);
    behind
        .forgetting()
        .add(new Forgetting.ForgettingPart("the screen", this::forget, this::awaitForgotten));
    options
        .pictures()
        .flatMap(
            directory ->
                Laboratory.present()
                    .map(
                        laboratory ->
                            laboratory.album(
                                directory,
                                behind.texts(),
                                FlowParts.names(settings),
                                Duration.ofSeconds(settings.patron().idleSeconds()),
                                theme)))
        .ifPresent(behind.shown()::addViewer);
    Platform.setImplicitExit(false);
  }

  /// Makes the screen of the drop's own panel. Its key presses are reported as presses at the drop.
  private ScreenHost dropHost() {
    ScreenHost fresh =
        new ScreenHost(
            behind.texts(),
            FlowParts.names(settings),
            Duration.ofSeconds(settings.patron().idleSeconds()),
            event -> {
              if (event instanceof FlowEvent.Pressed(Key key)) {
                answer(new FlowEvent.PressedAtDrop(key));
              }
            },
            Speech.SILENT,
            System::nanoTime);
    theme.ifPresent(fresh::theme);
    fresh.brand(brand);
    return fresh;
  }

  /// Reacts to panels that were plugged in, unplugged or turned.
  private void placed(KioskWindow window, Panels now) {
    panels = now;
    window.within(now.station());
    Optional.ofNullable(host).ifPresent(shown -> shown.fit(fit(settings, now.own())));
    drop.ifPresent(side -> side.placed(window.window(), now));
  }

  private boolean dropsHere() {
    return settings.role() == StationSettings.StationRoleSetting.STATION
        && (settings.devices().containsKey(DeviceName.DROP)
            || settings.devices().containsKey(DeviceName.BIN));
  }

  private void look(KioskWindow window) {
    Thread.ofPlatform()
        .daemon()
        .name("panels")
        .start(
            () -> {
              Panels now = Panels.of(options.config());
              Platform.runLater(() -> placed(window, now));
            });
  }

  private void answer(FlowEvent event) {
    touched = System.nanoTime();
    behind.inbox().answer(event);
  }

  private ScreenHost dressed(ScreenHost plain) {
    theme.ifPresent(plain::theme);
    plain.fit(fit(settings, panels.own()));
    plain.brand(brand);
    return plain;
  }

  /// Draws an invisible visit once, in a kiosk, before the first patron starts one.
  private void warmUp(FlowState now) {
    if (!warmsUp || !nobody) {
      return;
    }
    warmsUp = false;
    Rectangle2D panel = panels.own();
    ScreenHost unseen =
        dressed(
            new ScreenHost(
                behind.texts(),
                FlowParts.names(settings),
                Duration.ofSeconds(settings.patron().idleSeconds()),
                _ -> {},
                Speech.SILENT,
                System::nanoTime));
    new WarmUpStage(
            unseen,
            panel.getWidth(),
            panel.getHeight(),
            WarmUp.of(FlowParts.settings(settings, Optional.of(PartsTaken.NONE)), now.now()),
            this::quiet)
        .begin(() -> Platform.runLater(this::tidy));
  }

  private boolean quiet() {
    return nobody && System.nanoTime() - touched > QUIET.toNanos();
  }

  /// Collects the garbage of the start and the invisible visit while no person is waiting. It is
  /// more than visits leave.
  private void tidy() {
    if (quiet()) {
      Thread _ = Thread.ofPlatform().daemon().name("tidying").start(System::gc);
    }
  }

  /// Takes each new state from the flow's thread; the FX thread draws the newest.
  private void show(FlowState state) {
    if (next.getAndSet(state) == null && !over) {
      Platform.runLater(this::draw);
    }
  }

  private void draw() {
    FlowState state = next.getAndSet(null);
    ScreenHost shown = host;
    if (state != null && shown != null && !over) {
      revealing.accept(() -> seen(state));
      revealing = _ -> {};
      shown.show(state);
      drop.ifPresent(panel -> panel.show(state));
      nobody = state.screen() instanceof Welcome && state.session().isEmpty();
      if (usable.getCount() == 0) {
        warmUp(state);
      }
    }
  }

  /// The first screen is visible.
  private void seen(FlowState first) {
    usable.countDown();
    warmUp(first);
  }

  /// Makes the screen forget a visit. Called on the desk's thread; waits for a limited time.
  private void forget() {
    CountDownLatch done = new CountDownLatch(1);
    forgetting = done;
    Platform.runLater(
        () -> {
          ScreenHost shown = host;
          if (shown != null) {
            shown.forget();
          }
          done.countDown();
        });
    awaitForgotten();
  }

  /// Waits for the request already sent. It is not sent twice, because another patron may be
  /// present when the screen handles it.
  private void awaitForgotten() {
    try {
      if (!forgetting.await(FORGETS.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "the screen did not come to it within " + FORGETS.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Positions of the screen's keys: `key X Y WORDS`, with the centre of each in pixels of the
  /// display. Empty before the first screen is visible, because key presses have no effect until
  /// then.
  List<String> keys() {
    return usable.getCount() > 0 ? List.of() : asked(ScreenHost::keyPlaces);
  }

  /// The events that the visible keys send to the flow.
  List<Key> drawnKeys() {
    return asked(ScreenHost::drawnKeys);
  }

  private <T> List<T> asked(Function<ScreenHost, List<T>> what) {
    CompletableFuture<List<T>> told = new CompletableFuture<>();
    Platform.runLater(() -> told.complete(Optional.ofNullable(host).map(what).orElseGet(List::of)));
    return told.completeOnTimeout(List.of(), KEYS.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// Waits until a person can use the first screen. `Vitals` ends a start that hangs.
  void awaitFirst() throws InterruptedException {
    usable.await();
  }

  /// Stops all drawing, because the screen cannot be drawn while the program ends.
  void end() {
    over = true;
    if (beginning.panels().named().isPresent()) {
      Platform.runLater(() -> drop.ifPresent(DropSide::end));
    }
  }
}
