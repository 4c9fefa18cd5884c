package org.libstation.lab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.libstation.circulation.CirculationEvent;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.lab.scenario.Action.Expectation;
import org.libstation.lab.scenario.Action.RowState;
import org.libstation.station.driven.ScenarioProblem;

/// Rounds of patrons' journeys, each ended by a power cut at a moment that the seed chose. Nothing
/// is expected on the way: a person waits a while and goes on.
final class KillRounds {
  /// Cards and PINs of patrons without loans (`docs/developer/embedded-library.md`).
  static final Map<String, String> CARDS =
      new TreeMap<>(
          Map.of(
              "28801000000017", "4821",
              "28801000000033", "2468",
              "28801000000249", "0007",
              "28801000000280", "2096",
              "28801000000306", "5050"));

  private static final List<String> FAULTS =
      List.of("lose-reply 11", "lose-reply 09", "act-late 500 11", "lose-request 11");

  private static final Duration PATIENCE = Duration.ofSeconds(11);
  private static final Duration GLANCE = Duration.ofMillis(150);
  private static final int LONGEST_DELAY_MS = 1500;

  /// The pad waits so long for further items before the first is asked for.
  private static final int QUIET_MS = 1200;

  /// Where the items of the rounds begin in the list of titles; some are reserved or not for loan,
  /// and are refused.
  private static final int FIRST_ITEM = 40;

  private final RealStage stage;
  private final Random random;
  private final List<String> story = Collections.synchronizedList(new ArrayList<>());
  private final List<ScenarioItem> handled = new ArrayList<>();
  private int nextItem = FIRST_ITEM;
  private int kills;

  KillRounds(RealStage stage, long seed) {
    this.stage = stage;
    this.random = new Random(seed);
  }

  /// One thing a person does, and what shows that it was taken in.
  private record Deed(Action action, List<Expectation> until) {
    /// Whether something is booked, written down or done to a tag by it.
    boolean weighty() {
      return until.stream()
          .anyMatch(it -> it instanceof Expectation.RowIs row && !row.row().state().equals("loan"));
    }
  }

  static void pause(Duration time) throws InterruptedException {
    boolean never = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    if (never) {
      throw new IllegalStateException("nobody counts this down");
    }
  }

  /// What was done, for whoever reads a failure.
  List<String> story() {
    return story;
  }

  /// Every item that lay on the bench.
  List<ScenarioItem> handled() {
    return List.copyOf(handled);
  }

  int kills() {
    return kills;
  }

  void play(int rounds) throws ScenarioProblem, InterruptedException {
    for (int round = 1; round <= rounds; round++) {
      story.add("round " + round);
      badLuck();
      List<Deed> deeds = journey();
      int doomed = doomed(deeds);
      for (Deed deed : deeds.subList(0, doomed)) {
        perform(deed.action());
        await(deed.until());
      }
      performAndKill(deeds.get(doomed).action(), delay(deeds.get(doomed).action()));
      stage.perform(new Action.Lift(List.of()));
      if (random.nextBoolean()) {
        good();
      }
      stage.perform(new Action.PowerOn());
    }
  }

  /// Everything is well again; returns when nothing waits any more, or says what does.
  void heal() throws ScenarioProblem, InterruptedException {
    good();
    // A start forgets the pauses between probes.
    performAndKill(new Action.Lift(List.of()), 0);
    stage.perform(new Action.PowerOn());
    ScenarioStage.ObservedState seen = new ScenarioStage.ObservedState(false, "");
    for (int i = 0; i < 90 && !seen.so(); i++) {
      pause(Duration.ofSeconds(1));
      seen = stage.look(new Expectation.JournalOpen(0));
    }
    if (!seen.so()) {
      throw new ScenarioProblem("not settled in 90 s: " + seen.instead());
    }
    awaitArmed();
  }

  /// A return of which the power cut the arming short is waited for a while: then staff have it.
  private void awaitArmed() throws ScenarioProblem, InterruptedException {
    List<Long> unarmed = unarmed();
    for (int i = 0; i < 90 && !unarmed.isEmpty(); i++) {
      pause(Duration.ofSeconds(1));
      unarmed = unarmed();
    }
    if (!unarmed.isEmpty()) {
      throw new ScenarioProblem("neither armed nor with staff after 90 s: entries " + unarmed);
    }
  }

