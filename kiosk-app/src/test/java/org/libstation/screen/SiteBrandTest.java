package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.lab.screen.ScreenPictures;
import org.libstation.language.TestTexts;
import org.libstation.testkit.Needs;

/// A library's own name and logo; a broken one is told and never stops a station.
class SiteBrandTest {
  @TempDir private Path theme;

  @Test
  void names_and_a_drawing_are_taken() throws Exception {
    write("library.properties", "name.zh-Hant-HK = 甲\nname.zh-Hans = 乙\nname.en = C\nlogo = l.svg");
    write("l.svg", "<svg viewBox=\"0 0 24 24\">\n<path fill=\"#102030\" d=\"M2 2h20v20z\"/></svg>");
    SiteBrand brand = SiteBrand.read(theme);
    assertThat(brand.problems()).isEmpty();
    assertThat(brand.names()).isEqualTo(Map.of("zh-Hant-HK", "甲", "zh-Hans", "乙", "en", "C"));
    assertThat(brand.own()).isTrue();
  }

  @Test
  void what_cannot_be_used_is_told_by_file_and_line() throws Exception {
    write(
        "library.properties",
        "# ours\nname.en = C\nlogo = gone.png\nhero = text.png\ncolour = red");
    write("text.png", "no picture");
    assertThat(SiteBrand.read(theme).problems())
        .anyMatch(line -> line.contains("library.properties, line 3: logo: gone.png: not found"))
        .anyMatch(line -> line.contains("line 4: hero: text.png: expected a picture as PNG"))
        .anyMatch(line -> line.contains("line 5: colour: expected one of hero, logo, name.en"))
        .anyMatch(line -> line.contains("expected all of name.zh-Hant-HK, name.zh-Hans, name.en"));
    assertThat(SiteBrand.read(theme).names()).isEmpty();
    assertThat(SiteBrand.read(theme).own()).isFalse();
  }

  @Test
  void a_drawing_with_more_than_paths_is_told_by_its_line() throws Exception {
    write("library.properties", "logo = l.svg");
    write("l.svg", "<svg viewBox=\"0 0 9 9\">\n<!-- a\nb -->\n<circle r=\"3\"/></svg>");
    assertThat(SiteBrand.read(theme).problems())
        .singleElement()
        .asString()
        .contains("l.svg, line 4: <circle> is not drawn");
  }

  @Test
  void a_file_outside_the_theme_is_not_read() throws Exception {
    write("library.properties", "logo = ../secret.png");
    assertThat(SiteBrand.read(theme).problems()).singleElement().asString().contains("not found");
  }

  @Test
  void the_example_site_has_nothing_of_its_own_and_no_problem() {
    SiteBrand brand = SiteBrand.read(Path.of("../config/theme"));
    assertThat(brand.problems()).isEmpty();
    assertThat(brand.names()).isEmpty();
  }

  @Test
  void a_logo_stands_in_the_header_and_on_the_start_screen() throws Exception {
    Needs.screens();
    write("library.properties", "logo = l.png");
    BufferedImage red = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    for (int at = 0; at < 1600; at++) {
      red.setRGB(at % 40, at / 40, 0xFF0000);
    }
    ImageIO.write(red, "png", theme.resolve("l.png").toFile());
    SiteBrand brand = SiteBrand.read(theme);
    assertThat(brand.problems()).isEmpty();
    byte[] png =
        Fx.call(
            () -> {
              ScreenPictures pictures =
                  new ScreenPictures(
                      TestTexts.OURS,
                      ScreensTest.names(),
                      Duration.ofSeconds(60),
                      Optional.empty());
              pictures.brand(brand);
              return pictures.of(States.named("welcome"));
            });
    BufferedImage drawn = ImageIO.read(new java.io.ByteArrayInputStream(png));
    assertThat(drawn.getRGB(48 + 36, 60) & 0xFFFFFF).isEqualTo(0xFF0000);
    assertThat(drawn.getRGB(48 + 42, 120 + 40 + 42) & 0xFFFFFF).isEqualTo(0xFF0000);
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(theme.resolve(name), text);
  }
}
