package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.flow.state.Language;
import org.libstation.screen.SiteNames;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.SiteWords.Offer;
import org.libstation.station.parts.FlowParts;

/// Where else to go and whom to ask, as `station.yaml` says it.
class SurroundingsTest {
  private static final Path SITE = Path.of("..", "config");

  @TempDir Path site;

  @Test
  void the_example_names_other_places_and_how_to_reach_a_librarian() {
    SiteNames names = FlowParts.names(SettingsFile.read(SITE, Map.of()));
    SiteWords words = names.surroundingsIn(Language.ZH_HANT_HK);
    assertThat(words.alternatives())
        .extracting(SiteWords.SitePlace::name)
        .containsExactly("1 號自助借還機", "石橋街還書箱", "港島東圖書館自助站");
    assertThat(words.offering(Set.of(Offer.DROP)))
        .extracting(SiteWords.SitePlace::minutes)
        .containsExactly(6);
    assertThat(words.help().phone()).isEqualTo("2345 6789");
    assertThat(words.help().code()).contains("https://library.example/help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minutes: 6 | minutes: 600 | station.alternatives.1.minutes: expected minutes on foot, 0"
            + " (in the same building) to 180",
        "offers: [drop] | offers: [read] | station.alternatives.1.offers.0 is 'read': expected"
            + " borrow, return or drop",
        "offers: [drop] | offers: [] | station.alternatives.1.offers: expected some of borrow,"
            + " return and drop",
        "offers: [drop] | offer: [drop] | alternatives.1.offer: unknown key; expected one of hours, minutes,"
            + " name, offers, place, where",
        "en: Self-service station 1} | fr: Automate 1} | station.alternatives.0.name: expected one"
            + " text for each",
        "phone: \"2345 6789\" | phone: \"call us\" | station.help.phone: expected a phone number",
        "phone: \"2345 6789\" | fone: \"2345 6789\" | station.help.fone: unknown key; expected one"
            + " of after-hours, after-hours-phone, hours, page, phone, renew-page",
        "page: https://library.example/help | page: ftp://library.example | station.help.page:"
            + " expected an address that begins with https://",
        "notices-on-receipts: true | notices-on-receipts: maybe | notices-on-receipts is 'maybe':"
            + " expected true or false"
      })
  void what_cannot_be_is_told_with_file_line_and_key(String old, String fresh, String told)
      throws IOException {
    String text = Files.readString(SITE.resolve("station.yaml"));
    assertThat(text).contains(old);
    Files.writeString(site.resolve("station.yaml"), text.replace(old, fresh));
    int line = (int) text.substring(0, text.indexOf(old)).lines().count();
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("station.yaml, line " + line)
        .hasMessageContaining(told);
  }

  @Test
  void a_site_may_leave_all_of_it_out() throws IOException {
    String text =
        Files.readString(SITE.resolve("station.yaml"))
            .replaceAll("(?s)  alternatives:\n.*?(?=\n  # Ask a librarian)", "")
            .replaceAll("(?s)  help:\n.*?(?=\n  # The library's notice)", "");
    Files.writeString(site.resolve("station.yaml"), text);
    StationSettings settings = SettingsFile.read(site, Map.of());
    assertThat(settings.alternatives()).isEmpty();
    assertThat(FlowParts.names(settings).surroundingsIn(Language.EN).help().code()).isEmpty();
  }
}
