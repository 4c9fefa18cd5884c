package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.Refusal;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LibraryNews;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.Suspension;
import org.libstation.flow.visit.WelcomeFlow;

/// The station while nobody is at it, and the sheets that are always there.
class IdleTest {
  private static final Map<Language, String> WORDS = Map.of(Language.EN, "Closed on 25 December.");
  private static final LibraryNews.Announcement NOTICE =
      new LibraryNews.Announcement(
          List.of(),
          Map.of(),
          WORDS,
          new LibraryNews.ClosedDays(LocalDate.parse("2026-12-25"), Optional.empty(), false));
  private static final LibraryNews.LibraryActivity ACTIVITY =
      new LibraryNews.LibraryActivity(
          LocalDate.parse("2026-12-02"),
          Optional.empty(),
          LocalTime.parse("19:00"),
          WORDS,
          Map.of(),
          WORDS,
          WORDS);
  private static final LibraryNews NEWS = new LibraryNews(List.of(NOTICE), List.of(ACTIVITY));

  private final Story story = Story.usual();

  private Screen.Welcome welcome() {
    return (Screen.Welcome) story.state.screen();
  }

  @Test
  void what_the_library_announces_is_kept_until_it_says_something_else() {
    story.tell(new FlowEvent.NewsTold(NEWS));
    assertThat(story.state.station().news()).isEqualTo(NEWS);
    story.tell(new FlowEvent.BinFilled(40)).borrowing(ANNA);
    assertThat(story.state.station().news()).isEqualTo(NEWS);
    story.tell(new FlowEvent.NewsTold(LibraryNews.NONE));
    assertThat(story.state.station().news()).isEqualTo(LibraryNews.NONE);
  }

  @Test
  void a_matter_for_staff_forgets_nothing_that_the_rules_told() {
    story
        .tell(new FlowEvent.NewsTold(NEWS))
        .tell(
            new FlowEvent.SuspensionTold(
                new Suspension(Optional.of(new Suspension.Fines(Optional.empty())), false, false)));
    StationFacts facts =
        story
            .state
            .station()
            .withMatter(
                new StationFacts.StaffMatter(
                    Code.T25, Optional.empty(), Optional.empty(), story.state.now().corrected()));
    assertThat(facts.news()).isEqualTo(NEWS);
    assertThat(facts.suspension().fines()).isPresent();
  }

  @Test
  void what_is_announced_takes_turns_and_a_hand_turns_it_too() {
    story.tell(new FlowEvent.NewsTold(NEWS)).seconds(1);
    assertThat(welcome().notices().turned()).isZero();
    story.seconds(WelcomeFlow.TURN.toSeconds());
    assertThat(welcome().notices().turned()).isEqualTo(1);
    story.press(new Key.Leaf(Key.Leaf.LeafKind.NOTICES));
    assertThat(welcome().notices().turned()).isEqualTo(2);
    assertThat(welcome().activities().turned()).isEqualTo(1);
    story.seconds(WelcomeFlow.READING.toSeconds() - 1);
    assertThat(welcome().notices().turned()).as("somebody reads").isEqualTo(2);
    story.seconds(2);
    assertThat(welcome().notices().turned()).isEqualTo(3);
  }

  @Test
  void for_whoever_asked_for_time_what_is_announced_waits_for_a_key() {
    story.tell(new FlowEvent.NewsTold(NEWS)).seconds(1).press(new Key.Slow());
    story.seconds(WelcomeFlow.TURN.toSeconds() * 2);
    assertThat(welcome().notices().turned()).isZero();
    story.press(new Key.Leaf(Key.Leaf.LeafKind.NOTICES));
    assertThat(welcome().notices().turned()).isEqualTo(1);
  }

  @Test
  void where_nothing_is_announced_nothing_turns() {
    story.seconds(300);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
  }

  @Test
  void looks_that_somebody_chose_and_walked_away_from_are_reset() {
    story.press(new Key.SwitchLanguage(Language.EN)).press(new Key.ContrastKey()).seconds(40);
    story.press(new Key.NextTextStep()).seconds(50);
    assertThat(story.state.language()).isEqualTo(Language.EN);
    assertThat(story.state.access().textStep()).isEqualTo(2);
    story.seconds(20);
    assertThat(story.state.language()).isEqualTo(Language.ZH_HANT_HK);
    assertThat(story.state.access()).isEqualTo(Access.STANDARD);
  }

