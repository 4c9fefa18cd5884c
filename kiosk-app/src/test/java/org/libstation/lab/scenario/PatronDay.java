package org.libstation.lab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.station.driven.ScenarioProblem;

/// Patrons at a station, one after the other, who do what patrons do: they borrow, return, look at
/// their loans, play with the keys, hold up wrong cards, walk off. They know no more of the station
/// than what it shows.
final class PatronDay {
  /// A screen that does not come, or go, within this time is stuck.
  private static final Duration STUCK = Duration.ofSeconds(75);

  /// So long a patron waits for the screen before another key is tried.
  private static final Duration PATIENCE = Duration.ofMillis(300);

  /// So long after it was held before the scanner a code has its answer.
  private static final Duration READ = Duration.ofSeconds(1);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(15);

  /// States of a row in which the station is not done with it yet.
  private static final Set<String> WORKING =
      Set.of(
          "recognised",
          "asking",
          "clearing",
          "releasing",
          "writing",
          "taken",
          "arming",
          "renewing");

  /// What may be shown at the end of a visit that no person there can see.
  private static final Pattern UNSEEN = Pattern.compile("row .*|device .*|bin .*");

  /// Of the embedded library: patrons with their PINs, and copies that are for loan.
  private static final List<String> CARDS =
      List.of(
          "28801000000017 4821",
          "28801000000025 1357",
          "28801000000033 2468",
          "28801000000041 8642",
          "28801000000066 9024",
          "28801000000074 3141",
          "28801000000116 5772",
          "28801000000165 3010",
          "28801000000181 6020",
          "28801000000280 2096");

  private final RealStage stage;
  private final Random random;
  private final List<String> history = new ArrayList<>();
  private List<String> before = List.of();
  private final List<String> items;
  private boolean cableIn = true;
  private String lastCard = "";
  private String lastScanned = "";
  private boolean leaves;

  /// @param items barcodes of items on the shelves
  PatronDay(RealStage stage, long seed, List<String> items) {
    this.stage = stage;
    this.random = new Random(seed);
    this.items = List.copyOf(items);
  }

  /// What the patron before did, and the one who is there, for the message of a failure.
  String history() {
    return String.join("\n", before) + "\n--\n" + String.join("\n", history);
  }

  /// Whether the welcome screen is there, and nothing on it but what is always there.
  boolean isBare() {
    Set<String> shown =
        stage.shown().stream()
            .filter(line -> !UNSEEN.matcher(line).matches())
            .map(line -> line.split(" ", 2)[0])
            .collect(Collectors.toSet());
    return shown.equals(Set.of("screen", "language", "speech", "link", "library", "tags"))
        && cableIn;
  }

  /// The network goes or comes.
  void cable(boolean in) throws ScenarioProblem, InterruptedException {
    act(new Action.Cable(in));
    cableIn = in;
    if (in) {
      until("link online");
    }
  }

