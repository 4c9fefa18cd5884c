package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.testkit.Needs;

/// Every screen in three languages, at four sizes of text, on three panels, in both contrasts, a
/// page after the other: it lies well ([SceneCheck]), and what it says and has keys for at the
/// first size it says and has keys for at every other.
///
/// All tests take every screen once and a tenth of the rest, by a seed that stays and that a
/// finding names; less of what was not drawn for: reach mode, slow mode, other panels. The long
/// test takes all of it in pieces.
@Tag("full")
class EveryScreenTest {
  private static final Path PICTURES = Path.of("target/screens");
  private static final Texts TEXTS = TestTexts.OURS;
  private static final long SEED = Long.getLong("libstation.seed", 21);

  /// Of so many pieces this one, with all that belongs to it; negative = a sample.
  private static final int PIECE = Integer.getInteger("libstation.piece", -1);

  private static final int PIECES = Integer.getInteger("libstation.pieces", 24);

  /// Screens, or looks at one as a finding names them: these alone, and all are drawn.
  private static final String NAMED = System.getProperty("libstation.named", "");

  /// Of what screens are designed for one in so many; of reach and slow mode; of other panels.
  private static final int TENTH = 10;

  private static final int OF_MODES = 30;
  private static final int OF_PANELS = 60;

  /// Of what is looked at so many in a hundred are drawn as well.
  private static final int DRAWN_PERCENT = 1;

  /// A picture of fewer colours shows no screen.
  private static final int LEAST_COLOURS = 8;

  private final Map<PanelKind, ScreenHost> hosts = new HashMap<>();
  private final Map<String, ShownWords> usual = new HashMap<>();
  private final Map<Language, ShownWords.Lines> lines = new EnumMap<>(Language.class);
  private final List<String> findings = new ArrayList<>();

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  /// One look at one screen.
  private record Cell(String name, PanelKind kind, Language language, Access access) {
    FlowState state() {
      return States.in(States.named(name), language, access);
    }

    boolean named() {
      return name.matches(NAMED) || toString().matches(NAMED);
    }

    boolean designed() {
      return !access.reach() && !access.slow() && PanelKind.DESIGNED.contains(kind);
    }

    @Override
    public String toString() {
      return String.join(
          ".",
          kind.name(),
          name,
          language.tag(),
          (access.reach() ? "low." : access.slow() ? "slow." : "")
              + (access.contrast() ? "contrast." : "")
              + access.textStep());
    }
  }

  @Test
  void every_screen_lies_well_and_says_the_same_at_every_size() throws Exception {
    int at = 0;
    int looked = 0;
    for (String name : States.all().keySet()) {
      List<Cell> chosen =
          !NAMED.isEmpty()
              ? all(name).stream().filter(Cell::named).toList()
              : PIECE >= 0 ? piece(name, at) : sample(name, new Random(SEED + name.hashCode()));
      at++;
      looked += chosen.size();
      // A call for each screen: no call may take the toolkit's thread for long.
      Fx.run(() -> chosen.forEach(this::look));
      usual.clear();
    }
    assertThat(looked).isPositive();
    String all = "-Dlibstation.seed=%d%n%s".formatted(SEED, String.join("\n", findings));
    assertThat(findings).as(all).isEmpty();
  }

  private static List<Cell> piece(String name, int at) {
    return at % PIECES == PIECE ? all(name) : List.of();
  }

  private static List<Cell> sample(String name, Random random) {
    List<Cell> all = all(name);
    Cell once = all.get(random.nextInt((int) all.stream().filter(Cell::designed).count()));
    List<Cell> chosen = new ArrayList<>();
    for (Cell each : all) {
      int of =
          each.designed() ? TENTH : PanelKind.DESIGNED.contains(each.kind()) ? OF_MODES : OF_PANELS;
      if (each.equals(once) || random.nextInt(of) == 0) {
        chosen.add(each);
      }
    }
    return chosen;
  }

