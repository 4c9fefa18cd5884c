package org.libstation.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.central.CentralSystem.CheckinResult;
import org.libstation.central.CentralSystem.CheckoutResult;
import org.libstation.central.CentralSystem.Renewal;
import org.libstation.central.CentralSystem.Status;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.WasOnLoan;

/// What every way to a central system keeps, whatever it speaks. A subclass brings one with a
/// library behind it, and that library's ways of going wrong.
public abstract class CentralSystemContractTest {

  /// A central system, a library behind it and the faults between them. Fresh for each test.
  public interface Site {

    CentralSystem system();

    /// Now, on the library's clock.
    OffsetDateTime now();

    /// Two different items on the shelf that [#reader()] may borrow.
    ItemId shelved();

    ItemId alsoShelved();

    /// On loan to somebody else.
    ItemId lentToAnother();

    /// On the shelf and reserved by somebody else.
    ItemId reservedByAnother();

    ItemId unknownItem();

    /// May borrow and has no loans yet.
    PatronId reader();

    Pin pin();

    /// May not borrow.
    PatronId blocked();

    Pin blockedPin();

    PatronId unknownPatron();

    /// The link breaks: nobody can connect, open connections end.
    void cutLink();

    void mendLink();

    /// The next request that is neither a login nor a status is swallowed.
    void loseNextRequest();

    /// The next such request is acted on and its answer swallowed.
    void loseNextAnswer();

    /// The next such answer names another item.
    void answerNextAboutAnotherItem();

    /// Ends what this site started.
    void shutDown() throws Exception;
  }

  private Site site;
  private CentralSystem system;

  /// Opens a fresh site; its central system waits at most a second or so for an answer.
  protected abstract Site open() throws Exception;

  @BeforeEach
  final void openSite() throws Exception {
    site = open();
    system = site.system();
  }

  @AfterEach
  final void closeSite() throws Exception {
    system.close();
    site.shutDown();
  }

  private Optional<Pin> pin() {
    return Optional.of(site.pin());
  }

