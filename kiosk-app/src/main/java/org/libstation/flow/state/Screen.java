package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.StaffList;
import org.libstation.circulation.StaffTask;

/// The screen that the station shows. The person's work is in the [Session]; a screen holds only
/// what belongs to itself.
public sealed interface Screen {

  /// No visit has begun.
  sealed interface Idle extends Screen {}

  /// A person is using the station.
  sealed interface Visit extends Screen {}

  /// The person has finished: the receipt, and the good-bye.
  sealed interface Leaving extends Screen {}

  /// The screen of a book drop. It never shows a person's name.
  sealed interface Drop extends Screen {}

  /// Pages for staff. They are not read aloud.
  sealed interface Staff extends Screen {
    /// Monotonic; the last sign that somebody uses the page.
    Duration since();
  }

  /// The screen while nobody uses the station.
  ///
  /// @param notices which of the library's notices is shown
  /// @param activities which of the library's activities are shown first
  /// @param touched monotonic; when somebody last changed how the screen looks; empty if nobody has
  ///   since it appeared
  /// @param said a message about what was last read
  @RecordBuilder
  record Welcome(
      Leaf notices, Leaf activities, Optional<Duration> touched, Optional<WelcomeNotice> said)
      implements Idle, ScreenWelcomeBuilder.With {
    /// Returns the screen as it first appears: everything at its first page.
    public static Welcome untouched() {
      return new Welcome(Leaf.FIRST, Leaf.FIRST, Optional.empty(), Optional.empty());
    }

    public Welcome touched(Duration at) {
      return withTouched(Optional.of(at));
    }

    public Welcome leaves(Leaf ofNotices, Leaf ofActivities) {
      return with(c -> c.notices(ofNotices).activities(ofActivities));
    }

    /// @param until monotonic
    public record WelcomeNotice(Code code, Duration until) {}
  }

  /// Position in several things that are shown in turn.
  ///
  /// @param turned how often the page was turned; only the screen knows how many there are
  /// @param since monotonic; since when the present one is shown
  record Leaf(int turned, Duration since) {
    public static final Leaf FIRST = new Leaf(0, Duration.ZERO);

    public Leaf turn(int by, Duration from) {
      return new Leaf(turned + by, from);
    }
  }

  /// Asks who the person is.
  record Identify(IdentifyStep step) implements Visit {

    public sealed interface IdentifyStep {
      /// Waiting for a card.
      ///
      /// @param problem what was wrong with the card or code presented before
      record AskCard(Optional<Code> problem) implements IdentifyStep {}

      /// Waiting for the PIN.
      ///
      /// @param digits how many were typed
      /// @param problem set after a wrong PIN, until the next answer
      record AskPin(int digits, Optional<Code> problem) implements IdentifyStep {}

      record Checking() implements IdentifyStep {}

      /// This card cannot be used for this purpose here.
      ///
      /// @param accountPossible whether the person can still see their account
      record Problem(Code code, boolean accountPossible) implements IdentifyStep {}
    }
  }

  /// The items to borrow: [Session#borrows()].
  record Borrow(Hands hands) implements Visit {}

  /// The returned items: [Session#returns()].
  record Return(Hands hands) implements Visit {}

  /// The person's loans, charges or holds: [Session#account()].
  ///
  /// @param page counted from 0
  record MyAccount(AccountPart part, int page) implements Visit {
    /// Part of the account that is shown.
    public enum AccountPart {
      LOANS,
      /// Charges, with messages to the patron and the reasons why the card is blocked.
      CHARGES,
      HOLDS
    }
  }

  /// The person types the number of a copy, to place a hold on it.
  ///
  /// @param typed the text so far; forgotten with the screen
  /// @param judging whether the answer is awaited
  /// @param problem what was wrong with the number
  record Entry(String typed, boolean judging, Optional<Code> problem) implements Visit {}

  /// The pages of a payment: an amount is typed, the terminal works, or the result is shown. Its
  /// state is in [Details].
  record Pay(PayPage page) implements Visit {

    /// Step of the payment.
    public sealed interface PayPage {
      /// The person types the amount to pay, in the smallest unit.
      ///
      /// @param typed digits; forgotten with the screen
      /// @param owed the most that can be paid
      @RecordBuilder
      record Amount(String typed, Money owed, FlowSettings.Pays bounds, Optional<Code> problem)
          implements PayPage, ScreenPayPayPageAmountBuilder.With {
        /// Returns the amount typed so far; zero if nothing was typed.
        public Money sum() {
          return new Money(typed.isEmpty() ? 0 : Long.parseLong(typed), owed.currency());
        }
      }

      /// Asks for the PIN of another person's card, whose charges are to be paid.
      ///
      /// @param digits how many were typed
      record OthersPin(int digits, Optional<Code> problem) implements PayPage {}

      /// What the other card owes.
      record Others() implements PayPage {}

      /// The payment at the terminal, and its result.
      record Terminal() implements PayPage {}
    }
  }

  /// A power cut interrupted loans of this card before their release. They are finished when the
  /// items lie on the pad. [Session#borrows()] has them as rows that wait to be placed again.
  record Resume() implements Visit {}

