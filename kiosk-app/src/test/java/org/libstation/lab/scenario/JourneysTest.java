package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.app.BuiltProgram;
import org.libstation.flow.state.Language;
import org.libstation.lab.bench.Desktop;
import org.libstation.lab.bench.Framebuffer;
import org.libstation.language.Texts;
import org.libstation.language.Words;
import org.libstation.station.driven.ScenarioProblem;

/// Whole visits at the real program, by keyboard alone and by pointer alone, from outside: xdotool
/// is the hand, and what happened is read from the station's journal and the library's ledger.
/// Cards and books are laid at the device twins, as a person lays them beside the screen.
@Tag("full")
@Tag("paced")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class JourneysTest {
  private static final String SIZE = "1080x1920";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration START = Duration.ofMinutes(3);
  private static final String CARD = "28801000000017";
  private static final List<String> PIN = List.of("4", "8", "2", "1");

  /// As `./station test --long journeys` has it; else a sample.
  private static final boolean ALL = "all".equals(System.getProperty("libstation.journeys"));

  /// How a keyboard's ring is moved: any of them comes to every key.
  private static final List<String> MOVES =
      List.of("Tab", "shift+Tab", "Right", "Left", "Down", "Up");

  private static Path home = Path.of("");

  @TempDir private Path out = Path.of("");

  @BeforeAll
  static void theProgramIsBuilt() {
    home = BuiltProgram.neededOnADesktop();
  }

  /// What a visitor has.
  enum With {
    KEYBOARD(0),
    POINTER(1);

    /// Each makes other journeys of a sample.
    private final int sample;

    With(int sample) {
      this.sample = sample;
    }
  }

  /// @param step of the text, 1 to 4
  private record Way(Language language, int step) {
    String name() {
      return language.tag() + "-" + step;
    }
  }

  @ParameterizedTest
  @EnumSource(With.class)
  void a_visitor_borrows_renews_and_returns(With with) throws Exception {
    Path frames = Files.createDirectories(out.resolve("fb"));
    try (Desktop desktop = Desktop.open(SIZE, List.of(), List.of("-fbdir", frames.toString()));
        RealStage stage =
            RealStage.open(
                BuiltProgram.exampleSite(home),
                out.resolve("stage"),
                FirstStart.of(Map.of("station.opening.dark-after-minutes", "0")),
                List.of("env", "DISPLAY=" + desktop.display()),
                KillRounds::pause,
                new Showing.KioskShowing())) {
      await().atMost(START).until(() -> stage.shown().contains("link online"));
      long seed = Long.getLong("libstation.seed", System.nanoTime());
      System.out.println("journeys: -Dlibstation.seed=" + seed);
      Random random = new Random(31 * seed + with.sample);
      for (Way way : ways(random)) {
        long began = System.nanoTime();
        String move = MOVES.get(random.nextInt(MOVES.size()));
        new Journey(stage, desktop, frames, with, way, move).all();
        System.out.println(
            "journeys: %s %s %s, %.1f s"
                .formatted(with, move, way.name(), (System.nanoTime() - began) / 1e9));
      }
      assertThat(
              Ledgers.agree(
                      stage.stationData(), stage.libraryData(), BuiltProgram.exampleSite(home))
                  .so())
          .isTrue();
    }
  }

  /// A language at the least text and one at the largest, or all of both.
  private static List<Way> ways(Random random) {
    List<Language> all = List.of(Language.values());
    return Stream.of(1, 4)
        .flatMap(
            step ->
                (ALL ? all : List.of(all.get(random.nextInt(all.size()))))
                    .stream().map(language -> new Way(language, step)))
        .toList();
  }

  /// One visitor: borrows two books, renews one, brings both back.
  private static final class Journey {
    private final RealStage stage;
    private final With with;
    private final Way way;
    private final Words words;
    private final VisitorHand.Sight sight;
    private final VisitorHand hand;
    private final Path pictures;
    private final List<ScenarioItem> books;
    private int pictured;

    Journey(RealStage stage, Desktop desktop, Path frames, With with, Way way, String move)
        throws IOException, ScenarioProblem {
      this.stage = stage;
      this.with = with;
      this.way = way;
      this.words = Texts.load(home.resolve("config/texts"), Optional.empty()).in(way.language());
      this.sight = new VisitorHand.Sight(stage, frames);
      this.hand =
          switch (with) {
            case POINTER -> new VisitorHand.Finger(desktop, sight);
            case KEYBOARD -> new VisitorHand.KeyboardAlone(desktop, sight, move);
          };
      this.pictures =
          Files.createDirectories(
              Path.of("target", "journeys", with.name().toLowerCase(Locale.ROOT), way.name()));
      this.books =
          List.of(ScenarioItem.parse("38801000000015"), ScenarioItem.parse("38801000000254"));
    }

    void all() throws Exception {
      try {
        borrow();
        renew();
        bringBack();
      } catch (AssertionError | ConditionTimeoutException e) {
        see("failed");
        throw new AssertionError(
            "%s %s: %s%n%s%n%s"
                .formatted(with, way.name(), e.getMessage(), stage.shown(), sight.keys()),
            e);
      }
    }

    private void borrow() throws Exception {
      arrive();
      help();
      press("tile.borrow");
      identify("borrow");
      stage.bench().place(books);
      for (ScenarioItem book : books) {
        awaitLine("row " + book.barcode() + " lent -");
      }
      see("lent");
      stage.bench().lift(books);
      int receipts = receipts();
      hand.press(words.count("borrow.finish", books.size())::equals);
      awaitLine("screen receipt");
      see("receipt");
      press("receipt.print");
      await().atMost(SOON).until(() -> receipts() > receipts);
      assertThat(onLoan()).containsOnlyKeys(barcodes());
      end();
    }

    private void renew() throws Exception {
      arrive();
      press("tile.account");
      identify("account");
      for (String book : barcodes()) {
        awaitLine("row " + book + " loan -");
      }
      see("account");
      String all = words.count("account.renewall", books.size());
      hand.press(key -> key.startsWith(words.say("account.renew")) && !key.equals(all));
      await()
          .atMost(SOON)
          .until(
              () ->
                  barcodes().stream()
                          .filter(it -> stage.shown().contains("row " + it + " renewed -"))
                          .count()
                      == 1);
      see("renewed");
      press("key.leave");
      awaitLine("screen receipt");
      see("receipt");
      press("receipt.none");
      end();
    }

    private void bringBack() throws Exception {
      arrive();
      press("tile.return");
      awaitLine("screen return");
      stage.bench().place(books);
      for (ScenarioItem book : books) {
        awaitLine("row " + book.barcode() + " returned -");
      }
      see("returned");
      stage.bench().lift(books);
      press("return.finish");
      awaitLine("screen receipt");
      see("receipt");
      press("receipt.none");
      end();
      assertThat(onLoan()).isEmpty();
    }

    /// At the start screen, which the last visitor left as it always is.
    private void arrive() throws Exception {
      awaitLine("screen welcome");
      awaitLine("language " + Language.USUAL.tag());
      if (way.language() != Language.USUAL) {
        hand.press(key -> key.equals(way.language().ownName()));
        awaitLine("language " + way.language().tag());
      }
      for (int step = 1; step < way.step(); step++) {
        Framebuffer before = sight.screen();
        press("access.text");
        await().atMost(SOON).until(() -> sight.screen().likeness(before, 0, before.height()) < 0.9);
      }
      see("welcome");
    }

    private void help() throws Exception {
      press("access.help");
      await()
          .atMost(SOON)
          .until(() -> stage.shown().stream().anyMatch(it -> it.startsWith("overlay ")));
      see("help");
      press("help.close");
      await()
          .atMost(SOON)
          .until(() -> stage.shown().stream().noneMatch(it -> it.startsWith("overlay ")));
    }

    private void identify(String then) throws Exception {
      awaitLine("screen card");
      see("card");
      stage.bench().scan(CARD);
      awaitLine("screen pin");
      see("pin");
      hand.pin(PIN, words.say("key.enter"));
      awaitLine("screen " + then);
    }

    private void end() throws Exception {
      await()
          .atMost(SOON)
          .until(
              () ->
                  Stream.of("done", "welcome")
                      .anyMatch(it -> stage.shown().contains("screen " + it)));
      see("end");
      // On a busy machine the good-bye ends by itself before a hand is there.
      String next = words.say("key.next");
      await()
          .atMost(SOON)
          .until(
              () ->
                  stage.shown().contains("screen welcome") || sight.key(next::equals).isPresent());
      if (stage.shown().contains("screen done")) {
        hand.press(next::equals);
      }
      awaitLine("screen welcome");
    }

    private void press(String text) throws Exception {
      String said = words.say(text);
      hand.press(
          key -> key.equals(said) || key.startsWith(said + "，") || key.startsWith(said + ", "));
    }

    private void awaitLine(String line) {
      await().atMost(SOON).untilAsserted(() -> assertThat(stage.shown()).contains(line));
    }

    private void see(String what) throws IOException, InterruptedException {
      pictured++;
      // Until what moves has come to rest.
      KillRounds.pause(Duration.ofMillis(400));
      sight.screen().save(pictures.resolve("%02d-%s.png".formatted(pictured, what)));
    }

    private int receipts() throws IOException {
      if (!Files.exists(stage.receipts())) {
        return 0;
      }
      try (Stream<Path> files = Files.list(stage.receipts())) {
        return Math.toIntExact(files.count());
      }
    }

    private List<String> barcodes() {
      return books.stream().map(ScenarioItem::barcode).toList();
    }

    /// Of these books.
    private Map<String, String> onLoan() throws ScenarioProblem {
      Map<String, String> all = new HashMap<>(Ledgers.onLoan(stage.libraryData()));
      all.keySet().retainAll(barcodes());
      return all;
    }
  }
}
