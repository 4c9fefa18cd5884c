package org.libstation.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.flow.Personal;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Session;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.proof.FailingReaders.Mischief;
import org.libstation.proof.Visitor.Mood;
import org.libstation.simulation.Bug;
import org.libstation.simulation.SimulatedTime;
import org.libstation.simulation.World;
import org.libstation.simulation.World.Place;
import org.libstation.simulation.WorldDay;

/// One run: a town with its counter, a station, its patrons, and what goes wrong.
final class StationDay extends WorldDay {
  /// What lies on the pad for so long is armed.
  private static final Duration LIES = FlowSettings.TAKE_AWAY.plusSeconds(20);

  private final Kiosk kiosk;
  private final Books books;
  private final Visitor visitor;
  private final FailingPad failing;
  private final FailingReaders readers;
  private final List<String> seen = new ArrayList<>();
  private @Nullable FlowState looked;
  private final List<String> cards;

  StationDay(long seed, Miswiring bug) {
    super(seed, Bug.NONE);
    this.cards = town.everybody().stream().map(PatronId::value).toList();
    this.kiosk = new Kiosk(seed, time, power, cabinet, bug, this::look, this::act);
    this.books = new Books(world, time, kiosk, town.items());
    this.visitor =
        new Visitor(
            kiosk,
            books,
            world,
            time,
            random,
            cabinet::journal,
            this::counterTakesBack,
            this::note);
    this.readers = new FailingReaders(kiosk, time, random, this::note);
    this.failing = new FailingPad(kiosk, books, world, time, random, visitor, this::note);
    kiosk.pass(Duration.ofMinutes(1));
  }

  Kiosk kiosk() {
    return kiosk;
  }

  World world() {
    return world;
  }

  SimulatedTime time() {
    return time;
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
    state
        .session()
        .flatMap(open -> open.login().card())
        .map(Session.SessionCard::patron)
        .filter(card -> !visitor.showed(card))
        .ifPresent(card -> seen.add("a card that nobody showed is served: " + card.value()));
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

  @Override
  public List<String> broken() {
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
            .filter(
                e ->
                    e.what() instanceof CirculationEvent.ItemReturned
                        && e.what().item().equals(item))
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

  private static boolean notSecured(JournalEntry entry) {
    return entry.marks().stream()
        .anyMatch(
            noted ->
                noted.mark() instanceof Mark.StaffLine line
                    && line.kind() == Mark.StaffLine.StaffReason.NOT_SECURED);
  }

  /// Everything works again, staff clear the pad and three days pass.
  @Override
  public List<String> heal() {
    note(time.now() + " heal");
    power.stay();
    wire().heal();
    kiosk.lines().forEach(LoopLine::plug);
    failing.mend();
    readers.mend();
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

  @Override
  protected void randomStep() {
    if (random.nextInt(3) == 0) {
      power.cutAfter(1 + random.nextInt(40));
    }
    if (random.nextInt(5) == 0) {
      loosePlug();
    }
    if (random.nextInt(6) == 0) {
      failing.failSome();
    }
    if (kiosk.readsCards() && random.nextInt(2) == 0) {
      readers.failSome();
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
    note(time.now() + " " + line.describe() + " is unplugged after " + out + " ms");
    time.later(Duration.ofMillis(out), line::unplug);
    time.later(Duration.ofMillis(out + 500 + random.nextInt(60_000)), line::plug);
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

  /// A patron shows a card, and so many turns later something befalls its reader.
  ///
  /// @return whether it was read
  boolean showCard(PatronId patron, int turns, Mischief befalls) {
    note(time.now() + " " + befalls.what() + " after " + turns + " turns");
    boolean read = visitor.showCard(patron, turns, befalls.happens());
    readers.mend();
    kiosk.rest(Duration.ofSeconds(40));
    return read;
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

  @Override
  protected boolean rested(ItemId item) {
    return super.rested(item) && !books.inChute(item);
  }

  @Override
  protected void idle(Duration span) {
    kiosk.pass(span);
  }

  @Override
  protected void restart() {
    kiosk.restart();
  }

  @Override
  protected Duration wrongClock() {
    return random.nextBoolean() ? Duration.ofDays(-1) : Duration.ZERO;
  }

  @Override
  protected void shelve(ItemId item) {
    books.shelve(item);
  }

  @Override
  protected void sortedOut(ItemId item) {
    books.shelve(item);
  }

  @Override
  protected void handOut(ItemId item, PatronId patron) {
    books.handOut(item, patron);
  }
}
