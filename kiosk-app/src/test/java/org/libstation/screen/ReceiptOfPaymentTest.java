package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Session;
import org.libstation.language.TestTexts;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Panel;
import org.libstation.screen.kit.picture.BuiltInBrand;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.Voice;
import org.libstation.screen.receipt.ReceiptViewModel;

class ReceiptOfPaymentTest {
  private static final Voice VOICE =
      new Voice(
          TestTexts.OURS.in(Language.EN),
          "library",
          "station",
          SiteWords.NONE,
          Duration.ofMinutes(1),
          new BuiltInBrand());

  private static ReceiptViewModel shown(boolean items) {
    return shown(items, true);
  }

  private static ReceiptViewModel shown(boolean items, boolean booked) {
    FlowState choice = States.named("receipt-choice");
    Session open = choice.session().orElseThrow();
    Session.VisitPayment paid =
        new Session.VisitPayment(
            Payment.ofWhatIsOwed("k7-12", Money.of(3600, "HKD")),
            booked,
            false,
            OffsetDateTime.parse("2026-11-28T10:00:00+08:00"));
    Session visit = (items ? open : open.withBorrows(List.of())).withPaid(paid);
    ReceiptViewModel model =
        new ReceiptViewModel(VOICE, Look.of(Language.EN, Access.STANDARD, Panel.UPRIGHT));
    model.show(StateBuilder.like(choice).during(visit).build());
    return model;
  }

  private static String about(ReceiptViewModel model) {
    return ((ReceiptViewModel.ReceiptPaperView.ReceiptOffer) model.paper.get()).about();
  }

  private static List<Key> keys(ReceiptViewModel model) {
    return model.actions.get().stream().map(ActionKey::key).toList();
  }

  @Test
  void of_a_payment_alone_it_tells_no_barcodes_and_offers_no_titles() {
    assertThat(about(shown(false)))
        .isEqualTo("Sum, number and time of the payment only. No name, no card number.");
    assertThat(keys(shown(false))).doesNotContain(new Key.ReceiptTitles());
  }

  @Test
  void a_payment_that_the_library_has_not_confirmed_is_told_as_that() {
    assertThat(shown(false, false).paper.get().toString()).contains("paid, not confirmed yet");
    assertThat(shown(false, true).paper.get().toString()).doesNotContain("not confirmed");
  }

  @Test
  void of_a_visit_with_items_too_it_tells_as_ever() {
    assertThat(about(shown(true))).startsWith("Ends of barcodes and dates only");
    assertThat(keys(shown(true))).contains(new Key.ReceiptTitles());
  }
}
