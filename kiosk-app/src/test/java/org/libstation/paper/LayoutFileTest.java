package org.libstation.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.flow.state.Language;
import org.libstation.language.Texts;
import org.libstation.testkit.Mutations;
import org.libstation.testkit.Sample;

class LayoutFileTest {
  private static final Texts TEXTS = ShippedLayout.texts();

  @TempDir Path dir;

  @Test
  void the_template_that_comes_with_the_program_is_right_on_both_widths() {
    Path shipped = Path.of("..", "config", "receipts", "slip.layout");
    assertThat(LayoutFile.read(shipped, TEXTS, 576).elements()).isNotEmpty();
    assertThat(LayoutFile.read(shipped, TEXTS, 384).elements()).isNotEmpty();
  }

  @Test
  void an_element_of_one_language_stands_in_that_language_only() {
    Layout layout = read("banner", "[en] text = Opening hours", "body", "[zh-Hans] rule");
    assertThat(layout.in(Language.EN)).hasSize(3);
    assertThat(layout.in(Language.ZH_HANS)).hasSize(3);
    assertThat(layout.in(Language.ZH_HANT_HK)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "headline = x;headline: expected: banner, body, logo, text",
        "text huge = x;text: expected: normal, bold or large",
        "text;text: expected: text = WORDS",
        "text = {patron};text: expected: one of {library}, {station}, {printed}",
        "text = {name};not {name}",
        "text = {card};not {card}",
        "text = {say:slip.due.none};text: expected: a key of the texts",
        "text = {say:slip.item};that has no place to fill",
        "text = {library;braces in pairs",
        "pair = a;pair = WORDS AT THE LEFT | WORDS AT THE RIGHT",
        "pair centre = a | b;pair: expected: normal, bold or large",
        "rule = x;rule: expected: nothing behind it",
        "logo = nothing.png;a PNG file of at most 2 MB",
        "logo = broken.png;a PNG file, not what stands in",
        "logo = wide.png;at most 576 by 400 dots, not 600 by 10",
        "codabar = 31234;codabar: expected: a letter A to D",
        "codabar = A312340000123423123400001234B;at most 20 together",
        "[fr] rule;[fr]: expected: one of",
        "qr;qr: expected: qr = what it shows",
        "= x;: expected: banner, body"
      })
  void a_wrong_line_is_named_with_what_was_expected(String line, String expected) throws Exception {
    ImageIO.write(
        new BufferedImage(600, 10, BufferedImage.TYPE_BYTE_GRAY),
        "png",
        dir.resolve("wide.png").toFile());
    Files.writeString(dir.resolve("broken.png"), "no picture");
    assertThatThrownBy(() -> read("banner", "body", line))
        .isInstanceOf(LayoutException.class)
        .hasMessageContaining("slip.layout, line 3: ")
        .hasMessageContaining(expected);
  }

  @Test
  void a_template_without_its_body_or_banner_is_refused() {
    assertThatThrownBy(() -> read("banner")).hasMessageContaining("body: expected once");
    assertThatThrownBy(() -> read("banner", "body", "body")).hasMessageContaining("body: expected");
    assertThatThrownBy(() -> read("banner", "[en] body")).hasMessageContaining("body: expected");
    assertThatThrownBy(() -> read("[en] banner", "body")).hasMessageContaining("banner: expected");
  }

  @Test
  void every_finding_is_told_at_once() {
    assertThatThrownBy(() -> read("headline", "banner", "text = {patron}", "body"))
        .hasMessageContaining("line 1")
        .hasMessageContaining("line 3");
  }

  @Test
  void a_file_that_is_not_text_is_refused_by_its_name() throws Exception {
    Path file = Files.write(dir.resolve("slip.layout"), new byte[] {(byte) 0xFF, 0, 1});
    assertThatThrownBy(() -> LayoutFile.read(file, TEXTS, 576))
        .isInstanceOf(LayoutException.class)
        .hasMessageContaining("slip.layout: cannot be read as UTF-8");
  }

  @Test
  void a_damaged_template_is_a_layout_or_a_finding() {
    damaged(2_000);
  }

  @Test
  @Tag("full")
  void very_many_damaged_templates_are_each_a_layout_or_a_finding() {
    damaged(Sample.of(200_000));
  }

  private void damaged(int count) {
    List<byte[]> corpus =
        Stream.of(
                "banner\nbody\ntext large centre = {library}\nrule\n",
                "banner\n[en] text bold = a {say:slip.thanks} b\nbody\nspace",
                "pair = {say:slip.printed} | {printed}\nbody\nbanner\nqr = https://a.example",
                "codabar = A31234B\nbody\nbanner\n# words\n")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();
    Mutations.feed(
        corpus,
        20261125,
        count,
        bytes -> {
          List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
          try {
            assertThat(LayoutFile.read(dir.resolve("slip.layout"), lines, TEXTS, 576)).isNotNull();
          } catch (LayoutException finding) {
            assertThat(finding).hasMessageContaining("expected");
          }
        });
  }

  private Layout read(String... lines) {
    return LayoutFile.read(dir.resolve("slip.layout"), List.of(lines), TEXTS, 576);
  }
}
