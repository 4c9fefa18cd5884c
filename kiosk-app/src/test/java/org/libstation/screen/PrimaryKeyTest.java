package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.testkit.Needs;
import org.libstation.testkit.Sample;

/// Whoever needs large text or low keys has no smaller primary key: on every screen it is at least
/// as high and as wide as at the first size of text.
@Tag("full")
class PrimaryKeyTest {
  private static final Texts TEXTS = TestTexts.OURS;

  /// These alone, for whoever draws them.
  private static final String NAMED = System.getProperty("libstation.named", ".*");

  private static final String KEYPADS =
      "identify-pin.*|entry.*|borrow-ask.*|technician-pin|pay-amount.*|pay-pin.*";

  private static final List<Language> LANGUAGES = List.of(Language.values());

  /// A lying panel below that is small.
  private static final double SMALL = 900;

  private static final double ROUNDING = 0.5;

  private final Map<PanelKind, ScreenHost> hosts = new HashMap<>();

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @Test
  void the_primary_key_is_as_large_in_large_text_and_in_reach_mode() throws Exception {
    List<String> small = new ArrayList<>();
    int seen = 0;
    for (String name : Sample.third(States.all().keySet())) {
      if (StaffStates.forTechnicians(name) || !name.matches(NAMED) || name.matches(KEYPADS)) {
        continue;
      }
      for (PanelKind kind : PanelKind.DESIGNED) {
        Language language = LANGUAGES.get(Math.floorMod(name.hashCode(), LANGUAGES.size()));
        Optional<Bounds> usual = primary(kind, name, language, look(1, false));
        if (usual.isEmpty()) {
          continue;
        }
        seen++;
        for (Access access :
            List.of(look(2, false), look(3, false), look(4, false), look(1, true))) {
          Optional<Bounds> here = primary(kind, name, language, access);
          String at =
              String.format(
                  Locale.ROOT,
                  "%s.%s.%s.%s",
                  kind.name(),
                  name,
                  language.tag(),
                  access.reach() ? "low" : access.textStep());
          if (here.isEmpty()) {
            if (!name.startsWith("holds")) {
              small.add(at + ": none");
            }
            continue;
          }
          Dimension2D least = least(kind, name, access, usual.get());
          if (here.get().getHeight() < least.getHeight() - ROUNDING
              || here.get().getWidth() < least.getWidth() - ROUNDING) {
            small.add(at + ": " + size(here.get()) + " is less than " + size(usual.get()));
          }
        }
      }
    }
    assertThat(seen).isPositive();
    assertThat(small).isEmpty();
  }

  /// As docs/developer/design.md says: half of a panel of 15 inch has no room for a higher key
  /// below those that turn pages, the account's keys fill the lower half of an upright one, and the
  /// two keys of a sheet share a row.
  private static Dimension2D least(PanelKind kind, String name, Access access, Bounds usual) {
    boolean sheet = name.endsWith("-idle") || name.endsWith("-leave") || name.startsWith("help");
    if (kind.panel().wide() && kind.height() < SMALL && access.reach()) {
      return new Dimension2D(Math.min(usual.getWidth(), 270), 72);
    }
    if (!kind.panel().wide() && name.startsWith("account") && access.textStep() > 2) {
      return new Dimension2D(550, 96);
    }
    if (!kind.panel().wide() && name.startsWith("holds") && access.textStep() > 2) {
      return new Dimension2D(Math.min(usual.getWidth(), 290), 96);
    }
    if (access.reach() && name.matches("help.*|privacy")) {
      return new Dimension2D(usual.getWidth(), 96);
    }
    return new Dimension2D(
        sheet ? Math.min(usual.getWidth(), 400) : usual.getWidth(), usual.getHeight());
  }

  private static Access look(int step, boolean reach) {
    return Access.silent(step, false, false, reach, false);
  }

  private Optional<Bounds> primary(PanelKind kind, String name, Language language, Access access)
      throws Exception {
    FlowState state = States.in(States.named(name), language, access);
    return Fx.call(
        () -> {
          ScreenHost host = hosts.computeIfAbsent(kind, each -> each.host(TEXTS));
          host.fit(kind.fit());
          kind.show(host, state);
          return ScreensTest.keys(PanelKind.topmost(host, state)).stream()
              .filter(
                  key ->
                      key.getStyleClass().contains("primary")
                          // Tiles and keypads are laid out by other rules.
                          && !key.getStyleClass().contains("tile")
                          && LargeTextTest.isSeen(key)
                          && !SpeechMark.under(SpeechMark.NodeRole.BARS, key))
              .map(KeyCap::getLayoutBounds)
              .findFirst();
        });
  }

  private static String size(Bounds bounds) {
    return String.format(Locale.ROOT, "%.0f x %.0f", bounds.getWidth(), bounds.getHeight());
  }
}
