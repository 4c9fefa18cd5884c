package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Summary;
import org.libstation.language.TestTexts;
import org.libstation.screen.borrow.BorrowViewModel;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Panel;
import org.libstation.screen.kit.picture.BuiltInBrand;
import org.libstation.screen.kit.picture.HandPicture.Scene;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.HandBox;
import org.libstation.screen.kit.widget.HandBox.PlaceWords;
import org.libstation.screen.kit.widget.ItemRow;
import org.libstation.screen.kit.widget.ListModel;
import org.libstation.screen.kit.widget.PlaceSign;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.Stamp;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.Voice;
import org.libstation.screen.receipt.ReceiptViewModel;
import org.libstation.screen.returning.ReturnViewModel;
import org.libstation.screen.sheet.SheetViewModel;

/// What is open comes before what is done, in the rows and in the hand picture; nothing says that
/// it is final before it is.
class OpenMatterTest {
  private static final Voice VOICE =
      new Voice(
          TestTexts.OURS.in(Language.EN),
          "library",
          "station",
          SiteWords.NONE,
          Duration.ofMinutes(1),
          new BuiltInBrand());
  private static final Look LOOK = Look.of(Language.EN, Access.STANDARD, Panel.UPRIGHT);

  private static ListModel borrow(FlowState state) {
    ListModel model = new BorrowViewModel(VOICE, LOOK);
    model.show(state);
    return model;
  }

  private static HandBox.HandBoxWords hand(FlowState state) {
    return borrow(state).hand.get().orElseThrow();
  }

  private static List<PlaceWords> places(FlowState state) {
    assertThat(hand(state)).isInstanceOf(HandBox.HandBoxWords.DestinationWords.class);
    return ((HandBox.HandBoxWords.DestinationWords) hand(state)).places();
  }

  private static List<Integer> pile(FlowState state) {
    assertThat(hand(state)).isInstanceOf(HandBox.HandBoxWords.PileWords.class);
    return ((HandBox.HandBoxWords.PileWords) hand(state)).covers();
  }

  // ---- the hand picture

  @Test
  void what_is_not_lent_goes_to_its_shelf_or_to_staff_and_never_up_with_the_rest() {
    FlowState state = States.named("borrow-none-lent");

    assertThat(places(state))
        .extracting(PlaceWords::sign)
        .containsExactly(PlaceSign.RESERVED, PlaceSign.STAFF);
    assertThat(places(state)).extracting(PlaceWords::books).containsExactly(1, 1);
    assertThat(((HandBox.HandBoxWords.DestinationWords) hand(state)).head())
        .hasValue("Leave 2 here");
    assertThat(places(States.named("borrow-twenty")))
        .extracting(PlaceWords::books)
        .containsExactly(3);
  }

  @Test
  void the_pile_has_as_many_books_as_lie_there() {
    assertThat(pile(States.named("borrow-done"))).hasSize(4);
    assertThat(pile(States.named("borrow-working"))).hasSize(3);
    // One is to be placed again.
    assertThat(pile(States.named("borrow-stack"))).hasSize(4);
    assertThat(pile(States.named("borrow-many"))).hasSize(10);
  }

  @Test
  void what_was_lifted_lies_in_the_pile_no_more() {
    FlowState state = States.named("borrow-done");
    FlowState lifted =
        StateBuilder.like(state).lying(state.pad().stream().skip(1).toArray(PadTag[]::new)).build();

    assertThat(pile(lifted)).hasSize(pile(state).size() - 1);
  }

  @Test
  void what_was_read_amiss_last_is_to_be_read_again() {
    FlowState state =
        States.borrowing(
            States.WELL, Hands.TAKE_ITEMS, States.row(0, States.lent(true)), unread(1, Code.B12));

    assertThat(((HandBox.HandBoxWords.PileWords) hand(state)).scene()).isEqualTo(Scene.SCAN);
    assertThat(((HandBox.HandBoxWords.PileWords) hand(state)).line())
        .isEqualTo(VOICE.say("code.B12.do"));
    FlowState tag =
        States.borrowing(
            States.WELL, Hands.TAKE_ITEMS, States.row(0, States.lent(true)), unread(1, Code.T22));
    assertThat(((HandBox.HandBoxWords.PileWords) hand(tag)).scene()).isEqualTo(Scene.PLACE);
    FlowState afterwards =
        States.borrowing(
            States.WELL, Hands.TAKE_ITEMS, unread(0, Code.B12), States.row(1, States.lent(true)));
    assertThat(((HandBox.HandBoxWords.PileWords) hand(afterwards)).scene()).isEqualTo(Scene.TAKE);
  }

