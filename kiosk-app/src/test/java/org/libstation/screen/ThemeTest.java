package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.screen.kit.look.Contrast;

/// Colours can be told apart.
class ThemeTest {
  @ParameterizedTest
  @ValueSource(strings = {"light", "contrast", "night"})
  void every_pair_of_a_theme_has_the_contrast_it_needs(String theme) {
    Map<String, String> colours = SiteTheme.builtIn().getOrDefault(theme, Map.of());
    assertThat(Contrast.findings(colours)).isEmpty();
  }

  @Test
  void the_ratio_is_that_of_wcag() {
    assertThat(Contrast.ratio("#000000", "#FFFFFF")).isEqualTo(21);
    assertThat(Contrast.ratio("#1C2127", "#F5F0E6")).isBetween(14.25, 14.35);
  }

  @Test
  void the_example_sites_theme_is_fit() {
    assertThat(SiteTheme.findings(Path.of("../config/theme/theme.css"))).isEmpty();
  }

  @Test
  void a_theme_that_cannot_be_read_is_refused_with_the_pair_named(@TempDir Path dir)
      throws Exception {
    Path file = dir.resolve("theme.css");
    Files.writeString(
        file,
        "/* ours\n*/ .light { -ls-action: #88AACC;\n-ls-done: #00FF00;\n-ls-ground: beige; }");
    List<String> findings = SiteTheme.findings(file);
    assertThat(findings)
        .anyMatch(line -> line.contains("on-action #FFFFFF on action #88AACC"))
        .anyMatch(line -> line.contains("line 3: -ls-done: the role done cannot be changed"))
        .anyMatch(
            line -> line.contains("line 4: -ls-ground: expected a colour as #RRGGBB, not 'beige'"));
    assertThatThrownBy(() -> SiteTheme.load(file)).hasMessageContaining("#88AACC");
  }
}
