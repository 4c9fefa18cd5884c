package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.BuiltProgram;
import org.libstation.lab.measure.Glass;
import org.libstation.lab.measure.MemoryHeld;
import org.libstation.lab.measure.VirtualDisplay;
import org.libstation.station.driven.ScenarioProblem;
import org.libstation.testkit.Needs;

/// Patrons at the real program in its full screen: no screen is stuck, nothing of one is left on it
/// for the next, and nothing grows; at last no card is found in the memory of the process. A sample
/// of one or two minutes; `./station test --long patrons` lets 500 come, `-Dlibstation.patrons=N`
/// as many as wanted.
@Tag("full")
@Tag("paced")
@Tag("alone")
class PatronDayTest {
  private static final int PATRONS = Integer.getInteger("libstation.patrons", 40);
  private static final int PART = PATRONS / 4;

  /// Half as large as the panel: drawing takes a quarter of the time, and all is drawn.
  private static final int WIDTH = 540;

  private static final int HEIGHT = 960;

  /// Somebody walks off; of each second part the network goes and comes.
  private static final int WALKS_OFF_AT = 12;

  private static final int CABLE_OUT_AT = 15;
  private static final int CABLE_IN_AT = 18;

  /// Live heap, in kB: caches and the journal's numbers may breathe.
  private static final long HEAP_SLACK = 3 * 1024;

  /// All memory that only this process has, in kB: compiled code goes on growing for a while, and
  /// the heap gives back what it does not need at its own time.
  private static final long MEMORY_SLACK = 400 * 1024;

  /// A compiler or a sweeper of the virtual machine may come and go.
  private static final int SLACK = 4;

  private static final int LOOKS_THE_SAME = 6;

  /// The welcome screen is looked at after each so many.
  private static final int COMPARED = 3;

  private static final int SAID_LAST = 20;

  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

  private static Path home = Path.of("");

  @TempDir private Path out = Path.of("");

  /// What may grow.
  ///
  /// @param heap live, in kB
  /// @param memory proportional set size, in kB
  private record Size(int patrons, long heap, long memory, int threads, int descriptors) {}

