package org.libstation.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.Session;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.lab.embedded.DemoPatron;
import org.libstation.simulation.SimulatedTime;
import org.libstation.simulation.World;
import org.libstation.simulation.World.Place;

/// A patron before the station: lays tags, holds barcodes before the scanner, presses keys, lifts
/// too early, walks off. Knows only what the screen shows and what the gate does.
final class Visitor {
  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final Duration OCCUPIED = Duration.ofMinutes(6);

  /// How a visit goes.
  enum Mood {
    PATIENT,
    /// Lifts a book while the station works on it, and lays it down again.
    RESTLESS,
    /// Takes everything off the pad too early and goes.
    GRABS,
    /// Goes and leaves the books on the pad.
    LEAVES
  }

  private final Kiosk kiosk;
  private final Books books;
  private final World world;
  private final SimulatedTime time;
  private final Random random;
  private final Consumer<String> history;
  private final Journals journals;
  private final Counter counter;
  private final Set<ItemId> shown = new HashSet<>();
  private final Set<ItemId> wasArmed = new HashSet<>();
  private final Set<Long> before = new HashSet<>();
  private final Set<PatronId> cards = new HashSet<>();
  private boolean gone;

  /// The journal as it is opened now.
  interface Journals {
    Journal now();
  }

  /// The staffed counter beside the station.
  interface Counter {
    void takeBack(ItemId item);
  }

  Visitor(
      Kiosk kiosk,
      Books books,
      World world,
      SimulatedTime time,
      Random random,
      Journals journals,
      Counter counter,
      Consumer<String> history) {
    this.kiosk = kiosk;
    this.books = books;
    this.world = world;
    this.time = time;
    this.random = random;
    this.journals = journals;
    this.counter = counter;
    this.history = history;
  }

  /// Up to the screen where items are taken; false when the station does not serve.
  private boolean enter(PatronId patron, Key start, boolean tidy) {
    if (!kiosk.until(kiosk::free, OCCUPIED)
        || kiosk.state().screen() instanceof Screen.OutOfService) {
      history.accept("    does not serve: " + kiosk.state().screen());
      return false;
    }
    if (tidy) {
      world.items().stream().filter(books::onPad).forEach(books::shelve);
      kiosk.rest(Duration.ofSeconds(2));
    }
    if (!cardRead(patron, start, 0, () -> {})) {
      history.accept("    the card is not read: " + kiosk.state().screen());
      kiosk.press(new Key.Leave());
      return false;
    }
    pin(patron).chars().forEach(digit -> kiosk.press(new Key.Digit(digit - '0')));
    kiosk.press(new Key.Confirm());
    boolean _ =
        kiosk.until(
            () -> !(kiosk.state().screen() instanceof Screen.Identify(IdentifyStep.Checking _)),
            ANSWER);
    boolean in = serving(start);
    if (!in) {
      history.accept("    not let in: " + kiosk.state().screen());
      kiosk.press(new Key.Leave());
    }
    return in;
  }

  /// Shows a card; so many turns later something befalls.
  private boolean cardRead(PatronId patron, Key start, int turns, Runnable befalls) {
    kiosk.press(start);
    cards.clear();
    cards.add(patron);
    kiosk.card(patron);
    turns(turns);
    befalls.run();
    return kiosk.until(
        () -> kiosk.state().screen() instanceof Screen.Identify(IdentifyStep.AskPin _), SHORT);
  }

  /// Shows a card while something befalls its reader, and goes.
  ///
  /// @return whether it was read
  boolean showCard(PatronId patron, int turns, Runnable befalls) {
    boolean read =
        kiosk.until(kiosk::free, OCCUPIED)
            && cardRead(patron, new Key.StartBorrow(), turns, befalls);
    kiosk.press(new Key.Leave());
    return read;
  }

  private boolean serving(Key start) {
    return kiosk.state().screen() instanceof Screen.Resume
        || (start instanceof Key.StartAccount
            ? kiosk.state().screen() instanceof Screen.MyAccount
            : kiosk.state().screen() instanceof Screen.Borrow);
  }

  private static String pin(PatronId patron) {
    return DemoPatron.all().stream()
        .filter(each -> each.card().equals(patron.value()))
        .findFirst()
        .orElseThrow()
        .pin();
  }