  private static BorrowRow unread(int number, Code code) {
    return new BorrowRow(
        number,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        1,
        new BorrowRow.BorrowRowState.NotRecognised(code, "0417"));
  }

  @Test
  void a_book_that_was_read_amiss_while_returning_is_to_be_read_again() {
    ReturnViewModel model = new ReturnViewModel(VOICE, LOOK);
    model.show(States.named("return-unread"));

    assertThat(model.hand.get().orElseThrow()).isInstanceOf(HandBox.HandBoxWords.PileWords.class);
    assertThat(((HandBox.HandBoxWords.PileWords) model.hand.get().orElseThrow()).line())
        .isEqualTo(VOICE.say("code.R12.do"));
  }

  /// Lying, laid down anew, added or lifted: only then is it known where each goes.
  @Test
  void to_be_done_is_the_next_act_of_a_return_once_it_is_said_where_each_book_goes() {
    ReturnViewModel model = new ReturnViewModel(VOICE, LOOK);
    for (String waits : List.of("return-silent", "return-set", "return-unread")) {
      model.show(States.named(waits));
      assertThat(model.actions.get()).as(waits).noneMatch(ActionKey::primary);
    }
    model.show(States.named("return-silent"));
    assertThat(model.actions.get())
        .extracting(ActionKey::words)
        .containsExactly(VOICE.say("key.done"));
    model.show(States.named("return-sorted"));
    assertThat(model.actions.get()).anyMatch(ActionKey::primary);
  }