  @BeforeAll
  static void theProgramIsBuilt() {
    home = BuiltProgram.neededAsShipped();
    Needs.programs("Xvfb");
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void patrons_leave_nothing_behind_for_the_next() throws Exception {
    long seed = Long.getLong("libstation.seed", System.nanoTime());
    System.out.println("patron day: -Dlibstation.seed=" + seed);
    List<String> items = IntStream.rangeClosed(1, 60).mapToObj(PatronDayTest::item).toList();
    List<Size> sizes = new ArrayList<>();
    int compared = 0;
    try (VirtualDisplay display = VirtualDisplay.open(WIDTH, HEIGHT);
        RealStage stage = open(display);
        Glass glass = new Glass(display.name())) {
      PatronDay day = new PatronDay(stage, seed, items);
      day.cable(true);
      Glass.Area screen = glass.area(0, 0, WIDTH, HEIGHT);
      KillRounds.pause(Duration.ofSeconds(2));
      screen.keep();
      for (int patron = 1; patron <= PATRONS; patron++) {
        try {
          int at = patron % (2 * PART);
          if (at == CABLE_OUT_AT || at == CABLE_IN_AT) {
            day.cable(at == CABLE_IN_AT);
          }
          // It takes forty seconds: once is enough.
          day.visit(patron == WALKS_OFF_AT);
          if (patron % COMPARED == 0 && day.isBare() && looksAsBefore(screen, day)) {
            compared++;
          }
        } catch (AssertionError | ScenarioProblem e) {
          throw new AssertionError(
              "seed %d, patron %d: %s\n%s\n%s"
                  .formatted(seed, patron, e.getMessage(), day.history(), standing(stage.pid())),
              e);
        }
        if (patron % PART == 0) {
          sizes.add(size(stage.pid(), patron));
        }
      }
      assertForgotten(stage.pid());
      // Before its end: the toolkit may stumble on its way out.
      assertThat(Files.readString(out.resolve("stage/station.log")))
          .doesNotContain("met a fault")
          .doesNotContain("Exception");
    }
    System.out.println("patron day: " + sizes + " compared " + compared);
    assertThat(compared).isGreaterThan(PATRONS / COMPARED / 2);
    // Classes are still loaded and code compiled while the first hundreds are there.
    Size before = sizes.get(1);
    Size after = sizes.getLast();
    assertThat(after.heap()).as(sizes.toString()).isLessThan(before.heap() + HEAP_SLACK);
    assertThat(after.memory()).as(sizes.toString()).isLessThan(before.memory() + MEMORY_SLACK);
    assertThat(after.threads()).as(sizes.toString()).isLessThanOrEqualTo(before.threads() + SLACK);
    assertThat(after.descriptors())
        .as(sizes.toString())
        .isLessThanOrEqualTo(before.descriptors() + SLACK);
  }

  /// What its log said last, and where the thread of its flow stands.
  private String standing(long pid) throws IOException {
    List<String> log = Files.readAllLines(out.resolve("stage/station.log"));
    List<String> threads = jcmd(pid, "Thread.print").lines().toList();
    int flow =
        threads.stream()
            .filter(line -> line.startsWith("\"flow\""))
            .mapToInt(threads::indexOf)
            .findFirst()
            .orElse(threads.size());
    return Stream.concat(
            log.stream().skip(Math.max(0, log.size() - SAID_LAST)),
            threads.stream().skip(flow).takeWhile(line -> !line.isBlank()))
        .collect(Collectors.joining("\n"));
  }

  private RealStage open(VirtualDisplay display) throws ScenarioProblem {
    return RealStage.open(
        BuiltProgram.exampleSite(home),
        out.resolve("stage"),
        FirstStart.of(
            Map.of(
                // Pixels are compared.
                "station.screen.motion", "none",
                "station.patron.idle-seconds", "20",
                "station.patron.warning-seconds", "20")),
        List.of("env", "DISPLAY=" + display.name()),
        KillRounds::pause,
        new Showing.WindowShowing(true, 0, 0, HEIGHT));
  }

  /// The welcome screen, to the pixel, and for good: the screen may be some frames behind the
  /// state.
  ///
  /// @return false where the scanner told meanwhile what had been held before it at the end, which
  ///   the start screen answers
  private static boolean looksAsBefore(Glass.Area screen, PatronDay day)
      throws InterruptedException {
    int same = 0;
    for (int look = 0; look < 200 && same < LOOKS_THE_SAME; look++) {
      same = screen.changed() ? 0 : same + 1;
      if (same == 0 && !day.isBare()) {
        return false;
      }
      KillRounds.pause(Duration.ofMillis(50));
    }
    assertThat(same).as("looks at a welcome screen that is as before").isEqualTo(LOOKS_THE_SAME);
    return true;
  }

  /// The sweeps after the last visit take a while; machines may be busy.
  private static void assertForgotten(long pid) throws Exception {
    List<String> where = new ArrayList<>();
    for (int look = 0; look < 20; look++) {
      where.clear();
      Map<String, Integer> found = ProcessMemory.count(pid, PatronDay.cards(), where);
      if (found.values().stream().allMatch(count -> count == 0)) {
        return;
      }
      KillRounds.pause(Duration.ofSeconds(2));
    }
    assertThat(where).as("cards in the memory of the process").isEmpty();
  }

  private static Size size(long pid, int patrons) throws Exception {
    return new Size(
        patrons, rested(pid), MemoryHeld.of(pid).pss(), entries(pid, "task"), entries(pid, "fd"));
  }

  private static int entries(long pid, String of) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(pid), of))) {
      return (int) all.count();
    }
  }

  /// The least of a while: a sweep after a visit fills the heap for a moment.
  private static long rested(long pid) throws Exception {
    long least = Long.MAX_VALUE;
    for (int look = 0; look < 4; look++) {
      KillRounds.pause(Duration.ofMillis(700));
      least = Math.min(least, liveHeap(pid));
    }
    return least;
  }

  /// After a collection of everything that is not reached.
  private static long liveHeap(long pid) throws IOException {
    String said = jcmd(pid, "GC.class_histogram");
    Matcher total = TOTAL.matcher(said);
    assertThat(total.find()).as(said.lines().limit(5).toList().toString()).isTrue();
    return Long.parseLong(total.group(1)) / 1024;
  }

  private static String jcmd(long pid, String command) throws IOException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                command)
            .redirectErrorStream(true)
            .start();
    return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /// A copy of the embedded library, by its number.
  private static String item(int number) {
    String digits = "38801" + String.format(java.util.Locale.ROOT, "%08d", number);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int weighted = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return digits + Math.floorMod(-sum, 10);
  }
}