  /// Shows the receipt as a code for a phone. It can also be printed, if there is paper.
  ///
  /// @param at the time on the receipt; it stands still, because the code must not change while a
  ///   phone reads it
  /// @param titles whether the person asked for titles
  /// @param problem why nothing can be printed, or what became of the print
  record ReceiptChoice(OffsetDateTime at, boolean titles, Optional<Code> problem, After after)
      implements Leaving {
    private static final Duration PHONE = Duration.ofMinutes(1);

    /// Returns how long the station waits before it asks whether the person is still there. At
    /// least one minute, because people must find their phone first.
    ///
    /// @param idle the wait on other screens
    public static Duration patience(Duration idle) {
      return idle.compareTo(PHONE) < 0 ? PHONE : idle;
    }
  }

  /// @param job number of the print job
  /// @param titles whether they are printed
  /// @param since monotonic
  record Printing(long job, boolean titles, After after, Duration since) implements Leaving {}

  /// What follows a receipt.
  sealed interface After {
    record GoodBye() implements After {}

    /// The next card of the same visit.
    ///
    /// @param card empty if none was presented yet
    record AnotherCard(Optional<PatronId> card) implements After {}
  }

  /// The good-bye. It holds counts and a date only.
  ///
  /// @param until monotonic
  /// @param limit monotonic; until then the screen stays while lent items lie on the pad
  @RecordBuilder
  record Done(Summary summary, Duration until, Duration limit)
      implements Leaving, ScreenDoneBuilder.With {}

  /// @param returnsPossible whether items can still be returned
  record OutOfService(Code code, boolean returnsPossible) implements Idle {}

  /// @param digits how many were typed
  /// @param checking whether the answer is awaited
  /// @param problem set after a wrong PIN
  /// @param since monotonic; the last key
  record TechnicianPin(int digits, boolean checking, Optional<Code> problem, Duration since)
      implements Staff {}

  /// The technician's first page. Devices, link, open entries and staff tasks are in
  /// [FlowState#station()].
  ///
  /// @param scan the last test scan; everything scanned on this screen is one
  /// @param figures those of the last day, once they are read
  /// @param since monotonic; the last key
  @RecordBuilder
  record Technician(
      TestPrintState test, Optional<ScanReport> scan, Optional<Figures> figures, Duration since)
      implements Staff, ScreenTechnicianBuilder.With {
    /// Returns the page as it first appears.
    public static Technician opened(Duration at) {
      return new Technician(
          new TestPrintState.TestPrintNotAsked(), Optional.empty(), Optional.empty(), at);
    }

    public Technician scanned(ScanReport report) {
      return withScan(Optional.of(report));
    }

    public Technician measured(Figures read) {
      return withFigures(Optional.of(read));
    }
  }

  /// A technician checks what lies on the pad.
  ///
  /// @param checks one for each item's tag, in order of arrival
  /// @param since monotonic; the last sign that somebody uses the page
  record Tray(List<TagCheck> checks, Duration since) implements Staff {
    public Tray {
      checks = List.copyOf(checks);
    }

    public Tray with(List<TagCheck> changed) {
      return new Tray(changed, since);
    }
  }

  /// The to-do list of staff, behind the technician's PIN.
  ///
  /// @param list empty until it was read
  /// @param chosen the task that is being dealt with
  /// @param since monotonic; the last key
  @RecordBuilder
  record ToDo(
      Optional<StaffList> list, Optional<Chosen> chosen, TestPrintState print, Duration since)
      implements Staff, ScreenToDoBuilder.With {

    /// @param card the whole number, once it was opened; forgotten with the choice
    /// @param standing where the item is, once the central system has answered
    public record Chosen(
        StaffTask task, Optional<PatronId> card, Optional<ItemStanding> standing) {}
  }

  /// The screen of a book drop; it shows no person's name. Its content is in [FlowState#sight()].
  ///
  /// @param touched monotonic; when somebody last changed how the screen looks
  record BookDropScreen(DropState state, Optional<Duration> touched) implements Drop {}

  /// Staff empty the bin of the drop.
  ///
  /// @param contents what was in the bin, once it is out and the journal has that on disk
  /// @param print printing of the manifest
  /// @param since monotonic; the last sign that somebody uses the page
  @RecordBuilder
  record Emptying(
      EmptyingStage step, Optional<BinContents> contents, TestPrintState print, Duration since)
      implements Staff, ScreenEmptyingBuilder.With {

    public enum EmptyingStage {
      TAKE_OUT,
      PUT_IN,
      DONE
    }
  }

  /// The technician's checks, the health page, or another page of [ServicePage].
  ///
  /// @param since monotonic; the last key
  record Service(ServicePage page, Duration since) implements Staff {}

  /// What the person's hands should do next; it selects the picture of hands.
  enum Hands {
    PLACE_ITEMS,
    /// Place items; the person may also say how many there are.
    SAY_HOW_MANY,
    /// Fewer items were seen than the person said.
    PLACE_MISSING,
    /// Items from an earlier visit lie on the pad: lift them.
    LIFT_FORMER,
    PLACE_AGAIN,
    ADD_MISSING_PART,
    TAKE_ITEMS,
    WAIT
  }

  /// State of a print that staff requested.
  sealed interface TestPrintState {
    record TestPrintNotAsked() implements TestPrintState {}

    record UnderWay(long job) implements TestPrintState {}

    record TestPrintGood() implements TestPrintState {}

    /// @param code the printer's code
    ///
    /// @param finding code of the finding that has a text for it; empty if none
    record Bad(String code, String reason, Optional<String> finding) implements TestPrintState {}
  }
}
