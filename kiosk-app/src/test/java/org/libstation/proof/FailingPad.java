package org.libstation.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.simulation.SimulatedTime;
import org.libstation.simulation.World;

/// The pad fails and comes back while books are laid down and taken away and keys are pressed, in
/// any order. A book that was carried away is in nobody's bin: whatever is pressed then, its loan
/// must go on.
final class FailingPad {
  /// What the station does may rest on the last look at the field, which took no longer.
  static final Duration LOOK = Duration.ofMillis(250);

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final int EVERY_ANSWER = 1_000_000;

  private final Kiosk kiosk;
  private final Books books;
  private final World world;
  private final SimulatedTime time;
  private final Random random;
  private final Visitor visitor;
  private final Consumer<String> history;

  /// How a pad fails.
  enum Kind {
    UNPLUGGED,
    SILENT,
    HALF_FRAMES,
    /// It answers and does not say what lies there.
    REFUSES
  }

  /// When what happens, from now.
  ///
  /// @param taken empty: the book lies there to the end
  record Order(Kind kind, Duration fails, Optional<Duration> taken, Duration press, Duration back) {
    @Override
    public String toString() {
      return "%s at %d ms, taken %s, return pressed at %d ms, back at %d ms"
          .formatted(
              kind,
              fails.toMillis(),
              taken.map(at -> "at " + at.toMillis() + " ms").orElse("never"),
              press.toMillis(),
              back.toMillis());
    }
  }

  FailingPad(
      Kiosk kiosk,
      Books books,
      World world,
      SimulatedTime time,
      Random random,
      Visitor visitor,
      Consumer<String> history) {
    this.kiosk = kiosk;
    this.books = books;
    this.world = world;
    this.time = time;
    this.random = random;
    this.visitor = visitor;
    this.history = history;
  }

  Order anyOrder() {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    long fails = random.nextInt(4_000);
    return new Order(
        kind,
        Duration.ofMillis(fails),
        random.nextInt(4) > 0 ? Optional.of(millis(8_000)) : Optional.empty(),
        millis(10_000),
        Duration.ofMillis(fails + 300 + random.nextInt(15_000)));
  }

  private Duration millis(int most) {
    return Duration.ofMillis(random.nextInt(most));
  }

  /// It fails, whatever people do, and is well again later.
  void failSome() {
    Order order = anyOrder();
    history.accept(time.now() + " the pad fails: " + order.kind());
    later(order.fails(), () -> fail(order.kind()));
    later(order.back(), this::mend);
  }

  private void fail(Kind kind) {
    LoopLine line = kiosk.lines().getFirst();
    Optional<String> wrong =
        switch (kind) {
          case UNPLUGGED -> {
            line.unplug();
            yield Optional.empty();
          }
          case SILENT -> bring("silent", "" + EVERY_ANSWER);
          case HALF_FRAMES -> bring("half", "" + EVERY_ANSWER);
          case REFUSES -> bring("refuse", "83", "" + EVERY_ANSWER);
        };
    wrong.ifPresent(
        words -> {
          throw new IllegalStateException(words);
        });
  }

  private Optional<String> bring(String fault, String... arguments) {
    return kiosk.pad().bringAbout(fault, List.of(arguments));
  }

  void mend() {
    kiosk.lines().getFirst().plug();
    for (String wire : List.of("silent", "half")) {
      Optional<String> _ = bring(wire, "0");
    }
    Optional<String> _ = bring("refuse", "83", "0");
  }

  private void later(Duration after, Runnable what) {
    time.later(after, what);
  }

  /// A book of this patron is laid down on the start screen; then it goes as ordered.
  void visit(PatronId patron, ItemId item, Order order) {
    if (!books.tagged(item)
        || !kiosk.until(kiosk::free, Duration.ofMinutes(6))
        || !(kiosk.state().screen() instanceof Screen.Welcome)) {
      return;
    }
    history.accept("    " + order);
    visitor.begin();
    visitor.show(item);
    boolean _ = kiosk.until(() -> !kiosk.state().pad().isEmpty(), SHORT);
    Instant start = time.now();
    later(order.fails(), () -> fail(order.kind()));
    later(order.back(), this::mend);
    order.taken().ifPresent(after -> later(after, () -> carryAway(patron, item)));
    passed(start, order.press());
    boolean away = order.taken().filter(at -> at.compareTo(order.press()) < 0).isPresent();
    kiosk.press(new Key.StartReturn());
    passed(start, order.back());
    order.taken().ifPresent(at -> passed(start, at));
    if (away) {
      visitor.forget(item);
      boolean _ = kiosk.until(() -> false, SHORT);
      history.accept("    carried away: " + world.book(item) + ", " + kiosk.state().screen());
    } else {
      boolean _ = kiosk.until(() -> visitor.handedOver(item), SOON);
      visitor.letGo(item, false);
      history.accept("    " + world.book(item));
    }
    visitor.leave();
  }

  private void carryAway(PatronId patron, ItemId item) {
    if (books.onPad(item) && world.book(item).holder().filter(patron::equals).isPresent()) {
      books.lift(item);
    }
  }

  private void passed(Instant start, Duration after) {
    boolean _ = kiosk.until(() -> !time.now().isBefore(start.plus(after)), after.plus(SHORT));
  }
}
