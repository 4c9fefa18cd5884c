package org.libstation.screen;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import org.libstation.circulation.EventTime;
import org.libstation.flow.Flow;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.language.Texts;
import org.libstation.language.speech.Speech;

/// Shows *out of service* while no station process runs. It covers the station's panel and, if
/// there is one, the drop's own panel. Languages, the access bar and *ask a librarian* work as
/// usual, on each panel separately. No other key can be pressed. Call all methods on the FX thread.
public final class FaultWindow {
  /// After this time without a touch the standard look and language return.
  private static final Duration LOOKS = Duration.ofMinutes(1);

  private final FlowSettings settings;
  private final Supplier<EventTime> time;
  private final Board station;
  private final Board drop;
  private final KioskWindow window;
  private final DropWindow beside;
  private final boolean fullscreen;
  private final Timeline clock;
  private Code code = Code.K41;
  private boolean twoPanels;

  /// @param time reads the clock
  public FaultWindow(
      Texts texts,
      SiteNames names,
      Optional<SiteTheme> theme,
      FlowSettings settings,
      Supplier<EventTime> time,
      boolean fullscreen) {
    this.settings = settings;
    this.time = time;
    this.fullscreen = fullscreen;
    this.station = new Board(texts, names, theme);
    this.drop = new Board(texts, names, theme);
    this.window =
        new KioskWindow(
            station.host,
            names.libraryIn(settings.language()),
            station::pressed,
            _ -> {},
            () -> {},
            Optional.empty());
    this.beside = new DropWindow(drop.host);
    this.clock =
        new Timeline(
            new KeyFrame(
                javafx.util.Duration.seconds(1),
                _ -> {
                  station.tick();
                  if (twoPanels) {
                    drop.tick();
                  }
                }));
    clock.setCycleCount(Animation.INDEFINITE);
  }

  /// Shows a code in the station's own language.
  ///
  /// @param there the station's panel if the display has several, in px of the display
  /// @param drops the drop's own panel if it has one that is lit
  public void show(Code told, Optional<Rectangle2D> there, Optional<Rectangle2D> drops) {
    window.within(there);
    code = told;
    station.begin();
    if (fullscreen) {
      // The station that starts below this window must not have to fight for the focus.
      window.openForGood(false);
    } else {
      window.open(false);
    }
    beside.hide();
    twoPanels = drops.isPresent();
    drops.ifPresent(
        panel -> {
          // A popup that was never visible cannot have the focus.
          beside.cover(window.window().orElseThrow(), panel);
          drop.begin();
        });
    clock.play();
  }

  /// Hides the window when a station runs again.
  public void hide() {
    clock.stop();
    beside.hide();
    window.close();
  }

  /// State and screen of one panel.
  private final class Board {
    private final Flow flow;
    private final ScreenHost host;
    private FlowState state;
    private Duration touched = Duration.ZERO;

    Board(Texts texts, SiteNames names, Optional<SiteTheme> theme) {
      this.flow = new Flow(settings, _ -> "");
      this.state = begun(flow, settings, time.get());
      this.host =
          new ScreenHost(
              texts,
              names,
              settings.visit().idle(),
              this::pressed,
              Speech.SILENT,
              System::nanoTime);
      theme.ifPresent(host::theme);
    }

    void begin() {
      state = begun(flow, settings, time.get());
      draw();
    }

    void pressed(FlowEvent event) {
      boolean looks = event instanceof FlowEvent.Pressed(Key key) && key instanceof Key.Looks;
      boolean answers = state.overlay().isPresent();
      if (looks || answers) {
        touched = time.get().monotonic();
        step(event);
      }
    }

    void tick() {
      EventTime now = time.get();
      boolean reset =
          !state.access().equals(Access.STANDARD) || state.language() != settings.language();
      if (reset && now.monotonic().minus(touched).compareTo(LOOKS) > 0) {
        state = begun(flow, settings, now);
        draw();
      } else {
        step(new FlowEvent.Tick(now));
      }
    }

    private void step(FlowEvent event) {
      state = flow.step(state, event).state();
      draw();
    }

    /// The flow has no devices here and would close the station for that reason; replace it by the
    /// code.
    private void draw() {
      host.show(state.withScreen(new Screen.OutOfService(code, false)));
    }
  }

  private static FlowState begun(Flow flow, FlowSettings settings, EventTime now) {
    return flow.step(FlowState.initial(settings, now), new FlowEvent.Tick(now)).state();
  }
}
