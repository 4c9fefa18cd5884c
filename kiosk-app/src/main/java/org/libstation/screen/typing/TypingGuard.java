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

/// Stands in front of a whole scene: what a scanner types reaches no filter, no screen, no sheet
/// and no key of it. All calls on the FX thread.
public final class TypingGuard implements TypedScans.TypedScanListener {
  /// So often it is noted that the scene is not held up.
  private static final Duration BEAT = Duration.ofMillis(50);

  private final Scene scene;
  private final Supplier<Awaited> awaited;
  private final Consumer<String> scanned;
  private final TypingTimer waiting;
  private final TypedScans scans;
  private boolean passing;

  /// Runs something on the FX thread after a time, when no key waits there.
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

  /// Puts one in front of a scene, for as long as the program runs.
  ///
  /// @param awaited what keys with a sign mean now
  /// @param scanned takes all that a scanner typed; it must not block
  public static void before(Scene scene, Supplier<Awaited> awaited, Consumer<String> scanned) {
    Clockwork clockwork = new Clockwork();
    TypingGuard guard = before(scene, awaited, scanned, System::nanoTime, clockwork);
    clockwork.beat(guard.scans::quiet);
  }

  /// With a time of one's own.
  ///
  /// @param nanos monotonic
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

  /// No key waits at this moment.
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

  /// What has the focus when the turn of a key comes; a screen that was drawn anew may have taken
  /// it away.
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

  /// The toolkit takes what is given to it by `runLater` only when no key waits.
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