  /// All looks at a screen, those that it is designed for first. The technician's pages have one
  /// size and one theme.
  private static List<Cell> all(String name) {
    List<Cell> designed = new ArrayList<>();
    List<Cell> others = new ArrayList<>();
    boolean technician = StaffStates.forTechnicians(name);
    for (Language language : Language.values()) {
      for (int step = 1; step <= (technician ? 1 : Access.MOST_TEXT_STEPS); step++) {
        for (PanelKind kind : PanelKind.DESIGNED) {
          designed.add(new Cell(name, kind, language, look(step, false, false, false)));
          if (!technician) {
            designed.add(new Cell(name, kind, language, look(step, true, false, false)));
            others.add(new Cell(name, kind, language, look(step, false, true, false)));
            others.add(new Cell(name, kind, language, look(step, false, false, true)));
            others.add(new Cell(name, kind, language, look(step, true, true, true)));
          }
        }
        for (PanelKind kind : technician ? List.of(PanelKind.DROP) : PanelKind.OTHERS) {
          others.add(new Cell(name, kind, language, look(step, false, false, false)));
        }
      }
    }
    designed.addAll(others);
    return designed;
  }

  private static Access look(int step, boolean contrast, boolean slow, boolean reach) {
    return Access.silent(step, contrast, slow, reach, false);
  }

  private void look(Cell cell) {
    double least = StaffStates.forTechnicians(cell.name()) ? Tokens.TECH_TEXT_MIN : Tokens.TEXT_MIN;
    ShownWords shown = new ShownWords();
    Set<String> found = new TreeSet<>();
    FlowState state = cell.state();
    pages(cell)
        .each(
            page -> {
              shown.take(page);
              found.addAll(SceneCheck.findings(page, least, cell.kind().leastKey()));
              if (cell.access().reach() && !staffBelow(cell)) {
                found.addAll(SceneCheck.pressableAbove(page, cell.kind().panel().middle()));
              }
            });
    if (cell.designed() && cell.access().textStep() > 1) {
      found.addAll(missing(cell, shown));
    }
    found.forEach(finding -> findings.add(cell + ": " + finding));
    if (PIECE >= 0
        ? cell.designed()
        : !NAMED.isEmpty() || new Random(SEED + cell.hashCode()).nextInt(100) < DRAWN_PERCENT) {
      keep(cell, state);
    }
  }

  private SmallPages pages(Cell cell) {
    ScreenHost host = hosts.computeIfAbsent(cell.kind(), kind -> kind.host(TEXTS));
    return new SmallPages(host, cell.state(), cell.kind());
  }

  /// Staff stand; half a lying panel has no room for the digits and all bars.
  private static boolean staffBelow(Cell cell) {
    return cell.kind().panel().wide() && cell.name().equals("technician-pin");
  }

  /// What is said or can be pressed at the first size and not here.
  private List<String> missing(Cell cell, ShownWords shown) {
    Cell first = new Cell(cell.name(), cell.kind(), cell.language(), look(1, false, false, false));
    ShownWords before =
        usual.computeIfAbsent(
            first.toString(),
            _ -> {
              ShownWords words = new ShownWords();
              pages(first).each(words::take);
              return words;
            });
    ShownWords.Lines known =
        lines.computeIfAbsent(cell.language(), language -> new ShownWords.Lines(TEXTS, language));
    List<String> missing = new ArrayList<>();
    for (String text : before.texts(known)) {
      if (!shown.shows(known, text) && LeftOut.why(cell.name(), text).isEmpty()) {
        missing.add("not said: " + text);
      }
    }
    for (String key : before.keys()) {
      Optional<String> named = known.named(key);
      boolean may =
          LeftOut.turns(key)
              || shown.keys().stream().anyMatch(here -> LeftOut.sameKey(key, here))
              || named.flatMap(text -> LeftOut.why(cell.name(), text)).isPresent();
      if (!shown.keys().contains(key) && !may) {
        missing.add("no key: " + key + named.map(text -> " (" + text + ")").orElse(""));
      }
    }
    return missing;
  }

  private static void keep(Cell cell, FlowState state) {
    try {
      byte[] png = cell.kind().picture(TEXTS, state);
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(cell + ".png"), png);
      drawn(cell, png);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// As large as the screen, and not one colour all over.
  private static void drawn(Cell cell, byte[] png) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(List.of(picture.getWidth(), picture.getHeight()))
        .as(cell.toString())
        .containsExactly((int) cell.kind().width(), (int) cell.kind().height());
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    assertThat(IntStream.of(pixels).distinct().limit(LEAST_COLOURS).count())
        .as(String.format(Locale.ROOT, "colours of %s", cell))
        .isEqualTo(LEAST_COLOURS);
  }
}