  /// What was handed over once more, or lent, after such a return is not waited for: its tag is
  /// that of the later entry, which is looked at here too.
  private List<Long> unarmed() throws ScenarioProblem {
    List<JournalEntry> all = Ledgers.journal(stage.stationData());
    return all.stream()
        .filter(e -> e.what() instanceof CirculationEvent.ItemReturned back && back.tagged())
        .filter(e -> all.stream().noneMatch(later -> movesAgain(later, e)))
        .filter(e -> !e.has(Mark.Armed.class) && !e.has(Mark.NotSecured.class))
        .map(JournalEntry::number)
        .toList();
  }

  private static boolean movesAgain(JournalEntry later, JournalEntry entry) {
    boolean moves =
        switch (later.what()) {
          case CirculationEvent.ItemReturned back -> back.tagged();
          case CirculationEvent.LoanGiven _ -> true;
          case CirculationEvent.LoanAsked _ -> later.has(Mark.Accepted.class);
          default -> false;
        };
    return moves
        && later.number() > entry.number()
        && later.what().item().equals(entry.what().item());
  }

  private void badLuck() throws ScenarioProblem, InterruptedException {
    int luck = random.nextInt(10);
    if (luck < 3) {
      perform(new Action.Cable(false));
    } else {
      perform(new Action.Cable(true));
      await(List.of(new Expectation.LinkIs(true)));
      if (luck < 7) {
        perform(new Action.LibraryFault(FAULTS.get(random.nextInt(FAULTS.size()))));
      }
    }
  }

  private void good() throws ScenarioProblem {
    perform(new Action.LibraryFault("clear"));
    perform(new Action.Cable(true));
  }

  /// Mostly where something is booked or written on a tag, sometimes anywhere.
  private int doomed(List<Deed> deeds) {
    List<Integer> weighty =
        IntStream.range(0, deeds.size()).filter(i -> deeds.get(i).weighty()).boxed().toList();
    return weighty.isEmpty() || random.nextInt(4) == 0
        ? random.nextInt(deeds.size())
        : weighty.get(random.nextInt(weighty.size()));
  }

  private int delay(Action action) {
    int first = action instanceof Action.PlaceItems ? random.nextInt(QUIET_MS) : 0;
    return first + random.nextInt(LONGEST_DELAY_MS);
  }

  /// Two of the four things one can do here, in any order.
  private List<Deed> journey() {
    List<Supplier<List<Deed>>> visits =
        new ArrayList<>(
            List.of(this::borrow, this::borrow, this::account, this::bringBack, this::drop));
    Collections.shuffle(visits, random);
    List<Deed> deeds = new ArrayList<>(visits.getFirst().get());
    deeds.addAll(visits.get(1).get());
    return deeds;
  }

  private List<Deed> borrow() {
    ScenarioItem first = fresh();
    ScenarioItem second = fresh();
    ScenarioItem byBarcode = fresh();
    List<Deed> deeds =
        new ArrayList<>(identify("borrow", anyCard(), screen("borrow", "resume", "card-problem")));
    deeds.add(
        deed(
            new Action.PlaceItems(List.of(first.barcode(), second.barcode())),
            row(second, "lent", "to-be-confirmed", "refused", "already-yours")));
    deeds.add(deed(new Action.Lift(List.of()), List.of()));
    deeds.add(
        deed(
            new Action.ScanAction(byBarcode.barcode()),
            row(byBarcode, "lent", "to-be-confirmed", "refused")));
    deeds.addAll(leave());
    return deeds;
  }

  private List<Deed> account() {
    Optional<ScenarioItem> item = taken();
    Optional<String> card = item.flatMap(this::holder);
    if (card.isEmpty()) {
      return borrow();
    }
    List<Deed> deeds = new ArrayList<>(identify("account", card.get(), row(item.get(), "loan")));
    deeds.add(
        deed(
            new Action.Press("renew", Optional.of(item.get().barcode())),
            row(item.get(), "renewed", "not-renewed", "asked")));
    deeds.addAll(leave());
    return deeds;
  }

  private List<Deed> bringBack() {
    Optional<ScenarioItem> item = taken();
    if (item.isEmpty()) {
      return borrow();
    }
    List<Deed> deeds = new ArrayList<>();
    deeds.add(deed(press("return"), screen("return")));
    deeds.add(
        deed(
            new Action.PlaceItems(List.of(item.get().barcode())),
            row(item.get(), "returned", "recorded", "with-staff")));
    deeds.add(deed(new Action.Lift(List.of()), List.of()));
    deeds.addAll(leave());
    return deeds;
  }