  @Test
  void the_call_for_a_librarian_opens_a_sheet_and_the_task_is_kept() {
    story.borrowing(ANNA).scan(Story.BOOK);
    story.tell(
        new FlowEvent.LendAnswered(
            story.sessionNumber(),
            new LoanOutcome.NotLent(
                Story.BOOK,
                Optional.of(Story.TITLE),
                Refusal.of(Refusal.RefusalReason.HELD_FOR_ANOTHER),
                0,
                false)));
    Screen before = story.state.screen();
    story.press(new Key.CallStaff());
    assertThat(story.state.overlay())
        .hasValueSatisfying(sheet -> assertThat(((Overlay.Help) sheet).code()).contains(Code.B21));
    assertThat(story.did(Effect.LogStaff.class))
        .contains(
            new Effect.LogStaff(
                Effect.StaffNote.HELP_CALLED, Optional.of(Code.B21), Optional.empty()));
    story.press(new Key.Stay());
    assertThat(story.state.overlay()).isEmpty();
    assertThat(story.state.screen()).isEqualTo(before);
    assertThat(story.state.session().orElseThrow().borrows()).hasSize(1);
  }

  @Test
  void the_sheet_closes_by_the_same_key_and_by_itself() {
    story.press(new Key.CallStaff());
    assertThat(story.state.overlay()).isPresent();
    story.press(new Key.CallStaff());
    assertThat(story.state.overlay()).isEmpty();
    assertThat(story.did(Effect.LogStaff.class)).hasSize(1);
    story.press(new Key.CallStaff()).seconds(HelpFlow.HELP.toSeconds() - 1);
    assertThat(story.state.overlay()).isPresent();
    story.seconds(2);
    assertThat(story.state.overlay()).isEmpty();
  }

  @Test
  void a_card_begins_a_visit_although_the_sheet_is_up() {
    story.press(new Key.CallStaff()).card(ANNA);
    assertThat(story.state.overlay()).isEmpty();
    assertThat(story.state.session()).isPresent();
  }

  @Test
  void a_station_that_is_shut_gives_its_code_to_quote() {
    story.tell(new FlowEvent.JournalChanged(StationFacts.JournalHealth.FAILING, Optional.empty()));
    story.press(new Key.CallStaff());
    assertThat(story.state.overlay())
        .hasValueSatisfying(sheet -> assertThat(((Overlay.Help) sheet).code()).contains(Code.K21));
  }

  @Test
  void the_privacy_notice_is_for_the_start_screen_and_stays_while_somebody_turns_its_pages() {
    story.press(new Key.ReadPrivacy());
    assertThat(story.state.overlay().orElseThrow()).isInstanceOf(Overlay.Privacy.class);
    story.seconds(HelpFlow.PRIVACY.toSeconds() - 1).press(new Key.Leaf(Key.Leaf.LeafKind.PAGES));
    story.seconds(HelpFlow.PRIVACY.toSeconds() - 1);
    assertThat(story.state.overlay()).isPresent();
    story.seconds(2);
    assertThat(story.state.overlay()).isEmpty();
    story.borrowing(ANNA).press(new Key.ReadPrivacy());
    assertThat(story.state.overlay()).isEmpty();
  }

  @Test
  void the_call_for_a_librarian_stays_while_somebody_turns_its_pages() {
    story.press(new Key.CallStaff()).seconds(HelpFlow.HELP.toSeconds() - 1);
    story.press(new Key.Leaf(Key.Leaf.LeafKind.PAGES)).seconds(HelpFlow.HELP.toSeconds() - 1);
    assertThat(story.state.overlay()).isPresent();
    story.seconds(2);
    assertThat(story.state.overlay()).isEmpty();
  }

  @Test
  void the_warning_waits_anew_for_whoever_turns_its_pages_and_is_not_answered_by_it() {
    long idle = story.flow.settings().visit().idle().toSeconds();
    long warning = story.flow.settings().visit().warning().toSeconds();
    story.borrowing(ANNA).seconds(idle + 1);
    for (int page = 0; page < 3; page++) {
      story.seconds(warning - 5).press(new Key.Leaf(Key.Leaf.LeafKind.PAGES)).seconds(1);
      assertThat(story.state.overlay())
          .hasValueSatisfying(
              sheet ->
                  assertThat(((Overlay.IdleWarning) sheet).secondsLeft())
                      .isGreaterThanOrEqualTo((int) warning - 1));
    }
    story.seconds(warning + 1);
    assertThat(story.state.session()).as("nobody reads any more").isEmpty();
  }

  @Test
  void whoever_reads_what_leaving_means_is_there() {
    long idle = story.flow.settings().visit().idle().toSeconds();
    story.borrowing(ANNA).tag("E1", Story.BOOK).seconds(2).lift("E1").lent(Story.BOOK, 7);
    story.press(new Key.Leave());
    assertThat(story.state.overlay()).containsInstanceOf(Overlay.ConfirmLeave.class);
    story.seconds(idle - 5).press(new Key.Leaf(Key.Leaf.LeafKind.PAGES)).seconds(idle - 5);
    assertThat(story.state.overlay()).containsInstanceOf(Overlay.ConfirmLeave.class);
  }

  @Test
  void under_the_sheet_the_idle_clock_still_ends_a_visit_that_nobody_is_at() {
    story.borrowing(ANNA).press(new Key.CallStaff()).seconds(200);
    assertThat(story.state.session()).isEmpty();
    assertThat(story.state.overlay()).isEmpty();
  }
}