  @Test
  void it_tells_that_it_is_there_and_what_time_it_has() {
    Status status = accepted(system.status());

    assertThat(status.online()).isTrue();
    assertThat(status.libraryName()).isNotBlank();
    assertThat(status.difference().orElseThrow().abs()).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void an_item_on_the_shelf_is_available_and_has_a_title() {
    ItemLook look = accepted(system.look(site.shelved()));

    assertThat(look.item()).isEqualTo(site.shelved());
    assertThat(look.status()).isEqualTo(CirculationStatus.AVAILABLE);
    assertThat(look.due()).isEmpty();
    assertThat(look.title()).isNotBlank();
    assertThat(look.holdQueue()).isZero();
  }

  @Test
  void an_item_on_loan_has_a_due_date() {
    ItemLook look = accepted(system.look(site.lentToAnother()));

    assertThat(look.status().onLoan()).isTrue();
    assertThat(look.due().flatMap(DueDate::at)).isPresent();
  }

  @Test
  void an_unknown_item_is_refused() {
    assertThat(refused(system.look(site.unknownItem()))).isEqualTo(RefusalReason.UNKNOWN_ITEM);
    assertThat(refused(system.checkout(site.unknownItem(), site.reader(), pin())))
        .isEqualTo(RefusalReason.UNKNOWN_ITEM);
    assertThat(refused(system.checkin(site.unknownItem(), site.now())))
        .isEqualTo(RefusalReason.UNKNOWN_ITEM);
  }

  @Test
  void a_reader_is_known_and_the_pin_is_judged() {
    PatronLook right = accepted(system.patron(site.reader(), pin(), false));
    assertThat(right.known()).isTrue();
    assertThat(right.pinRight()).hasValue(true);
    assertThat(right.mayBorrow()).isTrue();
    assertThat(accepted(system.patron(site.reader(), pin(), true)).charged()).hasValue(List.of());

    PatronLook wrong =
        accepted(system.patron(site.reader(), Optional.of(new Pin("0000000")), false));
    assertThat(wrong.known()).isTrue();
    assertThat(wrong.pinRight()).hasValue(false);
    assertThat(wrong.charged()).isEmpty();
  }

  @Test
  void an_unknown_card_is_told_as_unknown_and_cannot_borrow() {
    assertThat(accepted(system.patron(site.unknownPatron(), pin(), false)).known()).isFalse();
    assertThat(refused(system.checkout(site.shelved(), site.unknownPatron(), pin())))
        .isEqualTo(RefusalReason.UNKNOWN_PATRON);
    assertThat(accepted(system.look(site.shelved())).status().onShelf()).isTrue();
  }

  @Test
  void a_blocked_reader_is_told_and_refused() {
    Optional<Pin> blockedPin = Optional.of(site.blockedPin());
    PatronLook look = accepted(system.patron(site.blocked(), blockedPin, false));

    assertThat(look.known()).isTrue();
    assertThat(look.mayBorrow()).isFalse();
    assertThat(system.checkout(site.shelved(), site.blocked(), blockedPin))
        .isInstanceOf(Answer.Refused.class);
    assertThat(accepted(system.look(site.shelved())).status().onShelf()).isTrue();
  }

  @Test
  void an_item_is_lent_seen_on_loan_and_taken_back() {
    CheckoutResult loan = accepted(system.checkout(site.shelved(), site.reader(), pin()));
    assertThat(loan.renewed()).isFalse();
    assertThat(loan.bit()).isEqualTo(SecurityBitRule.MAY_CLEAR);
    assertThat(loan.title()).isNotBlank();
    assertThat(loan.due().at().orElseThrow()).isAfter(site.now().toLocalDateTime());

    ItemLook lent = accepted(system.look(site.shelved()));
    assertThat(lent.status().onLoan()).isTrue();
    assertThat(lent.due().orElseThrow().sameAs(loan.due())).isTrue();
    assertThat(charged()).containsExactly(site.shelved());

    CheckinResult back = accepted(system.checkin(site.shelved(), site.now()));
    assertThat(back.wasOnLoan()).isEqualTo(WasOnLoan.YES);
    assertThat(back.title()).isNotBlank();
    assertThat(accepted(system.look(site.shelved())).status().onLoan()).isFalse();
    assertThat(charged()).isEmpty();
  }

  @Test
  void a_return_of_what_is_not_on_loan_ends_no_loan() {
    assertThat(accepted(system.checkin(site.shelved(), site.now())).wasOnLoan())
        .isEqualTo(WasOnLoan.NO);
  }

  @Test
  void an_item_on_loan_to_another_is_refused() {
    assertThat(refused(system.checkout(site.lentToAnother(), site.reader(), pin())))
        .isEqualTo(RefusalReason.ON_LOAN_TO_ANOTHER);
    assertThat(charged()).isEmpty();
  }

  @Test
  void an_item_reserved_by_another_is_refused() {
    assertThat(refused(system.checkout(site.reservedByAnother(), site.reader(), pin())))
        .isEqualTo(RefusalReason.HELD_FOR_ANOTHER);
  }

  @Test
  void a_loan_is_renewed_and_its_due_date_does_not_go_back() {
    CheckoutResult loan = accepted(system.checkout(site.shelved(), site.reader(), pin()));

    Renewal renewal = accepted(system.renew(site.shelved(), site.reader(), pin()));

    assertThat(renewal.due().at().orElseThrow()).isAfterOrEqualTo(loan.due().at().orElseThrow());
    assertThat(accepted(system.look(site.shelved())).due().orElseThrow().sameAs(renewal.due()))
        .isTrue();
  }

  @Test
  void a_loan_of_another_is_not_renewed() {
    assertThat(system.renew(site.lentToAnother(), site.reader(), pin()))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void without_a_link_nothing_is_sent_and_it_comes_back() {
    assertThat(accepted(system.status()).online()).isTrue();
    site.cutLink();

    assertThat(system.status()).isInstanceOf(Answer.NotSent.class);
    assertThat(system.look(site.shelved())).isInstanceOf(Answer.NotSent.class);
    assertThat(system.patron(site.reader(), pin(), true)).isInstanceOf(Answer.NotSent.class);
    assertThat(system.checkout(site.shelved(), site.reader(), pin()))
        .isInstanceOf(Answer.NotSent.class);
    assertThat(system.checkin(site.shelved(), site.now())).isInstanceOf(Answer.NotSent.class);
    assertThat(system.renew(site.shelved(), site.reader(), pin()))
        .isInstanceOf(Answer.NotSent.class);
    system.endSession(site.reader());

    site.mendLink();
    assertThat(accepted(system.look(site.shelved())).status().onShelf()).isTrue();
  }

  @Test
  void a_look_that_is_lost_is_not_sent() {
    site.loseNextRequest();
    assertThat(system.look(site.shelved())).isInstanceOf(Answer.NotSent.class);

    site.loseNextAnswer();
    assertThat(system.patron(site.reader(), pin(), true)).isInstanceOf(Answer.NotSent.class);
  }

  @Test
  void a_loan_whose_request_is_lost_is_in_doubt_and_was_not_done() {
    site.loseNextRequest();

    assertThat(system.checkout(site.shelved(), site.reader(), pin()))
        .isInstanceOf(Answer.Unknown.class);
    assertThat(accepted(system.look(site.shelved())).status().onShelf()).isTrue();
    assertThat(charged()).isEmpty();
  }

  @Test
  void a_loan_whose_answer_is_lost_is_in_doubt_and_was_done() {
    site.loseNextAnswer();

    assertThat(system.checkout(site.shelved(), site.reader(), pin()))
        .isInstanceOf(Answer.Unknown.class);
    assertThat(accepted(system.look(site.shelved())).status().onLoan()).isTrue();
    assertThat(charged()).containsExactly(site.shelved());
  }

  @Test
  void a_return_and_a_renewal_whose_answers_are_lost_are_in_doubt() {
    assertThat(accepted(system.checkout(site.shelved(), site.reader(), pin())).renewed()).isFalse();
    site.loseNextAnswer();
    assertThat(system.renew(site.shelved(), site.reader(), pin()))
        .isInstanceOf(Answer.Unknown.class);

    site.loseNextAnswer();
    assertThat(system.checkin(site.shelved(), site.now())).isInstanceOf(Answer.Unknown.class);
    assertThat(charged()).isEmpty();
  }

  @Test
  void an_answer_about_another_item_is_never_believed() {
    site.answerNextAboutAnotherItem();
    assertThat(system.look(site.shelved())).isInstanceOf(Answer.NotSent.class);

    site.answerNextAboutAnotherItem();
    assertThat(system.checkout(site.shelved(), site.reader(), pin()))
        .isInstanceOfSatisfying(
            Answer.Unknown.class, unknown -> assertThat(unknown.anothers()).isTrue());

    site.answerNextAboutAnotherItem();
    assertThat(system.checkin(site.shelved(), site.now())).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void after_hanging_up_the_next_request_goes_out_on_a_fresh_connection() {
    assertThat(accepted(system.look(site.shelved())).status().onShelf()).isTrue();
    system.hangUp();
    system.hangUp();

    assertThat(accepted(system.look(site.alsoShelved())).item()).isEqualTo(site.alsoShelved());
  }

  @Test
  void two_threads_get_each_their_own_answers() {
    CompletableFuture<List<ItemId>> one =
        CompletableFuture.supplyAsync(() -> looks(site.shelved()));
    CompletableFuture<List<ItemId>> other =
        CompletableFuture.supplyAsync(() -> looks(site.alsoShelved()));

    assertThat(one.join()).hasSize(20).containsOnly(site.shelved());
    assertThat(other.join()).hasSize(20).containsOnly(site.alsoShelved());
  }

  private List<ItemId> looks(ItemId item) {
    return IntStream.range(0, 20).mapToObj(_ -> accepted(system.look(item)).item()).toList();
  }

  private List<ItemId> charged() {
    return accepted(system.patron(site.reader(), pin(), true)).charged().orElseThrow();
  }

  private static <T> T accepted(Answer<T> answer) {
    return switch (answer) {
      case Answer.Accepted<T>(T value) -> value;
      case Answer.Refused<T>(var refusal) -> throw new AssertionError("refused: " + refusal);
      case Answer.NotSent<T>(String reason, _) -> throw new AssertionError("not sent: " + reason);
      case Answer.Unknown<T>(String reason, boolean _) ->
          throw new AssertionError("unknown: " + reason);
    };
  }

  private static RefusalReason refused(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).refusal().reason();
  }
}