  private List<Deed> drop() {
    Optional<ScenarioItem> item = taken();
    return item.isEmpty()
        ? borrow()
        : List.of(
            deed(
                new Action.DropAction(item.get().barcode()),
                row(item.get(), "returned", "recorded", "with-staff")));
  }

  private static List<Deed> identify(String key, String card, List<Expectation> then) {
    return List.of(
        deed(press(key), screen("card")),
        deed(new Action.ScanAction(card), screen("pin")),
        deed(new Action.TypePin(CARDS.getOrDefault(card, "")), then));
  }

  private String anyCard() {
    List<String> cards = List.copyOf(CARDS.keySet());
    return cards.get(random.nextInt(cards.size()));
  }

  /// Whose loan it is in the library's books.
  private Optional<String> holder(ScenarioItem item) {
    return CARDS.keySet().stream().filter(card -> onLoanTo(item, Optional.of(card))).findFirst();
  }

  private boolean onLoanTo(ScenarioItem item, Optional<String> card) {
    try {
      return stage.look(new Expectation.OnLoanTo(item.barcode(), card)).so();
    } catch (ScenarioProblem problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static List<Deed> leave() {
    return List.of(
        deed(press("ok"), screen("receipt", "welcome", "done")),
        deed(press("ok"), screen("welcome", "done")),
        deed(press("ok"), screen("welcome")));
  }

  /// An item that stands on the shelf and nobody touched yet.
  private ScenarioItem fresh() {
    ScenarioItem item = new ScenarioItem(barcode(nextItem++), 1, 1);
    while (!onLoanTo(item, Optional.empty())) {
      item = new ScenarioItem(barcode(nextItem++), 1, 1);
    }
    handled.add(item);
    return item;
  }

  /// An item whose tag says that somebody took it home.
  private Optional<ScenarioItem> taken() {
    List<ScenarioItem> out =
        handled.stream().filter(item -> !stage.bench().armed(item).orElse(true)).toList();
    return out.isEmpty() ? Optional.empty() : Optional.of(out.get(random.nextInt(out.size())));
  }

  private void perform(Action action) throws ScenarioProblem {
    story.add("  " + action);
    stage.perform(action);
  }

  /// The power goes so many milliseconds after the hand began to move.
  private void performAndKill(Action action, int delay) throws InterruptedException {
    story.add("  " + action + ", killed after " + delay + " ms");
    List<String> trouble = Collections.synchronizedList(new ArrayList<>());
    Thread killer =
        Thread.ofPlatform()
            .name("power")
            .start(
                () -> {
                  try {
                    pause(Duration.ofMillis(delay));
                    stage.perform(new Action.PowerCut(Optional.empty()));
                  } catch (ScenarioProblem | InterruptedException e) {
                    trouble.add(String.valueOf(e.getMessage()));
                  }
                });
    try {
      stage.perform(action);
    } catch (ScenarioProblem problem) {
      // The station died while it was spoken to.
      story.add("    " + problem.getMessage());
    }
    killer.join();
    if (!trouble.isEmpty()) {
      throw new IllegalStateException("the power could not be cut: " + trouble);
    }
    kills++;
  }

  /// Waits until one of these is so, or until a person would give up.
  private void await(List<Expectation> any) throws ScenarioProblem, InterruptedException {
    long glances = PATIENCE.dividedBy(GLANCE);
    for (long i = 0; i < glances && !any.isEmpty(); i++) {
      for (Expectation one : any) {
        if (stage.look(one).so()) {
          return;
        }
      }
      pause(GLANCE);
    }
    if (!any.isEmpty()) {
      story.add("    waited in vain at " + stage.screen());
    }
  }

  private static Deed deed(Action action, List<Expectation> until) {
    return new Deed(action, until);
  }

  private static Action press(String key) {
    return new Action.Press(key, Optional.empty());
  }

  private static List<Expectation> screen(String... names) {
    return Stream.of(names).<Expectation>map(Expectation.ScreenIs::new).toList();
  }

  private static List<Expectation> row(ScenarioItem item, String... states) {
    return Stream.of(states)
        .<Expectation>map(
            state -> new Expectation.RowIs(new RowState(item.barcode(), state), Optional.empty()))
        .toList();
  }

  /// The barcode of an item of the embedded library: modulus 10 with weights 2 and 1.
  private static String barcode(int number) {
    String thirteen = "38801" + String.format(Locale.ROOT, "%08d", number);
    int sum = 0;
    for (int i = 0; i < thirteen.length(); i++) {
      int weighted = (thirteen.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return thirteen + (10 - sum % 10) % 10;
  }
}
