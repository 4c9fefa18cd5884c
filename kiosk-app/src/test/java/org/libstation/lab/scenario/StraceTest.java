package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.BuiltProgram;
import org.libstation.device.DeviceClock;
import org.libstation.testkit.Needs;

/// What kill -9 cannot show, since the page cache outlives the process: that the journal is on the
/// disk (fdatasync has returned) before a checkout leaves, before the tag is cleared and before the
/// person reads "take it". Seen from the outside, by strace.
@Tag("full")
class StraceTest {
  private static final String ITEM = "38801000000015";

  private static final String LOAN =
      """
      expect link online within 60
      expect device pad ready within 60
      press borrow
      expect screen card within 30
      scan 28801000000017
      expect screen pin within 30
      pin 4821
      expect screen borrow within 30
      place %s
      expect row %s lent within 60
      """
          .formatted(ITEM, ITEM);

  private static Path home = Path.of("");

  @TempDir private Path out = Path.of("");

  @BeforeAll
  static void theProgramIsBuilt() {
    home = BuiltProgram.needed();
    Needs.programs("strace");
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void the_disk_has_it_before_anybody_else_is_told() throws Exception {
    Path file = out.resolve("trace");
    List<String> log = new ArrayList<>();
    try (RealStage stage =
        RealStage.open(
            BuiltProgram.exampleSite(home),
            out.resolve("stage"),
            FirstStart.of(Map.of()),
            strace(file),
            KillRounds::pause,
            new Showing.Unseen())) {
      boolean held =
          new ScenarioRunner(stage, DeviceClock.system(), KillRounds::pause, log::add)
              .run(new ScenarioParser("loan").parse(LOAN));
      assertThat(held).as(() -> String.join(System.lineSeparator(), log)).isTrue();
    }
    Trace trace = Trace.of(Files.readAllLines(file, StandardCharsets.ISO_8859_1));

    int looked = trace.lastBefore(Trace.CHECKOUT, Trace.LOOK_ANSWERED);
    int checkout = trace.first(Trace.CHECKOUT, 0);
    int answered = trace.first(Trace.CHECKOUT_ANSWERED, checkout);
    int cleared = trace.first(Trace.AFI_WRITTEN, 0);
    int takeIt = trace.first(Trace.TAKE_IT, 0);

    assertThat(trace.syncedBetween(looked, checkout))
        .as("the ask is on the disk before the first byte of the 11 leaves")
        .isTrue();
    assertThat(trace.syncedBetween(answered, cleared))
        .as("the answer is on the disk before the tag is cleared")
        .isTrue();
    assertThat(trace.syncedBetween(cleared, takeIt))
        .as("the release is on the disk before the person is told to take it")
        .isTrue();
  }

  private static List<String> strace(Path file) {
    return List.of(
        "strace",
        "--follow-forks",
        "--seccomp-bpf",
        "--trace=fdatasync,fsync,sendto,write,writev,read,recvfrom",
        "--decode-fds=all",
        "--strings-in-hex=non-ascii",
        "--string-limit=4000",
        "--output=" + file);
  }

  /// The lines of a trace, in the order in which calls began (or, resumed, ended).
  private static final class Trace {
    // A text that is not all ASCII (a title) is shown in hex from its first byte.
    static final Pattern LOOK_ANSWERED =
        Pattern.compile("(read|recvfrom)\\b.*\"(18\\d{6}|\\\\x31\\\\x38)");
    static final Pattern CHECKOUT =
        Pattern.compile("(write|writev|sendto)\\(\\d+<TCP.*\"11[YN][YN]\\d{8}");
    static final Pattern CHECKOUT_ANSWERED =
        Pattern.compile("(read|recvfrom)\\b.*\"(121[YNU][YNU]|\\\\x31\\\\x32\\\\x31)");

    /// FEIG write AFI: command B0h, mode 27h, ISO host command to the tag.
    static final Pattern AFI_WRITTEN =
        Pattern.compile("write\\(\\d+<[^\"]*/dev/pts/\\d+.*\\\\xb0\\\\x27");

    /// The station tells the scenario what it shows.
    static final Pattern TAKE_IT = Pattern.compile("write\\(1<.*row " + ITEM + " lent");

    private static final Pattern SYNC =
        Pattern.compile("^(\\d+) +f(data)?sync\\(\\d+<[^>]*journal\\.db-wal>");
    private static final Pattern RESUMED =
        Pattern.compile("^(\\d+) +<\\.\\.\\. f(data)?sync resumed>.*= 0$");
    private static final String UNFINISHED = "<unfinished ...>";

    private final List<String> lines;
    private final List<Sync> syncs = new ArrayList<>();

    /// A sync of the journal: the lines at which it began and had returned.
    private record Sync(int began, int ended) {}

    private Trace(List<String> lines) {
      this.lines = lines;
    }

    static Trace of(List<String> lines) {
      Trace trace = new Trace(lines);
      for (int i = 0; i < lines.size(); i++) {
        Matcher sync = SYNC.matcher(lines.get(i));
        if (sync.find()) {
          int began = i;
          trace.ended(i, sync.group(1)).ifPresent(end -> trace.syncs.add(new Sync(began, end)));
        }
      }
      assertThat(trace.syncs).as("syncs of the journal in the trace").isNotEmpty();
      return trace;
    }

    private Optional<Integer> ended(int began, String thread) {
      if (!lines.get(began).endsWith(UNFINISHED)) {
        return lines.get(began).endsWith("= 0") ? Optional.of(began) : Optional.empty();
      }
      for (int i = began + 1; i < lines.size(); i++) {
        Matcher resumed = RESUMED.matcher(lines.get(i));
        if (resumed.find() && resumed.group(1).equals(thread)) {
          return Optional.of(i);
        }
      }
      return Optional.empty();
    }

    int first(Pattern what, int from) {
      for (int i = from; i < lines.size(); i++) {
        if (what.matcher(lines.get(i)).find()) {
          return i;
        }
      }
      throw new AssertionError("not in the trace: " + what);
    }

    int lastBefore(Pattern end, Pattern what) {
      for (int i = first(end, 0); i >= 0; i--) {
        if (what.matcher(lines.get(i)).find()) {
          return i;
        }
      }
      throw new AssertionError("not in the trace before " + end + ": " + what);
    }

    /// Whether a sync of the journal began and returned between two lines.
    boolean syncedBetween(int from, int until) {
      return syncs.stream().anyMatch(sync -> sync.began() > from && sync.ended() < until);
    }
  }
}
