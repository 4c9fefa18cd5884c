package org.libstation.lab.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.libstation.device.DeviceClock;
import org.libstation.lab.scenario.MeasuredStation;
import org.libstation.lab.scenario.ScenarioRunner;
import org.libstation.lab.scenario.Showing;
import org.libstation.site.Site;
import org.libstation.station.driven.ScenarioProblem;

/// Measures how long a person waits for the screen. The built program runs in its full screen on an
/// X server without a display; its pixels are read and its keys touched from outside.
public final class ScreenTrial {
  private static final Duration SHOWN = Duration.ofSeconds(30);

  /// The first request after the cable is pulled first waits for its answer.
  private static final Duration FIRST_SILENCE = Duration.ofSeconds(60);

  /// Time until everything of the last change is drawn.
  private static final Duration SETTLE = Duration.ofMillis(300);

  /// A change that takes longer than this counts as missing.
  private static final Duration NEVER = Duration.ofSeconds(60);

  /// Pause between two looks. Looks without a pause keep a processor and the X server busy, which
  /// the station lacks: a change of the whole screen then takes a third longer.
  private static final Duration LOOK = Duration.ofNanos(500_000);

  /// Size of the panel in pixels, for which the screens are drawn.
  private static final int WIDTH = 1080;

  private static final int HEIGHT = 1920;

  /// Positions of the keys of two languages, and of an area that each of them changes.
  private static final int TRADITIONAL_X = 616;

  private static final int ENGLISH_X = 958;
  private static final int LANGUAGES_Y = 58;
  private static final int KEY = 40;
  private static final int STAGE_TOP = 230;
  private static final int STAGE_HEIGHT = 900;
  private static final int STRIP = 16;
  private static final int ROWS_X = 150;

  /// Copies of the embedded library's stock that are not on loan on the opening day.
  private static final List<Integer> STACK = List.of(1, 2, 3, 5, 7, 9, 13, 14, 15, 16);

  private static final int READER = 1;
  private static final String READER_PIN = "4821";

  private final ScenarioRunner.Pause pause;
  private final Consumer<String> progress;

  /// @param progress takes the name of each step
  public ScreenTrial(ScenarioRunner.Pause pause, Consumer<String> progress) {
    this.pause = pause;
    this.progress = progress;
  }

  /// How much is measured.
  ///
  /// @param starts each without and with the ahead-of-time cache, in turn
  /// @param taps of a language key
  /// @param scans of items, without the link
  /// @param stacks of ten, borrowed and given back
  /// @param rest before the first touch: an idle kiosk draws an invisible visit
  public record ScreenTrialExtent(int starts, int taps, int scans, int stacks, Duration rest) {}

  /// @param plain from process start to the first usable screen
  /// @param cached the same with an ahead-of-time cache
  /// @param pressed from touching a key until its face has moved
  /// @param tapped from releasing it until the screen has changed
  /// @param scanned from the scanner's first byte until the row is seen
  /// @param hurried frames of a stack of ten that is borrowed right after the start, by JavaFX's
  ///   own times
  /// @param hurriedCached the same with an ahead-of-time cache
  /// @param stacks frames of each stack in a kiosk that was idle for a while
  /// @param idle on the welcome screen
  /// @param after when all taps and scans were done
  public record ScreenTrialResult(
      Timings plain,
      Timings cached,
      Timings pressed,
      Timings tapped,
      Timings scanned,
      Timings hurried,
      Timings hurriedCached,
      List<Timings> stacks,
      MemoryHeld idle,
      MemoryHeld after) {}

