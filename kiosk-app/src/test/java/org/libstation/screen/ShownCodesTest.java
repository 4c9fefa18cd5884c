package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ShownCodes;
import org.libstation.testkit.Needs;

/// What the flow says is shown is what a reader of the screen finds on it.
class ShownCodesTest {
  private static final Pattern CODE =
      Pattern.compile(
          Arrays.stream(Code.values())
              .map(Code::name)
              .collect(Collectors.joining("|", "\\b(?:", ")\\b")));

  /// Their words stand there without the code.
  private static final Set<Code> IN_WORDS = EnumSet.of(Code.C26, Code.R22);

  /// Where a code is told that this picture of the state does not show, and why.
  private static final Map<String, String> TOLD_ALL_THE_SAME =
      Map.of(
          "borrow-stack", "its row is on another page",
          "borrow-many", "its row is on another page",
          "borrow-sets", "its row is on another page",
          "borrow-twenty", "its row is behind the short form of what is open",
          "return-silent", "its row is on another page",
          "receipt-no-paper", "the choice says it in words",
          "receipt-other-card", "the choice has room for its words alone",
          "hours-closed", "the hours stand there in words");

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @Test
  @Tag("full")
  void what_the_log_takes_as_shown_is_what_can_be_read_on_the_screen() throws Exception {
    assertThat(Fx.call(ShownCodesTest::differences)).isEmpty();
  }

  private static List<String> differences() {
    List<String> differences = new ArrayList<>();
    ScreenHost host = ScreensTest.host(new ArrayList<>());
    for (String name : States.all().keySet()) {
      FlowState state = States.in(States.named(name), Language.EN, Access.STANDARD);
      if (isStaffs(state.screen()) || state.overlay().isPresent()) {
        continue;
      }
      Set<Code> read = read(host, state);
      Set<Code> said = new TreeSet<>(ShownCodes.of(state));
      if (!said.containsAll(read)) {
        differences.add(name + " shows " + read + ", and told are " + said);
      }
      said.removeAll(read);
      said.removeAll(IN_WORDS);
      if (!said.isEmpty() && !TOLD_ALL_THE_SAME.containsKey(name)) {
        differences.add(name + " does not show " + said);
      }
    }
    return differences;
  }

  /// Their pages name codes of devices and of checks.
  private static boolean isStaffs(Screen screen) {
    return screen instanceof Screen.Technician
        || screen instanceof Screen.Tray
        || screen instanceof Screen.ToDo
        || screen instanceof Screen.Service;
  }

  private static Set<Code> read(ScreenHost host, FlowState state) {
    ScreensTest.show(host, state);
    return ScreensTest.texts(host).stream()
        .filter(LargeTextTest::isSeen)
        .flatMap(text -> CODE.matcher(ScreensTest.said(text)).results())
        .map(MatchResult::group)
        .map(Code::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
