package org.libstation.station.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.central.CentralSettings;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.site.Sip2Provider;
import org.libstation.site.DialectFiles;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteProblem;

class SiteCentralTest {
  private static final Path CONFIG = Path.of("..", "config");

  @Test
  void a_site_that_lacks_what_its_dialect_needs_does_not_start() {
    assertThatThrownBy(() -> central(Map.of("dialect", "folio", "location", "")))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("station.central.location: expected the station's location (CP)");
    assertThatThrownBy(() -> central(Map.of("dialect", "symphony", "user", "")))
        .hasMessageContaining("station.central.user: expected the user who logs in at the prompts");
    assertThatThrownBy(() -> central(Map.of("dialect", "nosuch")))
        .hasMessageContaining("there is no dialects/nosuch.yaml");
    assertThat(central(Map.of("dialect", "symphony"))).isNotNull();
    assertThat(
            Sip2Provider.dialect(
                    new CentralSettings(
                        "",
                        "",
                        "kiosk",
                        "",
                        ZoneId.of("UTC"),
                        Currency.getInstance("HKD"),
                        Map.of()),
                    DialectFiles.usual(CONFIG).read("symphony"))
                .login())
        .map(Sip2Dialect.Sip2Login::style)
        .isEqualTo(Optional.of(Sip2Dialect.LoginStyle.PROMPTS_THEN_MESSAGE));
  }

  private static SiteCentral central(Map<String, String> settings) {
    Map<String, String> overrides = new HashMap<>();
    settings.forEach((key, value) -> overrides.put("station.central." + key, value));
    return SiteCentral.of(SettingsFile.read(CONFIG, overrides), CONFIG);
  }
}