  /// @param out an empty directory
  public ScreenTrialResult run(Site site, Path out, ScreenTrialExtent extent)
      throws ScenarioProblem, InterruptedException {
    try (VirtualDisplay display = VirtualDisplay.open(WIDTH, HEIGHT)) {
      List<Duration> plain = new ArrayList<>();
      List<Duration> cached = new ArrayList<>();
      progress.accept("making an ahead-of-time cache");
      AheadOfTime cache = new AheadOfTime(out.resolve("starts"));
      cache.train(
          site,
          out.resolve("starts/training"),
          List.of("DISPLAY=" + display.name()),
          kiosk(),
          pause);
      starts(site, out.resolve("starts/measured"), display, extent, cache, plain, cached);
      Touched touched = touch(site, out.resolve("touch"), display, extent);
      Duration none = Duration.ZERO;
      Timings hurried =
          stacks(site, out.resolve("hurried"), display, List.of(), none, 1).getFirst();
      Timings hurriedCached =
          stacks(site, out.resolve("hurried-cached"), display, cache.using(), none, 1).getFirst();
      List<Timings> stacks =
          stacks(site, out.resolve("stacks"), display, List.of(), extent.rest(), extent.stacks());
      return new ScreenTrialResult(
          new Timings(plain),
          new Timings(cached),
          new Timings(touched.pressed()),
          new Timings(touched.tapped()),
          new Timings(touched.scanned()),
          hurried,
          hurriedCached,
          stacks,
          touched.idle(),
          touched.after());
    }
  }

  private record Touched(
      List<Duration> pressed,
      List<Duration> tapped,
      List<Duration> scanned,
      MemoryHeld idle,
      MemoryHeld after) {}

  private static List<String> on(VirtualDisplay display, List<String> flags) {
    return List.of(
        "env", "DISPLAY=" + display.name(), "JDK_JAVA_OPTIONS=" + String.join(" ", flags));
  }

  private static Showing kiosk() {
    return new Showing.KioskShowing();
  }

  private static MeasuredStation plug(Site site, Path out, ScenarioRunner.Pause pause)
      throws ScenarioProblem {
    return MeasuredStation.plug(site, out, DeviceClock.system(), pause);
  }

  private void starts(
      Site site,
      Path out,
      VirtualDisplay display,
      ScreenTrialExtent extent,
      AheadOfTime cache,
      List<Duration> plain,
      List<Duration> cached)
      throws ScenarioProblem, InterruptedException {
    try (MeasuredStation station = plug(site, out, pause)) {
      station.start(on(display, List.of()), kiosk());
      station.end();
      progress.accept("starting the station " + 2 * extent.starts() + " times");
      for (int i = 0; i < extent.starts(); i++) {
        plain.add(station.start(on(display, List.of()), kiosk()));
        station.end();
        cached.add(station.start(on(display, cache.using()), kiosk()));
        station.end();
      }
    }
  }

  private Touched touch(Site site, Path out, VirtualDisplay display, ScreenTrialExtent extent)
      throws ScenarioProblem, InterruptedException {
    try (MeasuredStation station = plug(site, out, pause);
        Glass glass = new Glass(display.name())) {
      station.start(on(display, List.of()), kiosk());
      station.until("screen welcome", SHOWN);
      pause.of(extent.rest());
      MemoryHeld idle = MemoryHeld.of(station.pid());
      progress.accept("touching a key " + extent.taps() + " times");
      List<Duration> pressed = new ArrayList<>();
      List<Duration> tapped = new ArrayList<>();
      Glass.Area stage = glass.area(WIDTH / 2, STAGE_TOP, STRIP, STAGE_HEIGHT);
      for (int i = 0; i < extent.taps(); i++) {
        int x = i % 2 == 0 ? ENGLISH_X : TRADITIONAL_X;
        Glass.Area key = glass.area(x - KEY, LANGUAGES_Y - KEY, 2 * KEY, 2 * KEY);
        glass.point(x, LANGUAGES_Y);
        pause.of(SETTLE);
        key.keep();
        stage.keep();
        pressed.add(after(() -> glass.press(true), key, "the key's face did not move"));
        tapped.add(after(() -> glass.press(false), stage, "the language stayed"));
      }
      List<Duration> scanned = new ArrayList<>();
      station.pullCable();
      progress.accept("scanning " + extent.scans() + " items");
      for (int from = 0; from < extent.scans(); from += StationTrial.ITEMS_PER_CARD) {
        int to = Math.min(extent.scans(), from + StationTrial.ITEMS_PER_CARD);
        visit(station, glass, from, to, scanned);
      }
      return new Touched(pressed, tapped, scanned, idle, MemoryHeld.of(station.pid()));
    }
  }

