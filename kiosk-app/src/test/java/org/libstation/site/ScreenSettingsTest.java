package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.flow.state.Language;
import org.libstation.screen.SiteBrand;
import org.libstation.site.ScreenSettings.MotionSetting;
import org.libstation.site.ScreenSettings.Side;

/// The panel's size by its diagonal or its width; the name of a theme goes before that of the site.
class ScreenSettingsTest {
  @Test
  void a_diagonal_and_a_width_say_the_same() {
    assertThat(of(27, 0).fit(1080, 1920).pxPerMm().orElseThrow()).isCloseTo(3.212, within(0.001));
    assertThat(of(0, 336.2).fit(1080, 1920).pxPerMm().orElseThrow())
        .isCloseTo(3.212, within(0.001));
    assertThat(of(0, 0).fit(1080, 1920).pxPerMm()).isEmpty();
  }

  @Test
  void what_no_panel_has_is_refused() {
    refused("inches", "2", "screen.inches: expected 7 to 100, or 0");
    refused("motion", "some", "screen.motion is 'some': expected full or none");
    refused("cards", "below", "screen.cards is 'below': expected right or left");
    refused("hand", "up", "right or left");
  }

  private static void refused(String key, String value, String told) {
    assertThatThrownBy(
            () -> SettingsFile.read(Path.of("../config"), Map.of("station.screen." + key, value)))
        .hasMessageContaining(told);
  }

  @Test
  void the_names_of_a_theme_go_before_those_of_the_settings(@TempDir Path theme) throws Exception {
    Files.writeString(
        theme.resolve(SiteBrand.FILE), "name.zh-Hant-HK=甲\nname.zh-Hans=乙\nname.en=Ours");
    StationSettings settings =
        SettingsFile.read(Path.of("../config"), SiteFiles.named(SiteBrand.read(theme), Map.of()));
    assertThat(settings.library())
        .containsEntry(Language.EN, "Ours")
        .containsEntry(Language.ZH_HANT_HK, "甲");
  }

  private static ScreenSettings of(double inches, double widthMm) {
    return new ScreenSettings(inches, widthMm, 0, Side.RIGHT, MotionSetting.FULL, Side.RIGHT);
  }
}