  /// One patron from the welcome screen to the welcome screen.
  ///
  /// @param walksOff whether the patron leaves without a word, and the clock ends the visit
  void visit(boolean walksOff) throws ScenarioProblem, InterruptedException {
    before = List.copyOf(history);
    history.clear();
    leaves = walksOff;
    until("screen welcome");
    play();
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> borrow();
      case 8, 9, 10, 11 -> giveBack();
      case 12, 13, 14, 15, 16 -> account();
      default -> wrong();
    }
    goHome(walksOff);
  }

  private void borrow() throws ScenarioProblem, InterruptedException {
    if (!enter("borrow", "borrow")) {
      return;
    }
    List<String> mine = some(1 + random.nextInt(4));
    put(mine);
    play();
    if (random.nextInt(4) == 0) {
      act(new Action.Lift(mine.subList(0, 1)));
    }
  }

  private void giveBack() throws ScenarioProblem, InterruptedException {
    press("return");
    until("screen return");
    put(some(1 + random.nextInt(4)));
    play();
  }

  /// On the pad in one stack, or one after the other before the scanner.
  private void put(List<String> barcodes) throws ScenarioProblem, InterruptedException {
    if (random.nextBoolean()) {
      act(new Action.PlaceItems(barcodes));
      settled(barcodes);
    } else {
      for (String barcode : barcodes) {
        act(new Action.ScanAction(barcode));
        settled(List.of(barcode));
        lastScanned = barcode;
      }
    }
  }

  private void account() throws ScenarioProblem, InterruptedException {
    if (!enter("account", "account")) {
      return;
    }
    settled(List.of());
    for (String key : List.of("renew-all", "charges", "holds", "next", "previous", "loans")) {
      if (random.nextBoolean()) {
        press(key);
        settled(List.of());
      }
    }
  }

  /// What is no card of this library, a code that is nothing, a wrong PIN.
  private void wrong() throws ScenarioProblem, InterruptedException {
    press(random.nextBoolean() ? "borrow" : "account");
    until("screen card");
    switch (random.nextInt(3)) {
      case 0 -> told("9787020008728");
      case 1 -> told("12");
      default -> {
        String card = card();
        act(new Action.ScanAction(card.split(" ", 2)[0]));
        untilAny("screen pin", "screen card-problem", "screen borrow", "screen account");
        if (shows("screen pin")) {
          act(new Action.TypePin("9999"));
          untilAny("screen pin", "screen card-problem", "screen borrow", "screen account");
        }
      }
    }
  }

  /// Reads what the station says of it. The same code soon after the first is one scan, and nothing
  /// is said.
  private void told(String code) throws ScenarioProblem, InterruptedException {
    act(new Action.ScanAction(code));
    long end = System.nanoTime() + READ.toNanos();
    while (!shows("code ") && System.nanoTime() < end) {
      pause();
    }
  }

  /// @return whether the station let this card in
  private boolean enter(String key, String screen) throws ScenarioProblem, InterruptedException {
    press(key);
    until("screen card");
    String[] words = card().split(" ", 2);
    act(new Action.ScanAction(words[0]));
    untilAny("screen pin", "screen card-problem");
    if (shows("screen pin")) {
      act(new Action.TypePin(words[1]));
      untilAny("screen " + screen, "screen card-problem", "screen resume");
    }
    return shows("screen " + screen);
  }

  /// Another one than before: the same one at once would be the same scan again.
  private String card() {
    String card = lastCard;
    while (card.equals(lastCard)) {
      card = CARDS.get(random.nextInt(CARDS.size()));
    }
    lastCard = card;
    return card;
  }

  /// Not the one that the patron before held before the scanner last: the same code at once is one
  /// scan (`same-scan`), and nobody has a copy in hand that somebody else gave back a second ago.
  private List<String> some(int count) {
    return Stream.generate(() -> items.get(random.nextInt(items.size())))
        .filter(item -> !item.equals(lastScanned))
        .limit(count)
        .distinct()
        .toList();
  }

  /// Keys that are on every screen.
  private void play() throws ScenarioProblem {
    if (random.nextInt(3) == 0) {
      switch (random.nextInt(6)) {
        case 0 -> press("language en");
        case 1 -> press("language zh-Hans");
        case 2 -> press("text");
        case 3 -> press("contrast");
        case 4 -> press("reach");
        // Who is slow and walks off is waited for thrice as long.
        default -> press(leaves ? "reach" : "slow");
      }
    }
    if (random.nextInt(12) == 0) {
      press(random.nextBoolean() ? "staff" : "privacy");
      press("stay");
    }
  }

  /// The numbers of those who may have been there.
  static List<String> cards() {
    return CARDS.stream().map(card -> card.split(" ", 2)[0]).toList();
  }

  /// However it stands: takes everything along and ends the visit, or walks off.
  private void goHome(boolean walksOff) throws ScenarioProblem, InterruptedException {
    if (random.nextInt(10) > 0) {
      act(new Action.Lift(List.of()));
    }
    String receipt = List.of("none", "none", "none", "plain", "titles").get(random.nextInt(5));
    long end = System.nanoTime() + STUCK.toNanos();
    long patience = System.nanoTime() + PATIENCE.toNanos();
    for (String last = ""; !shows("screen welcome"); ) {
      String now = String.join("; ", stage.shown());
      if (System.nanoTime() > end) {
        throw new AssertionError("stuck: " + now);
      }
      if (!walksOff && System.nanoTime() > patience) {
        // It waits for something: what lies there is taken, and the key is another one.
        act(new Action.Lift(List.of()));
        press("leave");
        patience = System.nanoTime() + PATIENCE.toNanos();
      } else if (walksOff || now.equals(last)) {
        pause();
      } else {
        press(onwards(receipt));
      }
      last = now;
    }
    act(new Action.Lift(List.of()));
    until("tags 0");
  }

  /// The key that ends what is shown.
  private String onwards(String receipt) {
    if (shows("overlay ")) {
      return shows("overlay leave") ? "leave" : "stay";
    }
    if (shows("screen receipt")) {
      return "receipt " + receipt;
    }
    boolean early = shows("screen card") || shows("screen pin") || shows("screen card-problem");
    return early ? "leave" : "ok";
  }

  /// Until each of these has its row and none is being worked at, or the screen says why not.
  private void settled(List<String> barcodes) throws InterruptedException {
    long end = System.nanoTime() + STUCK.toNanos();
    while (true) {
      List<String> rows = stage.shown().stream().filter(line -> line.startsWith("row ")).toList();
      boolean there =
          barcodes.stream()
              .allMatch(code -> rows.stream().anyMatch(row -> row.startsWith("row " + code)));
      boolean worked = rows.stream().map(row -> row.split(" ", -1)[2]).anyMatch(WORKING::contains);
      if ((there || shows("code ")) && !worked) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("rows never settled: " + String.join("; ", stage.shown()));
      }
      pause();
    }
  }

  private void until(String line) throws ScenarioProblem, InterruptedException {
    untilAny(line);
  }

  private void untilAny(String... lines) throws InterruptedException {
    long end = System.nanoTime() + STUCK.toNanos();
    while (List.of(lines).stream().noneMatch(this::shows)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "never " + List.of(lines) + ": " + String.join("; ", stage.shown()));
      }
      pause();
    }
  }

  private boolean shows(String beginning) {
    return stage.shown().stream().anyMatch(line -> line.startsWith(beginning));
  }

  private static void pause() throws InterruptedException {
    KillRounds.pause(LOOK_AGAIN);
  }

  private void press(String words) throws ScenarioProblem {
    String[] parts = words.split(" ", 2);
    act(new Action.Press(parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty()));
  }

  private void act(Action action) throws ScenarioProblem {
    history.add(action.toString());
    stage.perform(action);
  }
}
