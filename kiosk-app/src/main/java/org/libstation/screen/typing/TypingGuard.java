package org.libstation.screen.typing;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Takes what a scanner types before any filter, screen, sheet or key of a scene receives it. Call
/// all methods on the FX thread.
public final class TypingGuard implements TypedScans.TypedScanListener {
  /// How often the guard records that the FX thread is not blocked.
  private static final Duration BEAT = Duration.ofMillis(50);

  private final Scene scene;
  private final Supplier<Awaited> awaited;
  private final Consumer<String> scanned;
  private final TypingTimer waiting;
  private final TypedScans scans;
  private boolean passing;

  /// Runs an action on the FX thread after a time, when no key waits there.
  public interface TypingTimer {
    void after(Duration time, Runnable then);
  }

  private TypingGuard(
      Scene scene,
      Supplier<Awaited> awaited,
      Consumer<String> scanned,
      LongSupplier nanos,
      TypingTimer waiting) {
    this.scene = scene;
    this.awaited = awaited;
    this.scanned = scanned;
    this.waiting = waiting;
    this.scans =
        new TypedScans(nanos, () -> Platform.isKeyLocked(KeyCode.CAPS).orElse(false), this);
  }

  /// Puts a guard in front of a scene for the rest of the program.
  ///
  /// @param awaited what kind of input is expected now
  /// @param scanned takes everything that a scanner typed; must not block
  public static void before(Scene scene, Supplier<Awaited> awaited, Consumer<String> scanned) {
    Clockwork clockwork = new Clockwork();
    TypingGuard guard = before(scene, awaited, scanned, System::nanoTime, clockwork);
    clockwork.beat(guard.scans::quiet);
  }

  /// The same with another clock and timer.
  ///
  /// @param nanos monotonic clock
  public static TypingGuard before(
      Scene scene,
      Supplier<Awaited> awaited,
      Consumer<String> scanned,
      LongSupplier nanos,
      TypingTimer waiting) {
    TypingGuard guard = new TypingGuard(scene, awaited, scanned, nanos, waiting);
    EventDispatcher inner = scene.getEventDispatcher();
    scene.setEventDispatcher(
        (event, tail) -> guard.takes(event) ? null : inner.dispatchEvent(event, tail));
    return guard;
  }

  /// Records that no key waits at this moment.
  public void quiet() {
    scans.quiet();
  }

  private boolean takes(Event event) {
    if (event instanceof InputMethodEvent && !passing) {
      scans.goOn();
    }
    return event instanceof KeyEvent key && !passing && scans.takes(key);
  }

  @Override
  public void goOn(List<KeyEvent> keys) {
    passing = true;
    try {
      for (KeyEvent key : keys) {
        Event.fireEvent(target(), key);
      }
    } finally {
      passing = false;
    }
  }

  /// Returns the present focus owner; a screen that was drawn anew may have removed the former one.
  private EventTarget target() {
    Node owner = scene.getFocusOwner();
    return owner != null && Objects.equals(owner.getScene(), scene) ? owner : scene;
  }

  @Override
  public void scanned(String typed) {
    scanned.accept(typed);
  }

  @Override
  public void ask(Duration after) {
    waiting.after(after, scans::quietAsAsked);
  }

  @Override
  public Awaited awaited() {
    return awaited.get();
  }

  /// A timer that uses `runLater`, because JavaFX runs such actions only when no key waits.
  private static final class Clockwork implements TypingTimer {
    private final ScheduledThreadPoolExecutor thread =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("typing").factory());
    private final AtomicBoolean noted = new AtomicBoolean(true);

    @Override
    public void after(Duration time, Runnable then) {
      Future<?> _ =
          thread.schedule(() -> Platform.runLater(then), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    void beat(Runnable quiet) {
      Future<?> _ =
          thread.scheduleAtFixedRate(
              () -> {
                if (noted.getAndSet(false)) {
                  Platform.runLater(
                      () -> {
                        quiet.run();
                        noted.set(true);
                      });
                }
              },
              0,
              BEAT.toNanos(),
              TimeUnit.NANOSECONDS);
    }
  }
}
