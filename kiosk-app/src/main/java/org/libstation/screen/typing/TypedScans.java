package org.libstation.screen.typing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Holds keys back until it is known whose they are: a hand's or a scanner's.
///
/// A key that nothing follows within [KeyPace#GAP] is a hand's and goes on, in order, with all that
/// were held; so is one that repeats because it is held down. Keys at a scanner's pace never go on:
/// once that is certain they are a scan, which Enter, Tab or [#SILENCE] ends. What still comes at
/// once after it (the LF of CR LF, a second terminator) is the scanner's too.
///
/// "Nothing follows" is known only at a moment at which no key waits: [#quiet] is called then. A
/// scene that was held up cannot tell; it waits once more.
///
/// Not safe for several threads.
public final class TypedScans {
  /// After so long without a key a scan is over that has no Enter: longer than a busy machine or a
  /// radio holds up the rest, shorter than a hand takes to the next.
  static final Duration SILENCE = Duration.ofMillis(300);

  /// So many strokes at a scanner's pace are certainly one's.
  static final int CERTAIN = 6;

  /// A key that is held down comes again within this.
  private static final Duration REPEATS = Duration.ofSeconds(1);

  private static final Set<KeyCode> SHIFTS =
      EnumSet.of(
          KeyCode.SHIFT,
          KeyCode.CONTROL,
          KeyCode.ALT,
          KeyCode.ALT_GRAPH,
          KeyCode.META,
          KeyCode.WINDOWS,
          KeyCode.CAPS,
          KeyCode.NUM_LOCK);

  private static final Set<KeyCode> ENDS = EnumSet.of(KeyCode.ENTER, KeyCode.TAB);

  private final LongSupplier nanos;
  private final TypedScanListener out;
  private final TypedText text;
  private final QuietWait patience;
  private final List<KeyEvent> kept = new ArrayList<>();

  /// What went down here and did not go on.
  private final Set<KeyCode> mine = EnumSet.noneOf(KeyCode.class);

  private @Nullable KeyPace pace;
  private boolean certain;

  /// Right after a scan.
  private boolean wake;

  private @Nullable KeyCode held;
  private long heldAt;

  /// What comes of the keys.
  public interface TypedScanListener {
    /// A hand's, in order.
    void goOn(List<KeyEvent> keys);

    /// All that a scanner typed, with its terminator, where it has one.
    void scanned(String typed);

    /// [TypedScans#quiet] is to be called after so long, as soon as no key waits.
    void ask(Duration after);

    /// What keys with a sign mean now.
    Awaited awaited();
  }

  /// @param nanos monotonic
  /// @param capsLock whether Caps Lock is on
  public TypedScans(LongSupplier nanos, BooleanSupplier capsLock, TypedScanListener out) {
    this.nanos = nanos;
    this.out = out;
    this.text = new TypedText(capsLock);
    this.patience = new QuietWait(nanos, out::ask);
  }

  /// A key, before anything else sees it.
  ///
  /// @return whether it must not go on now
  public boolean takes(KeyEvent key) {
    EventType<KeyEvent> type = key.getEventType();
    if (type == KeyEvent.KEY_PRESSED) {
      return down(key);
    }
    return type == KeyEvent.KEY_TYPED ? typed(key) : up(key);
  }

  private boolean down(KeyEvent key) {
    KeyCode code = key.getCode();
    long now = nanos.getAsLong();
    boolean again = code == held && now - heldAt < REPEATS.toNanos();
    held = code;
    heldAt = now;
    if (again) {
      // A hand's, unless the scanner never let go of it.
      if (!certain && pace != null) {
        goOn();
      }
      return mine.contains(code);
    }
    KeyPace running = pace;
    if (running == null) {
      running = new KeyPace(patience.quietAt(), now);
      pace = running;
      patience.begin(now);
    } else {
      running.moved(now);
    }
    mine.add(code);
    keep(key);
    if (text.down(key)) {
      running.struck();
    }
    if (ENDS.contains(code) && !text.isEmpty()) {
      ended(running, code == KeyCode.TAB ? '\t' : '\r');
    }
    settle();
    hold(now);
    return true;
  }

