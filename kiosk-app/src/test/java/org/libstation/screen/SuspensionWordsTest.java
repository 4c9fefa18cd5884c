package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Suspension;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.language.Words;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.testkit.Needs;

/// While a public notice stops the counting of fines, no screen that a reader sees warns of what is
/// late or scolds for it, in any language.
class SuspensionWordsTest {
  private static final Texts TEXTS = TestTexts.OURS;
  private static final Pattern ENGLISH =
      Pattern.compile("overdue|\\blate (fee|fine)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHINESE = Pattern.compile("逾期|超期|遲還|迟还");
  private static final List<Suspension> SUSPENSIONS =
      List.of(SuspendedStates.UNTIL, SuspendedStates.OPEN, SuspendedStates.NOTICES);

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  static boolean scolds(Language language, String words) {
    Pattern pattern =
        switch (language) {
          case EN -> ENGLISH;
          case ZH_HANT_HK, ZH_HANS -> CHINESE;
        };
    return pattern.matcher(words).find();
  }

  @Tag("full")
  @ParameterizedTest
  @EnumSource(Language.class)
  void no_screen_says_overdue_during_a_suspension(Language language) throws Exception {
    for (Suspension suspension : SUSPENSIONS) {
      List<String> found =
          Fx.call(
              () -> {
                // One host shows state after state, as a station does.
                ScreenHost host = ScreensTest.host(new ArrayList<>());
                List<String> all = new ArrayList<>();
                States.all()
                    .forEach(
                        (name, state) ->
                            scolding(host, States.with(state, suspension), language)
                                .forEach(words -> all.add(name + "." + language + ": " + words)));
                return all;
              });

      assertThat(found.stream().distinct()).as(suspension.toString()).isEmpty();
    }
  }

  @Test
  void without_a_suspension_they_do() throws Exception {
    for (String name : List.of("account", "identify-suspended", "borrow-suspended")) {
      FlowState state = States.with(States.named(name), Suspension.NONE);
      for (Language language : Language.values()) {
        assertThat(Fx.call(() -> scolding(host(), state, language)))
            .as(name + language)
            .isNotEmpty();
      }
    }
  }

  /// All that is drawn, and all that is said to who cannot see it.
  private static List<String> words(ScreenHost host, FlowState state, Language language) {
    ScreensTest.show(host, States.in(state, language, Access.STANDARD));
    return Stream.concat(
            ScreensTest.texts(host).stream().map(ScreensTest::said),
            ScreensTest.keys(host).stream().map(KeyCap::getAccessibleText))
        .flatMap(text -> Optional.ofNullable(text).stream())
        .toList();
  }

  private static ScreenHost host() {
    return ScreensTest.host(new ArrayList<>());
  }

  private static List<String> scolding(ScreenHost host, FlowState state, Language language) {
    boolean staff =
        switch (state.screen()) {
          case Screen.Technician _,
              Screen.TechnicianPin _,
              Screen.Tray _,
              Screen.ToDo _,
              Screen.Emptying _,
              Screen.Service _ ->
              true;
          case Screen.Welcome _,
              Screen.Identify _,
              Screen.Borrow _,
              Screen.Resume _,
              Screen.Return _,
              Screen.MyAccount _,
              Screen.Entry _,
              Screen.Pay _,
              Screen.ReceiptChoice _,
              Screen.Printing _,
              Screen.Done _,
              Screen.OutOfService _,
              Screen.BookDropScreen _ ->
              false;
        };
    return staff
        ? List.of()
        : words(host, state, language).stream().filter(text -> scolds(language, text)).toList();
  }

  /// So that a text no state of the tests reaches is silent too.
  @ParameterizedTest
  @EnumSource(Language.class)
  void every_line_that_scolds_has_a_quiet_one(Language language) {
    Words usual = TEXTS.in(language);
    Words quiet = usual.quiet();
    List<String> loud =
        TEXTS.keys().stream()
            .filter(usual::has)
            .filter(
                key ->
                    !key.matches(
                        "(todo|device|journal|policy|tray|technician|finding|plot|health|told\\.golive)(\\..*)?"))
            .filter(key -> scolds(language, quiet.say(key, (Object[]) NUMBERS)))
            .toList();

    assertThat(loud).isEmpty();
  }

  private static final String[] NUMBERS = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_day_on_which_fines_restart_is_told_wherever_a_reader_begins_or_returns(Language language)
      throws Exception {
    String day = TEXTS.in(language).date(java.time.LocalDate.parse("2026-12-07"));
    for (String name : List.of("welcome-suspended", "return-suspended")) {
      List<String> said = Fx.call(() -> words(host(), States.named(name), language));
      assertThat(said).as(name).anyMatch(text -> text.contains(day));
    }
    String later = TEXTS.in(language).say("fines.norestart");
    List<String> open =
        Fx.call(() -> words(host(), States.named("return-suspended-empty"), language));
    assertThat(String.join("", open).toLowerCase(Locale.ROOT))
        .contains(later.toLowerCase(Locale.ROOT).substring(0, 4));
  }
}