  /// Three are lent; one is not, one is to be laid down anew: the sheet counts as the heading does.
  @Test
  void the_question_whether_anybody_is_there_counts_all_that_is_open() {
    SheetViewModel model = new SheetViewModel(VOICE, LOOK);
    FlowState state = States.named("borrow-idle");
    model.show(state, state.overlay().orElseThrow());

    assertThat(model.sheet.get().orElseThrow().facts())
        .extracting(SheetViewModel.SheetFact::text)
        .containsExactly(VOICE.count("idle.borrowed", 3), VOICE.count("idle.open", 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void more_time_can_be_had_at_every_size(int step) {
    Access access = Access.silent(step, false, false, false, false);
    SheetViewModel model = new SheetViewModel(VOICE, Look.of(Language.EN, access, Panel.UPRIGHT));
    FlowState state = States.named("borrow-idle");
    model.show(state, state.overlay().orElseThrow());

    assertThat(model.sheet.get().orElseThrow().others())
        .extracting(ActionKey::key)
        .contains(new Key.Slow());
  }

  @Test
  void an_estimate_of_nothing_is_no_estimate() {
    ReturnViewModel model = new ReturnViewModel(VOICE, LOOK);
    model.show(
        States.returning(
            States.SILENT,
            Hands.PLACE_ITEMS,
            States.returned(
                5,
                new ReturnRow.ReturnRowState.ReturnRowRecorded(
                    true, Optional.of(Fines.ESTIMATE_OF_NOTHING)))));

    assertThat(model.rows.get().getFirst().strip().orElseThrow().sum()).isEqualTo("HK$0.00");
  }

  // ---- one colour

  @Test
  void a_book_has_its_colour_in_the_hand_and_on_the_way_out() {
    FlowState again = States.named("borrow-stack");
    BorrowRow row =
        again.session().orElseThrow().borrows().stream()
            .filter(each -> each.state() instanceof BorrowRow.BorrowRowState.PlaceAgain)
            .findFirst()
            .orElseThrow();
    assertThat(((HandBox.HandBoxWords.PileWords) hand(again)).held())
        .hasValue(Say.cover(row.item(), row.number()));
    ReceiptViewModel end = new ReceiptViewModel(VOICE, LOOK);
    FlowState leaves = States.named("done-take");
    end.show(leaves);
    assertThat(end.take.get().orElseThrow().covers())
        .isEqualTo(
            leaves.untaken().stream().map(left -> Say.cover(Optional.of(left.item()), 0)).toList());
  }

  @Test
  void a_book_has_its_colour_from_its_first_reading_on() {
    BorrowRow first = States.row(2, new BorrowRow.BorrowRowState.Recognised(States.NOW));
    BorrowRow untitled =
        new BorrowRow(2, first.item(), Optional.empty(), first.parts(), 1, first.state());
    FlowState read = States.borrowing(States.WELL, Hands.WAIT, untitled);
    FlowState lent =
        States.borrowing(States.WELL, Hands.TAKE_ITEMS, States.row(2, States.lent(true)));
    FlowState staff =
        States.borrowing(
            States.WELL,
            Hands.PLACE_ITEMS,
            first.withState(new BorrowRow.BorrowRowState.NotRecognised(Code.T24, "1002")));

    int cover = borrow(read).rows.get().getFirst().cover();
    assertThat(borrow(lent).rows.get().getFirst().cover()).isEqualTo(cover);
    assertThat(borrow(staff).rows.get().getFirst().cover()).isEqualTo(cover);
    assertThat(pile(read)).containsExactly(cover);
    assertThat(pile(lent)).containsExactly(cover);
    assertThat(borrow(read).head.get().shelf().orElseThrow().covers()).containsExactly(cover);
    ReturnViewModel back = new ReturnViewModel(VOICE, LOOK);
    back.show(
        States.returning(States.WELL, Hands.PLACE_ITEMS, States.returned(2, States.settled())));
    assertThat(back.rows.get().getFirst().cover()).isEqualTo(cover);
  }

  // ---- what is done folds

  @Test
  void open_matters_come_first_and_what_is_lent_is_one_row() {
    List<ItemRow.ItemRowWords> rows = borrow(States.named("borrow-many")).rows.get();

    assertThat(rows).hasSize(4);
    assertThat(rows)
        .extracting(ItemRow.ItemRowWords::open)
        .containsExactly(true, true, true, false);
    assertThat(rows.getLast().title()).hasValue("Borrowed: 7");
    assertThat(rows.getLast().stamp().orElseThrow().head()).isEqualTo("8 Dec");
    assertThat(rows.getLast().line().orElseThrow()).endsWith("and 4 more");
  }

  @Test
  void without_an_open_matter_each_lent_book_has_its_row() {
    assertThat(borrow(States.named("borrow-done")).rows.get()).hasSize(4);
  }

  @Test
  void where_dates_differ_the_one_row_says_each_of_them() {
    FlowState state =
        States.borrowing(
            States.WELL,
            Hands.TAKE_ITEMS,
            due(0, 15),
            due(1, 8),
            due(2, 15),
            States.row(3, BorrowRow.BorrowRowState.BorrowRefused.of(Code.B21, 0, false)));
    ItemRow.ItemRowWords row = borrow(state).rows.get().getLast();

    assertThat(row.stamp().map(Stamp.StampWords::head)).hasValue("8 Dec");
    assertThat(row.stamp().flatMap(Stamp.StampWords::line)).hasValue("First due");
    assertThat(row.line()).hasValue("1 due 8 Dec, 2 due 15 Dec");
  }

  private static BorrowRow due(int number, int day) {
    return States.row(
        number,
        new BorrowRow.BorrowRowState.Borrowed(
            new BorrowRow.WrittenLoan(
                40 + number, DueDate.of(LocalDateTime.of(2026, 12, day, 23, 59)), true),
            false));
  }

  @Test
  void nothing_folds_away_under_an_eye() {
    UnaryOperator<BorrowRow> asking =
        row -> row.withState(new BorrowRow.BorrowRowState.Asking(States.NOW));
    BorrowRow refused =
        States.row(3, BorrowRow.BorrowRowState.BorrowRefused.of(Code.B21, 0, false));
    BorrowRow first = States.row(0, States.lent(true));
    BorrowRow second = States.row(1, States.lent(true));
    ListModel model = new BorrowViewModel(VOICE, LOOK);
    model.show(States.borrowing(States.WELL, Hands.WAIT, first, asking.apply(second), refused));
    FlowState settled = States.borrowing(States.WELL, Hands.TAKE_ITEMS, first, second, refused);
    model.show(States.later(settled, Duration.ofMillis(100)));

    assertThat(model.rows.get()).hasSize(3);
    model.show(States.later(settled, Duration.ofMillis(1400)));
    assertThat(model.rows.get()).hasSize(2);
  }

  // ---- the stamp does not lie

  @Test
  void the_stamp_of_the_end_is_open_while_a_loan_waits_for_confirmation() {
    ReceiptViewModel model = new ReceiptViewModel(VOICE, LOOK);
    for (String waits : List.of("receipt-unconfirmed", "done-unconfirmed")) {
      model.show(States.named(waits));
      assertThat(model.ending.get().slip().orElseThrow().open()).isTrue();
      assertThat(model.ending.get().head()).isEqualTo("Take them");
    }
    model.show(States.named("receipt-choice"));
    assertThat(model.ending.get().slip().orElseThrow().open()).isFalse();
    assertThat(model.ending.get().head()).isEqualTo(VOICE.say("end.borrowed"));
  }

  @Test
  void who_paid_and_has_no_receipt_is_not_told_that_nothing_was_charged() {
    FlowState visit = States.named("receipt-no-paper");
    FlowState end = States.named("done-no-paper");
    assertThat(said(visit)).contains("nothing was charged");
    assertThat(said(end)).contains("nothing was charged");

    Payment payment = Payment.ofWhatIsOwed("20261124-1", Money.of(5000, "HKD"));
    Session paying =
        visit
            .session()
            .orElseThrow()
            .withPaid(new Session.VisitPayment(payment, true, false, States.WALL));
    Screen.Done unpaid = (Screen.Done) end.screen();
    Summary summary = unpaid.summary();
    Screen.Done done =
        unpaid.withSummary(
            new Summary(
                summary.borrowed(),
                summary.toBeConfirmed(),
                summary.notBorrowed(),
                summary.returned(),
                summary.renewed(),
                summary.renewalsAsked(),
                summary.firstDue(),
                summary.handed(),
                Optional.of(payment.amount()),
                Optional.empty(),
                summary.problems()));
    assertThat(said(States.of(States.WELL, visit.screen(), paying)))
        .contains("What you paid")
        .doesNotContain("nothing was charged");
    assertThat(said(StateBuilder.like(end).showing(done).build()))
        .contains("What you paid")
        .doesNotContain("nothing was charged");
  }

  private static String said(FlowState state) {
    ReceiptViewModel model = new ReceiptViewModel(VOICE, LOOK);
    model.show(state);
    return Stream.concat(model.notices.get().stream(), model.problems.get().stream())
        .flatMap(words -> words.line().stream())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void nobody_is_asked_for_titles_where_neither_paper_nor_code_has_room_for_them() {
    FlowState many = States.named("receipt-twenty-titles");
    FlowState few = States.named("receipt-titles");

    assertThat(switches(many)).isTrue();
    assertThat(switches(few)).isTrue();
    assertThat(switches(withoutPaper(many))).isFalse();
    assertThat(switches(withoutPaper(few))).isTrue();
  }

  private static FlowState withoutPaper(FlowState state) {
    return States.of(
        States.WELL,
        new Screen.ReceiptChoice(
            States.WALL, true, Optional.of(Code.P03), new Screen.After.GoodBye()),
        state.session().orElseThrow());
  }

  private static boolean switches(FlowState state) {
    ReceiptViewModel model = new ReceiptViewModel(VOICE, LOOK);
    model.show(state);
    return model.actions.get().stream().anyMatch(key -> key.key() instanceof Key.ReceiptTitles);
  }

  @Test
  void a_row_that_waits_is_dashed_and_in_the_colour_of_waiting() {
    List<ItemRow.ItemRowWords> rows = borrow(States.named("borrow-silent")).rows.get();
    Stamp.StampWords stamp = rows.getLast().stamp().orElseThrow();

    assertThat(stamp.ink()).isEqualTo(Ink.WAIT);
    assertThat(stamp.open()).isTrue();
  }
}
