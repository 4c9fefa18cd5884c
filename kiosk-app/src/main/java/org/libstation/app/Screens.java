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

/// The window and what it shows: always the newest state, on the FX thread, however many came
/// meanwhile.
final class Screens {
  private static final Logger log = LoggerFactory.getLogger(Screens.class);
  private static final Duration KEYS = Duration.ofSeconds(20);

  /// So long the desk's thread waits for the screen; on a busy machine it comes to it later, and
  /// [Forgetting] asks again.
  private static final Duration FORGETS = Duration.ofSeconds(2);

  /// Whoever has touched nothing for so long waits for nothing.
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

  /// The panel of the drop's own, where the site has one; for the FX thread.
  private Optional<DropSide> drop = Optional.empty();

  /// For the FX thread.
  private Panels panels = Panels.ONE;

  /// Puts the screens in the place of the first picture, and calls when they are seen; for the FX
  /// thread.
  private Consumer<Runnable> revealing = _ -> {};

  /// Down when the screen has forgotten what it was asked to last; the desk's thread has it alone.
  private CountDownLatch forgetting = new CountDownLatch(0);

  /// Whether a visit is to be drawn out of sight, and whether nobody is there; for the FX thread.
  private boolean warmsUp;

  private boolean nobody;

  /// When something was touched last; monotonic, in ns.
  private long touched = System.nanoTime();

  /// What of the station the window shows and tells.
  record Behind(
      Texts texts,
      SpeechParts speech,
      Devices devices,
      ShownState shown,
      Forgetting forgetting,
      Inbox inbox) {}

  /// @param theme the site's own colours, judged before anything is opened
  /// @param brand the site's own logo
  /// @param beginning the window that shows since the program began, and the panels; asked when the
  ///   toolkit is there
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

  /// How the panel of this machine is drawn on.
  private static ScreenFit fit(StationSettings settings, Rectangle2D panel) {
    return settings.screen().fit(panel.getWidth(), panel.getHeight());
  }

  /// Whether the panel can be used at all, and whether its keys can be reached.
  ///
  /// @throws SiteProblem when it is too small
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
    // A demonstration has a place to go back to.
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

  /// What is pressed at the drop's own panel is told as pressed there.
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

  /// Panels were plugged in, unplugged, or turned.
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

  /// A kiosk draws a visit out of sight, once, before somebody makes one.
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

  /// A start and what was drawn for nobody leave more garbage than visits do: it goes while nobody
  /// waits for it.
  private void tidy() {
    if (quiet()) {
      Thread _ = Thread.ofPlatform().daemon().name("tidying").start(System::gc);
    }
  }

  /// Called by the flow's thread: the FX thread draws the newest of what came.
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

  /// The first screen is on the panel.
  private void seen(FlowState first) {
    usable.countDown();
    warmUp(first);
  }

  /// Called on the desk's thread; ends when the screen has forgotten.
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

  /// The screen was asked: it is waited for, not asked twice, since another person may be there
  /// when it comes to it.
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

  /// Where the keys of the screen are: `key X Y WORDS`, the centre of each in pixels of the
  /// display. None before the first screen is seen, as nothing that is pressed counts till then.
  List<String> keys() {
    return usable.getCount() > 0 ? List.of() : asked(ScreenHost::keyPlaces);
  }

  /// What the keys that are drawn now tell the flow.
  List<Key> drawnKeys() {
    return asked(ScreenHost::drawnKeys);
  }

  private <T> List<T> asked(Function<ScreenHost, List<T>> what) {
    CompletableFuture<List<T>> told = new CompletableFuture<>();
    Platform.runLater(() -> told.complete(Optional.ofNullable(host).map(what).orElseGet(List::of)));
    return told.completeOnTimeout(List.of(), KEYS.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// Waits until a person can use the first screen; `Vitals` ends a start that stands still.
  void awaitFirst() throws InterruptedException {
    usable.await();
  }

  /// Nothing is drawn any more: what was not drawn before cannot be while the program ends.
  void end() {
    over = true;
    if (beginning.panels().named().isPresent()) {
      Platform.runLater(() -> drop.ifPresent(DropSide::end));
    }
  }
}
