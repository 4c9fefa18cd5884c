package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.LineBreaks;
import org.libstation.testkit.Needs;

/// A station that reads barcodes alone asks nobody to lay books on a tray that is not there.
class WithoutTrayTest {
  private static final Texts TEXTS = TestTexts.OURS;
  private static final Pattern TRAY = Pattern.compile("\\btray\\b|托[盤盘]|叠|疊");

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  /// A card where none is needed: it may be shown at a station of each kind.
  @ParameterizedTest
  @EnumSource(Language.class)
  void what_a_card_is_answered_while_returning_speaks_of_no_tray(Language language) {
    assertThat(TEXTS.in(language).say("code.C23.do")).doesNotContainPattern(TRAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "borrow-scanning",
        "return-scanning",
        "return-scanned",
        "holds-givenup",
        "account-closed",
        "idle-drop-full"
      })
  void nothing_is_said_of_a_tray(String name) throws Exception {
    FlowState with = States.named(name);
    StationFacts station = with.station();
    List<DeviceLine> scans =
        station.devices().stream().filter(line -> line.role() != DeviceRole.PAD).toList();
    FlowState without = StateBuilder.like(with).at(station.withDevices(scans)).build();
    for (Language language : Language.values()) {
      for (int step = 1; step <= Access.MOST_TEXT_STEPS; step++) {
        Access access = Access.silent(step, false, false, false, false);
        List<String> said =
            Fx.call(
                () -> {
                  ScreenHost host = PanelKind.UPRIGHT.host(TEXTS);
                  FlowState state = States.in(without, language, access);
                  PanelKind.UPRIGHT.show(host, state);
                  return Tree.seen(host, Text.class::isInstance).stream()
                      .map(text -> LineBreaks.plain(((Text) text).getText()))
                      .toList();
                });
        assertThat(said).as("%s %s %d", name, language, step).isNotEmpty();
        assertThat(said).as("%s %s %d", name, language, step).noneMatch(TRAY.asPredicate());
      }
    }
  }
}