  private static String otherCard(PatronId patron) {
    return DemoPatron.all().stream()
        .map(DemoPatron::card)
        .filter(card -> !card.equals(patron.value()))
        .findFirst()
        .orElseThrow();
  }

  /// Borrows these, or some of them.
  ///
  /// @param tidy takes away first what others left on the pad
  void borrow(PatronId patron, List<ItemId> wanted, Mood mood, boolean tidy) {
    begin();
    if (!enter(patron, new Key.StartBorrow(), tidy)) {
      return;
    }
    for (ItemId item : wanted) {
      show(item);
      world.put(item, Place.PAD, time.now());
      turns(random.nextInt(4));
    }
    if (random.nextInt(6) == 0) {
      history.accept("    another card is read");
      PatronId other = new PatronId(otherCard(patron));
      cards.add(other);
      kiosk.card(other);
    }
    switch (mood) {
      case PATIENT -> {}
      case RESTLESS -> restless(wanted.getFirst());
      case GRABS, LEAVES -> {
        turns(random.nextInt(16));
        go(patron, wanted, mood);
        return;
      }
    }
    boolean _ = kiosk.until(() -> settled(wanted) || toLift(wanted), PATIENCE);
    if (told(Hands.PLACE_AGAIN) || toLift(wanted)) {
      history.accept("    lays them down again: " + kiosk.state().screen());
      wanted.stream().filter(books::onPad).forEach(books::lift);
      turns(8);
      wanted.forEach(this::show);
      boolean _ = kiosk.until(() -> settled(wanted), PATIENCE);
    }
    take(patron, wanted);
    world.items().stream()
        .filter(item -> !wanted.contains(item) && books.onPad(item))
        .filter(item -> row(item).filter(Visitor::takeIt).isPresent())
        .forEach(item -> takeAlso(patron, item));
    leave();
  }

  /// Theirs from before a power cut, and finished now.
  private void takeAlso(PatronId patron, ItemId item) {
    history.accept("    takes " + item + " too");
    books.carryOut(item, patron);
  }

  private boolean told(Hands hands) {
    return kiosk.state().screen().equals(new Screen.Borrow(hands));
  }

  /// Theirs were laid down before the pad was ready, and are taken for somebody else's.
  private boolean toLift(List<ItemId> wanted) {
    return told(Hands.LIFT_FORMER)
        && wanted.stream().anyMatch(item -> books.onPad(item) && row(item).isEmpty());
  }

  void show(ItemId item) {
    shown.add(item);
    if (random.nextInt(10) == 0) {
      books.stubborn(item);
    }
    if (books.armed(item)) {
      wasArmed.add(item);
    }
    books.show(item);
  }

  /// It was carried away and is laid down no more in this visit.
  void forget(ItemId item) {
    shown.remove(item);
  }

  private void turns(int count) {
    for (int i = 0; i < count; i++) {
      kiosk.turn();
    }
  }

  private void restless(ItemId item) {
    long up = random.nextInt(3_000);
    time.later(
        Duration.ofMillis(up),
        () -> {
          if (books.onPad(item)) {
            books.lift(item);
          }
        });
    time.later(
        Duration.ofMillis(up + 300 + random.nextInt(3_000)),
        () -> {
          if (world.book(item).place() == Place.PAD) {
            books.show(item);
          }
        });
  }

  /// Away without a look at the screen; the gate lets through what is not armed.
  private void go(PatronId patron, List<ItemId> wanted, Mood mood) {
    history.accept("    " + mood + " " + kiosk.state().screen());
    if (mood == Mood.GRABS) {
      for (ItemId item : wanted) {
        if (books.tagged(item) && !books.armed(item) && wasArmed.contains(item)) {
          books.carryOut(item, patron);
        } else if (books.tagged(item) || released(item)) {
          takeOrShelve(patron, item);
        }
        // Without a tag, and perhaps about to be lent in this very moment: it stays beside the
        // scanner,
        // where staff find it. On the shelf nobody could know that it is booked.
      }
    }
    gone = mood == Mood.LEAVES;
    boolean _ = kiosk.until(() -> kiosk.state().session().isEmpty(), OCCUPIED);
    untouched();
  }

