package org.libstation.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.central.CentralSystem.Checkin;
import org.libstation.central.CentralSystem.Checkout;
import org.libstation.circulation.Answer;
import org.libstation.circulation.Happening;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.flow.Personal;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Session;
import org.libstation.journal.Entry;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.LibraryKey;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.proof.Visitor.Mood;
import org.libstation.simulation.Bug;
import org.libstation.simulation.Cabinet;
import org.libstation.simulation.Laws;
import org.libstation.simulation.Power;
import org.libstation.simulation.PowerLoss;
import org.libstation.simulation.SimulatedTime;
import org.libstation.simulation.Town;
import org.libstation.simulation.Wire;
import org.libstation.simulation.World;
import org.libstation.simulation.World.Place;

/// One run: a town with its counter, a station, its patrons, and what goes wrong.
final class StationDay implements AutoCloseable {
  /// How long a book rests before counter staff lay hands on it; longer than any request is late.
  private static final Duration RESTS = Duration.ofMinutes(10);

  /// What lies on the pad for so long is armed.
  private static final Duration LIES = FlowSettings.TAKE_AWAY.plusSeconds(20);

  private static final List<Wire.Fault> FAULTS = Wire.EVERYDAY;

  private final Path directory;
  private final SimulatedTime time = new SimulatedTime();
  private final Power power = new Power();
  private final World world = new World();
  private final Town town = new Town(time);
  private final Random random;
  private final Cabinet cabinet;
  private final Kiosk kiosk;
  private final Books books;
  private final Visitor visitor;
  private final FailingPad failing;
  private final Laws laws;
  private final List<String> history = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private @Nullable FlowState looked;
  private final List<String> cards;

  StationDay(long seed, Miswiring bug, LibraryKey recoveryKey) {
    this.directory = temporary();
    this.random = new Random(seed);
    List<ItemId> items = town.items();
    items.forEach(item -> world.add(item, time.now()));
    List<PatronId> everybody = new ArrayList<>(town.patrons());
    everybody.add(town.blocked());
    this.cards = everybody.stream().map(PatronId::value).toList();
    this.laws = new Laws(world, town.counter(), town.acts(), everybody);
    this.cabinet =
        new Cabinet(
            directory,
            recoveryKey,
            time,
            town.stationWire(),
            power,
            Bug.NONE,
            Town.habits(),
            Town.offlineRules(),
            seed);
    this.kiosk = new Kiosk(time, power, cabinet, bug, this::look, this::act);
    this.books = new Books(world, time, kiosk, items);
    this.visitor =
        new Visitor(
            kiosk,
            books,
            world,
            time,
            random,
            cabinet::journal,
            this::counterTakesBack,
            history::add);
    this.failing = new FailingPad(kiosk, books, world, time, random, visitor, history::add);
    kiosk.pass(Duration.ofMinutes(1));
  }

