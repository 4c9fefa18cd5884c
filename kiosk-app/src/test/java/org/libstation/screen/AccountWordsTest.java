package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.BlockReason;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Session;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.account.AccountViewModel;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Panel;
import org.libstation.screen.kit.picture.BuiltInBrand;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.ItemRow;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.Voice;

/// What a patron reads of charges and reservations, and which keys there are.
class AccountWordsTest {
  private static final Texts TEXTS = TestTexts.OURS;

  private static AccountViewModel shown(String state, Language language) {
    Look look = Look.of(language, Access.STANDARD, Panel.UPRIGHT);
    AccountViewModel model =
        new AccountViewModel(
            new Voice(
                TEXTS.in(language),
                "library",
                "station",
                SiteWords.NONE,
                Duration.ofMinutes(1),
                new BuiltInBrand()),
            look);
    model.show(States.named(state));
    return model;
  }

  private static List<Key> keys(AccountViewModel model) {
    return model.actions.get().stream().map(ActionKey::key).toList();
  }

  @Test
  void each_charge_says_what_it_is_for_and_the_heading_what_is_owed() {
    AccountViewModel model = shown("charges", Language.EN);

    assertThat(model.head.get().head()).contains("126.50");
    assertThat(model.rows.get().stream().map(row -> row.title().orElseThrow()))
        .containsExactly("Overdue fine", "Lost item", "Card fee");
    assertThat(model.rows.get().stream().map(row -> row.stamp().orElseThrow().head()))
        .allMatch(sum -> sum.contains("HK$"));
  }

  @Test
  void a_fine_for_what_was_returned_in_this_visit_shows_its_days_and_no_other_does() {
    assertThat(shown("charges-returned", Language.EN).rows.get())
        .singleElement()
        .satisfies(row -> assertThat(row.strip().orElseThrow().cells()).hasSizeGreaterThan(7));

    FlowState state = States.named("charges-returned");
    Session visit = state.session().orElseThrow();
    ReturnRow late = visit.returns().getFirst();
    AccountViewModel model = shown("charges", Language.EN);
    for (ReturnRow other :
        List.of(
            late.with(
                new ReturnRow.ReturnRowState.ReturnRowRecorded(true, Optional.of(Fines.ESTIMATE)),
                Duration.ZERO),
            late.with(new ReturnRow.ReturnRowState.ReturnTaken(), Duration.ZERO))) {
      model.show(StateBuilder.like(state).during(visit.withReturns(List.of(other))).build());
      assertThat(model.rows.get()).singleElement().matches(row -> row.strip().isEmpty());
    }
    assertThat(shown("charges", Language.EN).rows.get()).allMatch(row -> row.strip().isEmpty());
  }

  @Test
  void the_key_to_pay_is_there_only_where_a_terminal_is_and_something_is_owed() {
    assertThat(keys(shown("charges", Language.EN))).contains(new Key.Pay());
    assertThat(keys(shown("charges-declined", Language.EN))).contains(new Key.Pay());
    for (String none :
        List.of(
            "charges-counter",
            "charges-paid",
            "charges-later",
            "charges-none",
            "charges-loading",
            "charges-closed")) {
      assertThat(keys(shown(none, Language.EN))).as(none).doesNotContain(new Key.Pay());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void without_a_terminal_the_screen_says_where_to_pay(Language language) {
    String counter =
        language == Language.EN ? "counter" : language == Language.ZH_HANS ? "服务台" : "服務台";
    assertThat(words(shown("charges-counter", language))).anyMatch(text -> text.contains(counter));
    assertThat(words(shown("charges", language))).noneMatch(text -> text.contains(counter));
  }

  private static List<String> words(AccountViewModel model) {
    List<String> words = new ArrayList<>();
    for (NoticeBar.NoticeBarWords notice : model.notices.get()) {
      words.add(notice.head());
      notice.line().ifPresent(words::add);
    }
    return words;
  }

  @ParameterizedTest
  @EnumSource(BlockReason.class)
  void each_reason_of_a_block_has_plain_words_and_a_way_out(BlockReason reason) {
    for (Language language : Language.values()) {
      String what = TEXTS.in(language).say("blocked." + reason + ".what");
      AccountViewModel model = shown("charges-blocked-" + reason, language);
      assertThat(model.notices.get())
          .anySatisfy(
              notice -> {
                assertThat(notice.head()).isEqualTo(what);
                assertThat(notice.line().orElse("")).isNotBlank();
              });
    }
  }

  @Test
  void a_hold_asks_back_before_it_is_given_up() {
    ItemRow.RowKey first = shown("holds", Language.EN).rows.get().get(1).key().orElseThrow();
    ItemRow.RowKey second = shown("holds-sure", Language.EN).rows.get().get(1).key().orElseThrow();

    assertThat(first.key()).isEqualTo(second.key()).isEqualTo(new Key.GiveUpHold(1));
    assertThat(first.words()).isNotEqualTo(second.words());
    assertThat(shown("holds-placing", Language.EN).rows.get()).allMatch(row -> row.key().isEmpty());
  }

  @Test
  void the_account_says_how_reservations_stand_and_keeps_the_sum_behind_a_key() {
    AccountViewModel model = shown("account", Language.ZH_HANT_HK);

    assertThat(model.ways.get())
        .containsExactly(
            new AccountViewModel.AccountOption("預約", "1 本可領取、2 本等候中", new Key.ShowHolds()),
            new AccountViewModel.AccountOption("欠款", "顯示金額", new Key.ShowCharges()));
    assertThat(shown("account-one", Language.EN).ways.get().stream().map(way -> way.told()))
        .containsOnly("None");
    assertThat(shown("charges", Language.EN).ways.get()).isEmpty();
  }

  @Test
  void the_key_to_renew_says_how_many_of_them_it_renews() {
    assertThat(primary("account")).isEqualTo("續借 3 本");
    assertThat(primary("account-one")).isEqualTo("續借這一本");
    assertThat(primary("account-suspended")).isEqualTo("續借全部 3 本");
  }

  private static String primary(String state) {
    return shown(state, Language.ZH_HANT_HK).actions.get().getLast().words();
  }

  @Test
  void each_page_has_a_title_and_the_way_back() {
    States.all().keySet().stream()
        .filter(name -> name.startsWith("charges") || name.startsWith("holds"))
        .forEach(
            name -> {
              AccountViewModel model = shown(name, Language.EN);
              assertThat(model.head.get().head()).as(name).isNotBlank();
              assertThat(keys(model)).as(name).contains(new Key.ShowLoans());
            });
  }

  @Test
  void a_key_apart_from_its_row_names_the_item() {
    assertThat(shown("account", Language.ZH_HANT_HK).rows.get().getFirst().key())
        .hasValueSatisfying(key -> assertThat(key.alone()).isEqualTo("續借這一本"));
  }

  @Test
  void a_long_list_says_how_far_it_is() {
    assertThat(shown("account-loading-long", Language.EN).head.get().line().orElse(""))
        .contains("23", "60");
  }
}
