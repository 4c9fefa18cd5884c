package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.testkit.Needs;

/// The filled key is what a helper at the patron's side would say next: each state's is held to the
/// table `next-acts.txt`, line by line. Where the helper would say anything else than to press a
/// key (lay it down, leave it there, take it), no key is filled.
class NextActTest {
  private static final String NO_KEY = "-";

  private static Map<String, List<String>> usual = Map.of();
  private static Map<String, List<String>> largest = Map.of();

  /// Drawn once for all tests.
  @BeforeAll
  static void draw() throws Exception {
    Needs.screens();
    usual = drawn(Access.silent(1, false, false, false, false), _ -> true);
    largest =
        drawn(
            Access.silent(4, false, false, false, false),
            name -> name.matches("(borrow|return|resume).*"));
  }

  /// @param key its name; `-` where none is filled
  private record Act(String key, String helper) {}

  /// State, key, words of the helper.
  private static Map<String, Act> table() {
    Map<String, Act> all = new LinkedHashMap<>();
    try (InputStream lines =
        Objects.requireNonNull(NextActTest.class.getResourceAsStream("next-acts.txt"))) {
      for (String line :
          new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\\|", 3);
          Act before = all.put(cells[0].strip(), new Act(cells[1].strip(), cells[2].strip()));
          assertThat(before).as(line).isNull();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /// What the filled keys mean that can be pressed.
  private static List<String> filled(ScreenHost host, List<FlowEvent> heard) {
    List<String> keys = new ArrayList<>();
    for (KeyCap cap : ScreensTest.keys(host)) {
      if (cap.getStyleClass().contains("primary") && !cap.isDisabled()) {
        heard.clear();
        cap.fire();
        String key = heard.isEmpty() ? "" : name(heard.getFirst());
        // The language that is chosen is filled too: it is no act.
        if (!key.equals("SwitchLanguage")) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  private static String name(FlowEvent event) {
    return event instanceof FlowEvent.Pressed pressed
        ? pressed.key().getClass().getSimpleName()
        : event.toString();
  }

  private static Map<String, List<String>> drawn(Access access, Predicate<String> which)
      throws Exception {
    Map<String, List<String>> drawn = new TreeMap<>();
    List<FlowEvent> heard = new ArrayList<>();
    ScreenHost host = Fx.call(() -> ScreensTest.host(heard));
    Fx.run(
        () ->
            States.all()
                .forEach(
                    (name, state) -> {
                      if (!which.test(name)) {
                        return;
                      }
                      host.clear();
                      host.show(States.in(state, Language.EN, access));
                      drawn.put(name, filled(host, heard));
                    }));
    return drawn;
  }

  @Test
  void each_state_fills_the_key_of_its_next_act_and_no_other() {
    Map<String, List<String>> wanted = new TreeMap<>();
    table()
        .forEach(
            (state, act) ->
                wanted.put(state, act.key().equals(NO_KEY) ? List.of() : List.of(act.key())));

    assertThat(usual).isEqualTo(wanted);
  }

  @Test
  void large_text_fills_no_other_key() {
    assertThat(largest).allSatisfy((state, keys) -> assertThat(keys).isSubsetOf(usual.get(state)));
  }

  @Test
  void while_the_station_works_no_key_of_a_visit_is_filled() {
    assertThat(States.all())
        .anySatisfy((_, state) -> assertThat(worksInVisit(state)).isTrue())
        .allSatisfy(
            (name, state) -> {
              if (worksInVisit(state)) {
                assertThat(usual.get(name)).isEmpty();
              }
            });
  }

  private static boolean worksInVisit(FlowState state) {
    return state.working()
        && state.overlay().isEmpty()
        && (state.screen() instanceof Screen.Visit || state.screen() instanceof Screen.Leaving);
  }

  @Test
  void the_helper_says_something_of_each() {
    assertThat(table().values()).noneMatch(act -> act.helper().isBlank());
  }
}
