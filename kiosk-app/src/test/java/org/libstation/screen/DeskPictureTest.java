package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Language;
import org.libstation.lab.screen.ScreenPictures;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.SiteWords.DeskPicture;
import org.libstation.screen.kit.words.SiteWords.TerminalPlace;
import org.libstation.testkit.Needs;

/// The pictures show the desk of this site, and the words name its sides.
class DeskPictureTest {
  private static final Texts TEXTS = TestTexts.OURS;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  private static SiteNames names(DeskPicture desk) {
    Map<Language, SiteWords> words = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      words.put(language, new SiteWords(List.of(), SiteWords.NONE.help(), desk));
    }
    SiteNames usual = ScreensTest.names();
    return new SiteNames(usual.library(), usual.station(), words);
  }

  private static List<String> words(DeskPicture desk, String state) throws Exception {
    return Fx.call(
        () -> {
          ScreenHost host = SilentHost.of(TEXTS, names(desk), _ -> {});
          new Scene(host, Tokens.WIDTH, Tokens.HEIGHT);
          ScreensTest.show(host, States.named(state));
          return ScreensTest.texts(host).stream().map(ScreensTest::said).toList();
        });
  }

  private static byte[] picture(DeskPicture desk, String state) throws Exception {
    return Fx.call(
        () ->
            new ScreenPictures(TEXTS, names(desk), Duration.ofSeconds(60), Optional.empty())
                .of(States.named(state)));
  }

  @Test
  void wordsNameTheSideOnWhichCardsAreRead() throws Exception {
    assertThat(String.join("", words(DeskPicture.USUAL, "welcome"))).contains("右下方");
    DeskPicture left = new DeskPicture(true, true, true, false, TerminalPlace.RIGHT);
    assertThat(String.join("", words(left, "welcome"))).contains("左下方").doesNotContain("右下方");
    assertThat(String.join("", words(left, "identify-card"))).contains("左邊");
  }

  @Test
  void whereACardStaysTheWordsSaySoAndTheTrayIsShown() throws Exception {
    DeskPicture stays = new DeskPicture(false, true, true, true, TerminalPlace.RIGHT);
    assertThat(String.join("", words(stays, "welcome"))).contains("托盤上");
    assertThat(String.join("", words(stays, "identify-card"))).contains("不用拿走");
    assertThat(String.join("", words(stays, "identify-pin"))).contains("留在原處");
    assertThat(String.join("", words(stays, "identify-checking"))).contains("留在原處");
    byte[] tray = picture(stays, "identify-card");
    assertThat(tray).isNotEqualTo(picture(DeskPicture.USUAL, "identify-card"));
    Files.write(Files.createDirectories(Path.of("target/screens")).resolve("desk-tray.png"), tray);
  }

  /// All that a patron may choose in the access bar.
  static Stream<Access> choices() {
    return IntStream.rangeClosed(1, Access.MOST_TEXT_STEPS)
        .boxed()
        .flatMap(
            step ->
                Stream.of(
                    Access.silent(step, false, false, false, false),
                    Access.silent(step, true, false, false, false),
                    Access.silent(step, false, true, false, false),
                    Access.silent(step, true, true, true, false)));
  }

  @Tag("full")
  @ParameterizedTest
  @MethodSource("choices")
  void whereACardStaysEveryWordHasItsRoom(Access access) throws Exception {
    Set<String> which =
        Set.of("welcome", "idle-news", "identify-card", "identify-pin", "identify-checking");
    for (boolean left : new boolean[] {false, true}) {
      DeskPicture stays = new DeskPicture(left, true, true, true, TerminalPlace.RIGHT);
      List<String> findings =
          Fx.call(
              () ->
                  ScreensTest.checked(
                      SilentHost.of(TEXTS, names(stays), _ -> {}),
                      Language.values(),
                      access,
                      which));
      assertThat(findings).as(String.join("\n", findings)).isEmpty();
    }
  }

  @Test
  void thePictureIsAnotherForAnotherDesk() throws Exception {
    byte[] usual = picture(DeskPicture.USUAL, "identify-card");
    byte[] left =
        picture(new DeskPicture(true, true, true, false, TerminalPlace.RIGHT), "identify-card");
    byte[] bare =
        picture(new DeskPicture(false, false, false, false, TerminalPlace.RIGHT), "identify-card");
    assertThat(left).isNotEqualTo(usual);
    assertThat(bare).isNotEqualTo(usual);
    Path folder = Files.createDirectories(Path.of("target/screens"));
    Files.write(folder.resolve("desk-left.png"), left);
    Files.write(folder.resolve("desk-bare.png"), bare);
  }
}