  /// What was left there lies for a while; what has no tag is found by staff.
  private void untouched() {
    kiosk.rest(Duration.ofMinutes(3));
    for (ItemId item : world.at(Place.PAD)) {
      if (!books.tagged(item) && released(item)) {
        history.accept("    staff check in what was left beside the scanner: " + item);
        counter.takeBack(item);
      } else if (!books.tagged(item)) {
        books.shelve(item);
      }
    }
  }

  private Optional<BorrowRow> row(ItemId item) {
    return kiosk.state().session().map(Session::borrows).orElse(List.of()).stream()
        .filter(row -> row.item().filter(item::equals).isPresent())
        .findFirst();
  }

  private boolean settled(List<ItemId> wanted) {
    return kiosk.state().session().isEmpty()
        || wanted.stream()
            .allMatch(item -> row(item).filter(row -> !row.state().working()).isPresent());
  }

  private void take(PatronId patron, List<ItemId> wanted) {
    for (ItemId item : wanted) {
      history.accept(
          "    "
              + item
              + " "
              + row(item).map(BorrowRow::state)
              + (books.armed(item) ? " armed" : " clear"));
      if (!books.tagged(item)) {
        takeOrShelve(patron, item);
      } else if (row(item).filter(Visitor::takeIt).isPresent()
          || (released(item) && !books.armed(item))) {
        books.carryOut(item, patron);
      } else if (!books.armed(item) && wasArmed.contains(item) && random.nextBoolean()) {
        history.accept("    the gate lets it through");
        books.carryOut(item, patron);
      } else {
        books.shelve(item);
      }
    }
  }

  private void takeOrShelve(PatronId patron, ItemId item) {
    if (row(item).filter(Visitor::takeIt).isPresent() || (!books.tagged(item) && released(item))) {
      books.carryOut(item, patron);
    } else {
      books.shelve(item);
    }
  }

  static boolean takeIt(BorrowRow row) {
    return row.state() instanceof BorrowRow.BorrowRowState.Borrowed(_, boolean byStaff) && !byStaff;
  }

  void leave() {
    kiosk.press(new Key.Confirm());
    boolean _ =
        kiosk.until(
            () -> {
              if (kiosk.state().overlay().isPresent()) {
                kiosk.press(new Key.Leave());
              }
              if (kiosk.state().screen() instanceof Screen.ReceiptChoice
                  || kiosk.state().screen() instanceof Screen.Done
                  || kiosk.state().screen() instanceof Screen.Resume) {
                kiosk.press(new Key.Confirm());
              }
              return kiosk.free();
            },
            OCCUPIED);
    // A tag counts as lifted after several inventories without it.
    turns(6);
  }

  /// Hands these over at the pad.
  void giveBack(PatronId patron, List<ItemId> held, Mood mood) {
    begin();
    if (!kiosk.until(kiosk::free, OCCUPIED)) {
      return;
    }
    kiosk.press(new Key.StartReturn());
    if (!(kiosk.state().screen() instanceof Screen.Return)) {
      return;
    }
    for (ItemId item : held) {
      show(item);
      turns(random.nextInt(4));
    }
    switch (mood) {
      case PATIENT -> {}
      case RESTLESS -> restlessReturn(held.getFirst());
      case GRABS -> {
        turns(random.nextInt(10));
        held.forEach(books::lift);
      }
      case LEAVES -> {
        turns(random.nextInt(6));
        boolean _ = kiosk.until(() -> kiosk.state().session().isEmpty(), OCCUPIED);
      }
    }
    boolean _ = kiosk.until(() -> taken(held), PATIENCE);
    held.forEach(item -> letGo(item, mood == Mood.LEAVES));
    leave();
    history.accept(
        "    gave back to " + patron + ": now " + held.stream().map(world::book).toList());
  }

  private void restlessReturn(ItemId item) {
    long up = random.nextInt(1_500);
    time.later(Duration.ofMillis(up), () -> books.lift(item));
    time.later(
        Duration.ofMillis(up + 300 + random.nextInt(2_000)),
        () -> {
          if (shown.contains(item) && world.book(item).holder().isPresent()) {
            books.show(item);
          }
        });
  }

  private boolean taken(List<ItemId> held) {
    List<ReturnRow> rows = new ArrayList<>(kiosk.state().drops());
    kiosk.state().session().ifPresent(open -> rows.addAll(open.returns()));
    return held.stream()
        .allMatch(
            item ->
                rows.stream()
                    .anyMatch(
                        row -> row.item().filter(item::equals).isPresent() && !row.working()));
  }

