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
import org.libstation.text.Texts;

/// Shows *out of service* without a station behind it: languages, the access bar and *ask a
/// librarian* do what they always do, nothing else can be pressed. All calls on the FX thread.
public final class FaultWindow {
  private static final Duration LOOKS = Duration.ofMinutes(1);

  private final Flow flow;
  private final FlowSettings settings;
  private final Supplier<EventTime> time;
  private final ScreenHost host;
  private final KioskWindow window;
  private final boolean fullscreen;
  private final Timeline clock;
  private Code code = Code.K41;
  private FlowState state;
  private Duration touched = Duration.ZERO;

  /// @param time what the clock says
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
    this.flow = new Flow(settings, _ -> "");
    this.state = begun(flow, settings, time.get());
    this.host = new ScreenHost(texts, names, settings.visit().idle(), this::pressed);
    theme.ifPresent(host::theme);
    this.window =
        new KioskWindow(
            host, names.libraryIn(settings.language()), this::pressed, _ -> {}, () -> {});
    this.clock = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
    clock.setCycleCount(Animation.INDEFINITE);
  }

  /// Shows a code, in the station's own language.
  ///
  /// @param there the station's panel among several, in px of the display
  public void show(Code told, Optional<Rectangle2D> there) {
    window.within(there);
    code = told;
    state = begun(flow, settings, time.get());
    draw();
    if (fullscreen) {
      // The station that comes up under it must not have to fight for the focus.
      window.openForGood(false);
    } else {
      window.open(false);
    }
    clock.play();
  }

  /// A station is there again.
  public void hide() {
    clock.stop();
    window.close();
  }

  private void pressed(FlowEvent event) {
    boolean looks = event instanceof FlowEvent.Pressed(Key key) && key instanceof Key.Looks;
    boolean answers = state.overlay().isPresent();
    if (looks || answers) {
      touched = time.get().monotonic();
      step(event);
    }
  }

  private void tick() {
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

  /// A flow without devices closes the station for a reason of its own: here the reason is ours.
  private void draw() {
    host.show(state.on(new Screen.OutOfService(code, false)));
  }

  private static FlowState begun(Flow flow, FlowSettings settings, EventTime now) {
    return flow.step(FlowState.initial(settings, now), new FlowEvent.Tick(now)).state();
  }
}