  private void visit(MeasuredStation station, Glass glass, int from, int to, List<Duration> scanned)
      throws ScenarioProblem, InterruptedException {
    station.ask("press borrow");
    station.until("screen card", SHOWN);
    station.scan(TrialNumbers.card(from));
    station.until("screen pin", SHOWN);
    station.ask("pin 1234");
    station.until("screen borrow", FIRST_SILENCE);
    Glass.Area rows = glass.area(ROWS_X, STAGE_TOP, STRIP, STAGE_HEIGHT);
    for (int number = from; number < to; number++) {
      String item = TrialNumbers.item(number);
      pause.of(SETTLE);
      rows.keep();
      scanned.add(after(() -> station.scan(item), rows, "the row was never seen"));
      station.until("row " + item + " to-be-confirmed", SHOWN);
    }
    leave(station);
  }

  /// The frames of each stack of ten, from laying it down until all are lent; each is given back
  /// before the next one.
  ///
  /// @param rest before the first
  private List<Timings> stacks(
      Site site, Path out, VirtualDisplay display, List<String> flags, Duration rest, int count)
      throws ScenarioProblem, InterruptedException {
    List<String> logging = new ArrayList<>(flags);
    logging.add("-Djavafx.pulseLogger=true");
    List<String> items = STACK.stream().map(TrialNumbers::stock).toList();
    List<Timings> frames = new ArrayList<>();
    try (MeasuredStation station = plug(site, out, pause)) {
      station.start(on(display, logging), kiosk());
      station.until("link online", SHOWN);
      // Items that lie there before the pad's first answer would belong to no visit.
      station.until("tags 0", SHOWN);
      pause.of(rest);
      PulseLog pulses = new PulseLog(station.log());
      for (int i = 0; i < count; i++) {
        progress.accept("borrowing a stack of " + items.size());
        station.ask("press borrow");
        station.until("screen card", SHOWN);
        station.scan(TrialNumbers.reader(READER));
        station.until("screen pin", SHOWN);
        station.ask("pin " + READER_PIN);
        station.until("screen borrow", SHOWN);
        pause.of(SETTLE);
        pulses.begin();
        station.place(items);
        for (String item : items) {
          station.until("row " + item + " lent", SHOWN);
        }
        pause.of(SETTLE);
        frames.add(new Timings(pulses.frames()));
        station.liftAll();
        station.until("tags 0", SHOWN);
        leave(station);
        if (i < count - 1) {
          giveBack(station, items);
        }
      }
    }
    return frames;
  }

  private void giveBack(MeasuredStation station, List<String> items)
      throws ScenarioProblem, InterruptedException {
    station.ask("press return");
    station.until("screen return", SHOWN);
    station.place(items);
    for (String item : items) {
      station.until("row " + item + " returned", SHOWN);
    }
    station.liftAll();
    station.until("tags 0", SHOWN);
    leave(station);
  }

  /// Ends the visit without a receipt.
  private void leave(MeasuredStation station) throws ScenarioProblem, InterruptedException {
    station.ask("press ok");
    station.until("screen receipt", SHOWN);
    station.ask("press receipt none");
    station.until("screen done", SHOWN);
    station.ask("press ok");
    station.until("screen welcome", SHOWN);
  }

  /// Causes a change.
  @FunctionalInterface
  private interface Cause {
    void happen() throws ScenarioProblem;
  }

  private static Duration after(Cause cause, Glass.Area seen, String never) throws ScenarioProblem {
    long begin = System.nanoTime();
    cause.happen();
    while (!seen.changed()) {
      if (System.nanoTime() - begin > NEVER.toNanos()) {
        throw new ScenarioProblem(never);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