  /// Into the bin when the station said that it took it; else it stays in the hand.
  ///
  /// @param lies it is not put into the bin but left on the pad
  void letGo(ItemId item, boolean lies) {
    shown.remove(item);
    if (handedOver(item)) {
      world.handedOver(item);
      if (lies && books.onPad(item)) {
        books.leaveBehind(item);
      } else {
        books.bin(item);
      }
    } else {
      books.lift(item);
    }
  }

  boolean handedOver(ItemId item) {
    return journals.now().all(0, 100_000).stream()
            .filter(
                e ->
                    e.what() instanceof CirculationEvent.ItemReturned
                        && e.what().item().equals(item))
            .count()
        > world.handOvers(item);
  }

  /// Throws it into the drop: it falls when it was read, and is in the hand until then.
  void dropIn(ItemId item) {
    if (books.tagged(item)) {
      books.throwIn(item);
      fall(item);
    }
  }

  void fall(ItemId item) {
    if (kiosk.until(() -> handedOver(item), Duration.ofSeconds(20))) {
      boolean _ = kiosk.until(() -> books.armed(item), SHORT);
      letGo(item, false);
    }
  }

  void renew(PatronId patron, ItemId item) {
    begin();
    if (!enter(patron, new Key.StartAccount(), true)) {
      return;
    }
    boolean _ = kiosk.until(() -> !kiosk.state().working(), ANSWER);
    if (kiosk.state().session().map(Session::account).orElse(new Account.NotLoaded())
        instanceof Account.NotShown) {
      shown.add(item);
      books.show(item);
      turns(10);
    }
    kiosk.press(new Key.RenewOne(item));
    boolean _ = kiosk.until(() -> !kiosk.state().working(), ANSWER);
    history.accept("    " + kiosk.state().session().map(Session::account).map(Visitor::renewal));
    books.lift(item);
    leave();
  }

  private static String renewal(Account account) {
    return account instanceof Account.Loaded loaded
        ? loaded.loans().stream().map(LoanRow::renewing).toList().toString()
        : account.toString();
  }

  /// "Released" was written for it since this visit began.
  private boolean released(ItemId item) {
    return releases().stream()
        .anyMatch(entry -> entry.what().item().equals(item) && !before.contains(entry.number()));
  }

  private List<JournalEntry> releases() {
    return journals.now().all(0, 100_000).stream()
        .filter(entry -> entry.has(Mark.Released.class))
        .toList();
  }

  /// Whether this card was shown in this visit.
  boolean showed(PatronId card) {
    return cards.contains(card);
  }

  /// A visit begins.
  void begin() {
    shown.clear();
    wasArmed.clear();
    before.clear();
    gone = false;
    releases().forEach(entry -> before.add(entry.number()));
  }

  /// The power went while they stood there.
  void afterLoss(PatronId patron, boolean borrowing) {
    if (gone) {
      history.accept("    is gone, and the books lie there");
      shown.clear();
      untouched();
      return;
    }
    List<ItemId> mine = world.items().stream().filter(shown::contains).toList();
    List<ItemId> open = new ArrayList<>();
    for (ItemId item : mine) {
      if (borrowing && world.book(item).place() == Place.PAD) {
        boolean through = released(item) || random.nextInt(3) > 0;
        if (books.tagged(item)
            ? !books.armed(item) && wasArmed.contains(item) && through
            : released(item)) {
          history.accept("    takes " + item + " all the same");
          books.carryOut(item, patron);
        } else if (books.tagged(item)) {
          open.add(item);
        } else {
          books.shelve(item);
        }
      } else if (!borrowing && world.book(item).holder().filter(patron::equals).isPresent()) {
        letGo(item, false);
      }
    }
    shown.clear();
    if (open.isEmpty()) {
      return;
    }
    switch (random.nextInt(3)) {
      case 0 -> open.forEach(books::shelve);
      case 1 -> {
        history.accept("    comes back with the same card");
        time.advance(Duration.ofSeconds(random.nextInt(100)));
        borrow(patron, open, Mood.PATIENT, false);
      }
      default -> history.accept("    leaves " + open + " on the pad");
    }
  }
}
