package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.FlowTests;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.StationFacts;
import org.libstation.lab.screen.ScreenPictures;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.SiteWords.DeskPicture;
import org.libstation.screen.kit.words.SiteWords.TerminalPlace;
import org.libstation.testkit.Needs;

/// The pictures of screens in `docs/`: all that the pages name are drawn here, out of the states of
/// the tests. `-Dlibstation.pictures=../docs/pictures` draws them all anew; else a few are drawn,
/// and left in `target/pictures`.
class DocumentPicturesTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Optional<String> WANTED =
      Optional.ofNullable(System.getProperty("libstation.pictures"));
  private static final Path OUT = Path.of(WANTED.orElse("target/pictures"));
  private static final int SAMPLE = 5;
  private static final Pattern NAMED = Pattern.compile("pictures/([a-z0-9.A-Z-]+\\.png)");
  private static final int COLOURS = 256;

  /// Who reads a page over a slow line has not much to wait for.
  private static final long MOST_BYTES = 130_000;

  /// A state, and how it is drawn.
  ///
  /// @param width of the picture
  private record Shot(
      String state,
      Language language,
      PanelKind panel,
      int width,
      Access access,
      DeskPicture desk) {
    static Shot upright(String state) {
      return new Shot(
          state, Language.ZH_HANT_HK, PanelKind.UPRIGHT, 540, Access.STANDARD, DeskPicture.USUAL);
    }

    static Shot drop(String state, Language language) {
      return new Shot(state, language, PanelKind.DROP, 1024, Access.STANDARD, DeskPicture.USUAL);
    }

    Shot in(Language other) {
      return new Shot(state, other, panel, width, access, desk);
    }

    Shot on(PanelKind other, int wide) {
      return new Shot(state, language, other, wide, access, desk);
    }

    Shot with(Access other) {
      return new Shot(state, language, panel, width, other, desk);
    }

    Shot at(DeskPicture other) {
      return new Shot(state, language, panel, width, access, other);
    }
  }

  /// Taken of its page, in a browser.
  private static final List<String> OF_THE_FLEET =
      List.of("fleet-orders.png", "fleet-station-night.zh-Hant-HK.png", "fleet-wall.png");

  private static final Access SLOW = Access.silent(1, false, true, false, false);

  private static final List<String> BY_THEIR_NAME =
      List.of(
          "account",
          "borrow-ask",
          "borrow-sets",
          "borrow-stack",
          "charges",
          "help",
          "holds-placed",
          "out-of-service",
          "printing",
          "privacy",
          "receipt-choice",
          "return-long-fine",
          "return-sorted",
          "technician",
          "technician-pin",
          "to-do",
          "tray");

  private static Map<String, Shot> shots() {
    Map<String, Shot> all = new HashMap<>();
    BY_THEIR_NAME.forEach(name -> all.put(name, Shot.upright(name)));
    Shot stack = Shot.upright("borrow-stack");
    all.put("borrow-slow", stack.with(SLOW));
    all.put("borrow-stack-english", stack.in(Language.EN));
    all.put("borrow-stack-large", stack.with(Access.silent(3, false, false, false, false)));
    all.put("borrow-stack-contrast", stack.with(Access.silent(4, true, false, false, false)));
    all.put("panel-lying", stack.on(PanelKind.LYING, 960));
    all.put("panel-narrow", stack.on(PanelKind.TWENTY_FOUR_INCH, 480));
    all.put("panel-small", stack.on(PanelKind.FIFTEEN_INCH, 960));
    all.put(
        "panel-small-largest",
        Shot.upright("holds")
            .on(PanelKind.FIFTEEN_INCH, 540)
            .with(Access.silent(4, true, false, false, false)));
    Shot card = Shot.upright("identify-card");
    all.put("card", card);
    all.put("card-slow", card.with(SLOW));
    all.put("card-stays", card.at(new DeskPicture(false, true, true, true, TerminalPlace.RIGHT)));
    all.put("desk-left", card.at(new DeskPicture(true, true, true, false, TerminalPlace.RIGHT)));
    all.put("welcome", Shot.upright("idle-news"));
    all.put("done", Shot.upright("done-take"));
    all.put("pin", Shot.upright("identify-pin"));
    all.put("pay-terminal", Shot.upright("pay-terminal"));
    all.put("pay-paid", Shot.upright("pay-paid"));
    all.put("leave", Shot.upright("borrow-leave"));
    all.put("still-there", Shot.upright("borrow-idle"));
    all.put("visit-door", Shot.upright("done-door"));
    all.put("entry-lying", Shot.upright("entry-typed").on(PanelKind.LYING, 960));
    all.put(
        "entry-small", Shot.upright("entry-isbn").in(Language.EN).on(PanelKind.FIFTEEN_INCH, 540));
    all.put("technician-health", Shot.upright("health").in(Language.EN));
    all.put("technician-checks", Shot.upright("checks-ended").in(Language.EN));
    all.put("technician-scan", Shot.upright("checks-scan").in(Language.EN));
    all.put("technician-field", Shot.upright("checks-field").in(Language.EN));
    all.put("setup-device", Shot.upright("setup-device").in(Language.EN));
    all.put("setup-difference", Shot.upright("setup-difference").in(Language.EN));
    all.put("drop-ready.zh-Hant-HK", Shot.drop("drop-ready", Language.ZH_HANT_HK));
    all.put("drop-full.zh-Hant-HK", Shot.drop("drop-full", Language.ZH_HANT_HK));
    all.put("drop-answer.en", Shot.drop("drop-answer", Language.EN));
    all.put("drop-asking.zh-Hans", Shot.drop("drop-asking", Language.ZH_HANS));
    return all;
  }

  @Test
  void everyPictureThatAPageNamesIsDrawnHereAndLiesThere() throws IOException {
    Set<String> named = new TreeSet<>();
    List<Path> pages = new ArrayList<>(List.of(DOCS.resolve("../README.md")));
    try (Stream<Path> files = Files.walk(DOCS)) {
      files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    }
    for (Path page : pages) {
      Matcher matcher = NAMED.matcher(Files.readString(page));
      while (matcher.find()) {
        named.add(matcher.group(1));
      }
    }
    Set<String> drawn =
        shots().keySet().stream()
            .map(name -> name + ".png")
            .collect(Collectors.toCollection(TreeSet::new));
    drawn.addAll(OF_THE_FLEET);
    assertThat(named).isEqualTo(drawn);
    try (Stream<Path> files = Files.list(DOCS.resolve("pictures"))) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(it -> it.endsWith(".png")))
          .containsExactlyInAnyOrderElementsOf(drawn);
    }
  }

  @Test
  @Tag("full")
  void theyAreDrawnAndSmall() throws Exception {
    Needs.screens();
    Texts texts = TestTexts.OURS;
    Files.createDirectories(OUT);
    List<Map.Entry<String, Shot>> some = new ArrayList<>(shots().entrySet());
    long seed = Long.getLong("libstation.seed", System.nanoTime());
    System.out.println("pictures: -Dlibstation.seed=" + seed);
    some.sort(Map.Entry.comparingByKey());
    Collections.shuffle(some, new Random(seed));
    for (Map.Entry<String, Shot> each : WANTED.isPresent() ? some : some.subList(0, SAMPLE)) {
      Path file = OUT.resolve(each.getKey() + ".png");
      BufferedImage whole = ImageIO.read(new ByteArrayInputStream(drawn(texts, each.getValue())));
      ImageIO.write(fewColours(scaled(whole, each.getValue().width())), "png", file.toFile());
      assertThat(Files.size(file)).as(each.getKey()).isBetween(1_000L, MOST_BYTES);
    }
  }

  private static byte[] drawn(Texts texts, Shot shot) throws Exception {
    FlowState state =
        shot.panel().equals(PanelKind.DROP)
            ? Objects.requireNonNull(
                DropStates.all(FlowTests.role(StationFacts.StationRole.BOOK_DROP))
                    .get(shot.state()))
            : States.named(shot.state());
    return Fx.call(
        () -> {
          ScreenPictures pictures =
              new ScreenPictures(
                  texts,
                  names(shot.desk()),
                  Duration.ofSeconds(60),
                  Optional.empty(),
                  shot.panel().width(),
                  shot.panel().height());
          pictures.fit(shot.panel().fit());
          return pictures.of(States.in(state, shot.language(), shot.access()));
        });
  }

  private static SiteNames names(DeskPicture desk) {
    SiteNames usual = ScreensTest.names();
    if (desk.equals(DeskPicture.USUAL)) {
      return usual;
    }
    Map<Language, SiteWords> words = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      words.put(language, new SiteWords(List.of(), SiteWords.NONE.help(), desk));
    }
    return new SiteNames(usual.library(), usual.station(), words);
  }

  private static BufferedImage scaled(BufferedImage whole, int width) {
    int height = Math.round((float) whole.getHeight() * width / whole.getWidth());
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Image averaged = whole.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
    small.getGraphics().drawImage(averaged, 0, 0, null);
    return small;
  }

  /// The screens are flat: what few points have becomes the nearest of what many have.
  private static BufferedImage fewColours(BufferedImage picture) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        counts.merge(picture.getRGB(x, y), 1, Integer::sum);
      }
    }
    int[] most =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(COLOURS)
            .mapToInt(Map.Entry::getKey)
            .toArray();
    IndexColorModel colours =
        new IndexColorModel(8, most.length, most, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage few =
        new BufferedImage(
            picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int index = nearest.computeIfAbsent(picture.getRGB(x, y), it -> nearest(it, most));
        few.getRaster().setSample(x, y, 0, index);
      }
    }
    return few;
  }

  private static int nearest(int colour, int[] among) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int at = 0; at < among.length; at++) {
      int way = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        int off = (colour >> shift & 0xFF) - (among[at] >> shift & 0xFF);
        way += off * off;
      }
      if (way < least) {
        least = way;
        best = at;
      }
    }
    return best;
  }
}