  /// A memory disk where there is one: every write is synced, and there are many.
  private static Path temporary() {
    try {
      Path memory = Path.of("/dev/shm");
      return Files.isWritable(memory)
          ? Files.createTempDirectory(memory, "libstation-whole")
          : Files.createTempDirectory("libstation-whole");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Power power() {
    return power;
  }

  Wire wire() {
    return town.stationWire();
  }

  Kiosk kiosk() {
    return kiosk;
  }

  List<PatronId> patrons() {
    return town.patrons();
  }

  List<ItemId> items() {
    return town.items();
  }

  World world() {
    return world;
  }

  SimulatedTime time() {
    return time;
  }

  Cabinet cabinet() {
    return cabinet;
  }

  String history() {
    return String.join("\n", history);
  }

  /// Every state a person could see. A state never changes: the very one that was looked through
  /// need not be again.
  @SuppressWarnings("ReferenceEquality")
  private void look(FlowState state) {
    if (state.session().isEmpty() && state != looked) {
      looked = state;
      Personal.in(state).stream()
          .filter(text -> cards.stream().anyMatch(text::contains))
          .forEach(text -> seen.add("a card stays in the state: " + text));
    }
    List<ReturnRow> back = state.session().map(Session::returns).orElse(List.of());
    for (BorrowRow row : state.session().map(Session::borrows).orElse(List.of())) {
      boolean given =
          row.tagged()
              && Visitor.takeIt(row)
              && back.stream().noneMatch(other -> other.item().equals(row.item()));
      if (given && books.armed(row.item().orElseThrow())) {
        seen.add("\"take it\" is shown and the gate would alarm: " + row);
      }
    }
  }

  /// Everything the station does: what is not there can be neither lent nor returned by its tag,
  /// and what one left is not lent to the next.
  private void act(Effect effect) {
    switch (effect) {
      case Effect.Receive receive when receive.tagged() -> isHere(receive.item(), receive);
      case Effect.Lend lend when lend.tagged() -> {
        isHere(lend.item(), lend);
        if (books.isLeft(lend.item())) {
          seen.add(lend.item() + " was left by somebody else: " + lend);
        }
      }
      default -> {
        // It rests on nothing that was read.
      }
    }
  }

  /// The desk may have been at work for a while since this was decided.
  private void isHere(ItemId item, Effect effect) {
    Duration since = time.monotonic().minus(kiosk.state().now().monotonic());
    if (!books.wasHere(item, time.now().minus(since))) {
      seen.add(item + " is not here: " + world.book(item) + ", " + effect);
    }
  }

  /// What is broken now.
  List<String> broken() {
    List<String> broken = new ArrayList<>(seen);
    broken.addAll(laws.broken(cabinet.journal(), false));
    world.at(Place.BIN).stream()
        .filter(item -> !lookedFor(item))
        .forEach(item -> secured(item).ifPresent(broken::add));
    world.items().forEach(item -> leftLying(item).ifPresent(broken::add));
    return broken;
  }

  /// What was lent lies on the pad and nobody is in front: its tag is armed again after a while, or
  /// staff know that it is not.
  private Optional<String> leftLying(ItemId item) {
    boolean rings = !books.onPad(item) || books.armed(item);
    boolean waits =
        kiosk.state().session().isPresent()
            || lookedFor(item)
            || kiosk.state().untaken().stream().anyMatch(left -> left.item().equals(item));
    return rings || waits || told(item)
        ? Optional.empty()
        : Optional.of(item + " lies there, not armed, and nobody knows");
  }

  /// Its arming was cut short, and the station still waits for its tag.
  private boolean lookedFor(ItemId item) {
    return kiosk.state().drops().stream()
        .anyMatch(row -> row.working() && row.item().filter(item::equals).isPresent());
  }

  /// What was taken back is armed, or staff know that it is not.
  private Optional<String> secured(ItemId item) {
    if (!books.tagged(item) || books.armed(item)) {
      return Optional.empty();
    }
    boolean told =
        cabinet.journal().all(0, 100_000).stream()
            .filter(e -> e.what() instanceof Happening.ItemReturned && e.what().item().equals(item))
            .anyMatch(StationDay::notSecured);
    return told
        ? Optional.empty()
        : Optional.of(
            item + " is back, not armed, and nobody knows: " + cabinet.journal().lastMove(item));
  }

  private boolean told(ItemId item) {
    return cabinet.journal().all(0, 100_000).stream()
        .filter(entry -> entry.what().item().equals(item))
        .anyMatch(StationDay::notSecured);
  }

  private static boolean notSecured(Entry entry) {
    return entry.marks().stream()
        .anyMatch(
            noted ->
                noted.mark() instanceof Mark.StaffLine line
                    && line.kind() == Mark.StaffLine.Kind.NOT_SECURED);
  }

  /// Everything works again, staff clear the pad and three days pass.
  ///
  /// @return what is broken then
  List<String> heal() {
    history.add(time.now() + " heal");
    power.stay();
    wire().heal();
    kiosk.lines().forEach(LoopLine::plug);
    failing.mend();
    time.setWallError(Duration.ZERO);
    boolean _ = kiosk.until(kiosk::free, Duration.ofMinutes(6));
    kiosk.rest(Duration.ofSeconds(20));
    chute();
    kiosk.rest(LIES);
    List<String> broken = new ArrayList<>();
    world.items().forEach(item -> leftLying(item).ifPresent(broken::add));
    world.items().stream().filter(books::onPad).forEach(books::shelve);
    kiosk.pass(Duration.ofDays(3));
    broken.addAll(seen);
    broken.addAll(laws.broken(cabinet.journal(), true));
    world.at(Place.BIN).forEach(item -> secured(item).ifPresent(broken::add));
    return broken;
  }

  /// Takes random steps until something is broken.
  ///
  /// @return what is broken; empty when all held to the end
  List<String> run(int steps) {
    for (int i = 0; i < steps; i++) {
      randomStep();
      List<String> broken = broken();
      if (!broken.isEmpty()) {
        return broken;
      }
    }
    return heal();
  }

  private void randomStep() {
    if (random.nextInt(3) == 0) {
      power.cutAfter(1 + random.nextInt(40));
    }
    if (random.nextInt(5) == 0) {
      loosePlug();
    }
    if (random.nextInt(6) == 0) {
      failing.failSome();
    }
    PatronId patron = random.nextInt(8) == 0 ? town.blocked() : pick(town.patrons());
    switch (random.nextInt(18)) {
      case 0, 1, 2, 3, 4 -> borrow(patron, shelf(2), mood(), random.nextBoolean());
      case 5, 6, 7 -> returnSome(patron);
      case 8 -> held(patron).ifPresent(item -> renew(patron, item));
      case 9 -> counterTakesBack(patron);
      case 10 -> counterLends(patron);
      case 11 -> emptyBin();
      case 12, 13 -> trouble();
      case 14 -> pass(Duration.ofMinutes(1 + random.nextInt(200)));
      case 15 -> linkBack();
      default -> failingPad(patron);
    }
    power.stay();
    emptyChute();
  }

  /// What lies in the chute falls.
  void emptyChute() {
    guarded("the chute", this::chute, () -> {});
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  Mood mood() {
    return random.nextInt(3) > 0 ? Mood.PATIENT : pick(List.of(Mood.values()));
  }

  List<ItemId> shelf(int most) {
    List<ItemId> shelf = new ArrayList<>(world.at(Place.SHELF));
    Collections.shuffle(shelf, random);
    return List.copyOf(shelf.subList(0, Math.min(shelf.size(), 1 + random.nextInt(most))));
  }

  Optional<ItemId> held(PatronId patron) {
    List<ItemId> held = world.heldBy(patron).stream().filter(i -> !books.inChute(i)).toList();
    return held.isEmpty() ? Optional.empty() : Optional.of(pick(held));
  }

  void loosePlug() {
    LoopLine line = pick(kiosk.lines());
    long out = random.nextInt(8_000);
    history.add(time.now() + " " + line.describe() + " is unplugged after " + out + " ms");
    time.later(Duration.ofMillis(out), line::unplug);
    time.later(Duration.ofMillis(out + 500 + random.nextInt(60_000)), line::plug);
  }

  private void trouble() {
    if (random.nextInt(3) == 0) {
      wire().down(true);
      history.add(at() + "the link is lost");
    } else {
      Wire.Fault fault = pick(FAULTS);
      wire().next(fault);
      history.add(at() + "next acting request: " + fault);
    }
  }

  void linkBack() {
    wire().down(false);
    history.add(at() + "the link is back");
    pass(Duration.ofMinutes(random.nextInt(15)));
  }

  void pass(Duration span) {
    guarded("pass " + span, () -> kiosk.pass(span), () -> {});
  }

  void borrow(PatronId patron, List<ItemId> items, Mood mood, boolean tidy) {
    if (!items.isEmpty()) {
      guarded(
          mood + " borrows " + items + " as " + patron + (tidy ? " (tidy)" : ""),
          () -> visitor.borrow(patron, items, mood, tidy),
          () -> visitor.afterLoss(patron, true));
    }
  }

  void returnSome(PatronId patron) {
    held(patron)
        .ifPresent(
            item -> {
              if (random.nextInt(3) == 0) {
                drop(item);
              } else {
                giveBack(patron, item, mood());
              }
            });
  }

  void giveBack(PatronId patron, ItemId item, Mood mood) {
    guarded(
        mood + " returns " + item + " of " + patron,
        () -> visitor.giveBack(patron, List.of(item), mood),
        () -> visitor.afterLoss(patron, false));
  }

  /// The pad fails while one of their books lies on it, and somebody presses *Return*.
  void failingPad(PatronId patron) {
    held(patron).ifPresent(item -> failingPad(patron, item, failing.anyOrder()));
  }

  void failingPad(PatronId patron, ItemId item, FailingPad.Order order) {
    guarded(
        "the pad fails under " + item + " of " + patron,
        () -> failing.visit(patron, item, order),
        () -> visitor.afterLoss(patron, false));
  }

  void padFails() {
    failing.failSome();
  }

  /// The next time it is laid down its tag keeps its bit.
  void stubborn(ItemId item) {
    books.stubborn(item);
  }

  void drop(ItemId item) {
    guarded("dropped: " + item, () -> visitor.dropIn(item), () -> {});
  }

  private void chute() {
    world.items().stream().filter(books::inChute).forEach(visitor::fall);
  }

  void renew(PatronId patron, ItemId item) {
    guarded(
        "renews " + item + " " + patron,
        () -> visitor.renew(patron, item),
        () -> visitor.afterLoss(patron, false));
  }

  private boolean rested(ItemId item) {
    return !world.book(item).movedAt().plus(RESTS).isAfter(time.now()) && !books.inChute(item);
  }

  void counterTakesBack(PatronId patron) {
    List<ItemId> held = world.heldBy(patron).stream().filter(this::rested).toList();
    if (held.isEmpty()) {
      return;
    }
    ItemId item = pick(held);
    history.add(at() + "the counter takes back " + item + " from " + patron);
    counterTakesBack(item);
  }

  private void counterTakesBack(ItemId item) {
    Answer<Checkin> _ = town.counter().checkin(item, trueTime());
    boolean unsettled =
        cabinet.journal().open(item).stream()
            .anyMatch(entry -> entry.what() instanceof Happening.LoanGiven);
    if (unsettled) {
      world.overtaken(item);
    }
    books.shelve(item);
  }

  /// The counter, or a second station with its staff: what is on loan to another is taken back
  /// first.
  void counterLends(PatronId patron) {
    List<ItemId> shelf = world.at(Place.SHELF).stream().filter(this::rested).toList();
    if (shelf.isEmpty()) {
      return;
    }
    ItemId item = pick(shelf);
    history.add(at() + "the counter lends " + item + " to " + patron);
    if (!lentAtCounter(item, patron)) {
      Answer<Checkin> _ = town.counter().checkin(item, trueTime());
      if (!lentAtCounter(item, patron)) {
        return;
      }
    }
    books.handOut(item, patron);
  }

  private boolean lentAtCounter(ItemId item, PatronId patron) {
    return town.counter().checkout(item, patron, Optional.empty())
        instanceof Answer.Accepted<Checkout>;
  }

  private OffsetDateTime trueTime() {
    return time.now().atOffset(ZoneOffset.ofHours(8));
  }

  void emptyBin() {
    history.add(at() + "the bin is emptied");
    world.at(Place.BIN).stream().filter(this::rested).forEach(books::shelve);
  }

  /// Something during which the power may go; then the station starts again, sometimes with its
  /// clock set back a day.
  private void guarded(String what, Runnable step, Runnable afterLoss) {
    history.add(at() + what);
    try {
      step.run();
    } catch (PowerLoss loss) {
      history.add("    " + loss.getMessage());
      power.stay();
      if (random.nextInt(3) == 0) {
        time.setWallError(random.nextBoolean() ? Duration.ofDays(-1) : Duration.ZERO);
      }
      kiosk.restart();
      afterLoss.run();
    }
  }

  private String at() {
    return time.now() + (wire().down() ? " (down) " : " ");
  }

  @Override
  public void close() {
    cabinet.close();
    town.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
