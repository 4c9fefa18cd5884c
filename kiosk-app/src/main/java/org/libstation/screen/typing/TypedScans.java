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

/// Holds keys back until it is known whether a hand or a scanner typed them.
///
/// A key that no other follows within [KeyPace#GAP] is from a hand. It is passed on with all held
/// keys, in order. The same holds for a key that repeats because it is held down. Keys at a
/// scanner's pace are never passed on. Once that is certain they form a scan, which Enter, Tab or
/// [#SILENCE] ends. Keys right after it also belong to the scanner, such as the LF of CR LF or a
/// second terminator.
///
/// Whether another key follows is known only when no key waits; [#quiet] is called then. If the FX
/// thread was blocked, it waits once more.
///
/// Not thread-safe.
public final class TypedScans {
  /// Time without a key after which a scan without Enter ends. It is longer than a busy machine or
  /// a radio delays the rest, and shorter than a hand needs for the next key.
  static final Duration SILENCE = Duration.ofMillis(300);

  /// From this many strokes at a scanner's pace the scanner is certain.
  static final int CERTAIN = 6;

  /// A key that is held down repeats within this time.
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

  /// Keys whose press was held back.
  private final Set<KeyCode> mine = EnumSet.noneOf(KeyCode.class);

  private @Nullable KeyPace pace;
  private boolean certain;

  /// Whether a scan has just ended.
  private boolean wake;

  private @Nullable KeyCode held;
  private long heldAt;

  /// Receives what the keys turned out to be.
  public interface TypedScanListener {
    /// Takes the keys of a hand, in order.
    void goOn(List<KeyEvent> keys);

    /// Takes everything that a scanner typed, with its terminator if it has one.
    void scanned(String typed);

    /// Requests a call of [TypedScans#quietAsAsked] after a time, as soon as no key waits.
    void ask(Duration after);

    /// Returns what kind of input is expected now.
    Awaited awaited();
  }

  /// @param nanos monotonic clock
  /// @param capsLock whether Caps Lock is on
  public TypedScans(LongSupplier nanos, BooleanSupplier capsLock, TypedScanListener out) {
    this.nanos = nanos;
    this.out = out;
    this.text = new TypedText(capsLock);
    this.patience = new QuietWait(nanos, out::ask);
  }

  /// Takes a key before any other handler sees it.
  ///
  /// @return whether the key must be held back
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
      // A repeating key is from a hand, unless the scanner never sent its release.
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
    // If the FX thread was blocked within one key, it was blocked for the next one too.
    hold(nanos.getAsLong());
    return true;
  }

  /// Whether a character is CR or LF, also as Ctrl+M or Ctrl+J.
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
        // A scanner releases Shift between two characters.
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

  /// Delivers a scan that has its terminator without waiting.
  private void settle() {
    KeyPace running = pace;
    if (running == null || !text.isCode()) {
      return;
    }
    boolean scanner =
        certain || running.verdict(text.isBrief(out.awaited())) == KeyPace.Typist.SCANNER;
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

  /// Records that no key waits at this moment; called without a request.
  public void quiet() {
    patience.quiet();
  }

  /// Checks whether the keys are complete; called as requested, at a moment when no key waits.
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
      // These keys belong to the scan before.
      clear();
      wake = false;
    } else {
      goOn();
    }
  }

  private boolean isScan(KeyPace running) {
    return text.isCode()
        && switch (running.verdict(text.isBrief(out.awaited()))) {
          case SCANNER -> true;
          case HAND -> false;
          case DOUBT -> !text.suits(out.awaited());
        };
  }

  /// Passes on all held keys now, because the next input is not from a keyboard, or is from a hand.
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