  private boolean typed(KeyEvent key) {
    KeyPace running = pace;
    if (running == null) {
      return held != null && mine.contains(held);
    }
    keep(key);
    boolean enter = isEnter(key) && (held == null || !ENDS.contains(held));
    if (enter && !text.isEmpty()) {
      ended(running, '\r');
    } else {
      int signs = text.typed(key);
      for (int i = 0; i < signs; i++) {
        running.struck();
      }
    }
    settle();
    // A scene that was held up within one key was held up for the next one too.
    hold(nanos.getAsLong());
    return true;
  }

  /// CR or LF, also as Ctrl+M or Ctrl+J.
  private static boolean isEnter(KeyEvent key) {
    String sign = key.getCharacter();
    return sign.equals("\r")
        || sign.equals("\n")
        || (key.isControlDown() && (sign.equalsIgnoreCase("j") || sign.equalsIgnoreCase("m")));
  }

  private boolean up(KeyEvent key) {
    KeyCode code = key.getCode();
    if (code == held) {
      held = null;
    }
    if (!mine.remove(code)) {
      return false;
    }
    KeyPace running = pace;
    if (running != null) {
      keep(key);
      if (text.up(key)) {
        running.struck();
      }
      if (SHIFTS.contains(code) || mine.stream().anyMatch(SHIFTS::contains)) {
        // Between two signs a scanner lets go of Shift.
        long now = nanos.getAsLong();
        running.moved(now);
        hold(now);
      }
    }
    return true;
  }

  private void keep(KeyEvent key) {
    if (!certain) {
      kept.add(key);
    }
  }

  private void ended(KeyPace running, char terminator) {
    running.struck();
    text.end(terminator);
  }

  /// A scan that is ended needs not be waited for.
  private void settle() {
    KeyPace running = pace;
    if (running == null || !text.isCode()) {
      return;
    }
    boolean scanner = certain || running.verdict() == KeyPace.Typist.SCANNER;
    if (scanner && text.isEnded()) {
      scanned();
    } else if (scanner && !certain && running.strokes() >= CERTAIN) {
      certain();
    }
  }

  private void certain() {
    certain = true;
    kept.clear();
  }

  private void scanned() {
    String all = text.take();
    clear();
    wake = true;
    patience.begin(nanos.getAsLong());
    out.scanned(all);
  }

  private void clear() {
    pace = null;
    certain = false;
    kept.clear();
    text.clear();
  }

  private void hold(long now) {
    if (certain) {
      patience.holdScan(now);
    } else {
      patience.holdKeys(now);
    }
  }

  /// No key waits at this moment, nobody asked.
  public void quiet() {
    patience.quiet();
  }

  /// No key waits at this moment, as was asked for.
  public void quietAsAsked() {
    if ((pace != null || wake) && patience.isOver()) {
      silent(nanos.getAsLong());
    } else {
      patience.quiet();
    }
  }

  private void silent(long now) {
    KeyPace running = pace;
    if (running == null) {
      wake = false;
      return;
    }
    if (certain) {
      scanned();
      hold(now);
      return;
    }
    if (isScan(running)) {
      certain();
      if (text.isEnded()) {
        scanned();
      }
      hold(now);
    } else if (wake) {
      // The end of what the scanner had to say.
      clear();
      wake = false;
    } else {
      goOn();
    }
  }

  private boolean isScan(KeyPace running) {
    return text.isCode()
        && switch (running.verdict()) {
          case SCANNER -> true;
          case HAND -> false;
          case DOUBT -> !text.suits(out.awaited());
        };
  }

  /// What is held goes on now: whatever comes next is not from a keyboard, or a hand's.
  public void goOn() {
    if (certain || wake) {
      return;
    }
    List<KeyEvent> keys = List.copyOf(kept);
    clear();
    mine.clear();
    out.goOn(keys);
  }
}
