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

/// Where the station is. What the person works on lies in the [Session]; a screen holds only what
/// belongs to the place itself.
public sealed interface Screen {

  /// Nobody has begun anything.
  sealed interface Idle extends Screen {}

  /// A person does what they came for.
  sealed interface Visit extends Screen {}

  /// A person is done: the receipt, and the good-bye.
  sealed interface Leaving extends Screen {}

  /// A book drop: nobody's name is in front of it.
  sealed interface Drop extends Screen {}

  /// Staff's pages. Nothing of them is read aloud.
  sealed interface Staff extends Screen {
    /// Monotonic, the last sign of life.
    Duration since();
  }

  /// Nobody is here.
  ///
  /// @param notices which of the library's notices is shown
  /// @param activities which of its activities come first
  /// @param touched monotonic, when somebody last changed how the screen looks; empty when nobody
  ///   has since it came up
  /// @param said a word about what was read last
  @RecordBuilder
  record Welcome(
      Leaf notices, Leaf activities, Optional<Duration> touched, Optional<WelcomeNotice> said)
      implements Idle, ScreenWelcomeBuilder.With {
    /// As it comes up: everything at its first page.
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

  /// One of several things that take turns.
  ///
  /// @param turned how often it was turned on; the screen knows how many there are
  /// @param since monotonic; from when on the present one is shown
  record Leaf(int turned, Duration since) {
    public static final Leaf FIRST = new Leaf(0, Duration.ZERO);

    public Leaf turn(int by, Duration from) {
      return new Leaf(turned + by, from);
    }
  }

  /// Asks who stands here.
  record Identify(IdentifyStep step) implements Visit {

    public sealed interface IdentifyStep {
      /// Waiting for a card.
      ///
      /// @param problem what was wrong with what was presented before
      record AskCard(Optional<Code> problem) implements IdentifyStep {}

      /// Waiting for the PIN.
      ///
      /// @param digits how many were typed
      /// @param problem set after a wrong PIN, until the next answer
      record AskPin(int digits, Optional<Code> problem) implements IdentifyStep {}

      record Checking() implements IdentifyStep {}

      /// This card cannot do this here.
      ///
      /// @param accountPossible the account can still be looked at
      record Problem(Code code, boolean accountPossible) implements IdentifyStep {}
    }
  }

  /// The pile: [Session#borrows()].
  record Borrow(Hands hands) implements Visit {}

  /// Handed over: [Session#returns()].
  record Return(Hands hands) implements Visit {}

  /// My loans, charges or holds: [Session#account()].
  ///
  /// @param page counted from 0
  record MyAccount(AccountPart part, int page) implements Visit {
    /// What of the account is shown.
    public enum AccountPart {
      LOANS,
      /// With messages to the patron and why the card is blocked.
      CHARGES,
      HOLDS
    }
  }

  /// A number is typed, to hold the copy it names.
  ///
  /// @param typed so far; forgotten with the screen
  /// @param judging the answer is awaited
  /// @param problem what was wrong with it
  record Entry(String typed, boolean judging, Optional<Code> problem) implements Visit {}

  /// A sum is typed, or stands at the payment terminal, or what became of it is told: [Details].
  record Pay(PayPage page) implements Visit {

    /// What the page is for.
    public sealed interface PayPage {
      /// The amount to be paid is typed, in the smallest unit.
      ///
      /// @param typed digits; forgotten with the screen
      /// @param owed all that could be paid
      @RecordBuilder
      record Amount(String typed, Money owed, FlowSettings.Pays bounds, Optional<Code> problem)
          implements PayPage, ScreenPayPayPageAmountBuilder.With {
        /// What was typed so far; nothing where that is no number.
        public Money sum() {
          return new Money(typed.isEmpty() ? 0 : Long.parseLong(typed), owed.currency());
        }
      }

      /// The PIN of somebody else's card that shall be paid for.
      ///
      /// @param digits how many were typed
      record OthersPin(int digits, Optional<Code> problem) implements PayPage {}

      /// What somebody else's card owes.
      record Others() implements PayPage {}

      /// At the terminal, and the end of it.
      record Terminal() implements PayPage {}
    }
  }

  /// A power cut left loans of this card without their release; they are finished when the items
  /// lie on the pad. They are the rows of [Session#borrows()], waiting to be placed again.
  record Resume() implements Visit {}

  /// The receipt for a phone stands there; it can be printed too, where there is paper.
  ///
  /// @param at stands on the receipt; it does not run on, or the code would change under the phone
  /// @param titles they were asked for
  /// @param problem why nothing can be printed, or what became of the print
  record ReceiptChoice(OffsetDateTime at, boolean titles, Optional<Code> problem, After after)
      implements Leaving {
    private static final Duration PHONE = Duration.ofMinutes(1);

    /// How long nobody is asked whether they are still there: one's phone must be found first.
    ///
    /// @param idle as on other screens
    public static Duration patience(Duration idle) {
      return idle.compareTo(PHONE) < 0 ? PHONE : idle;
    }
  }

  /// @param job the print job waited for
  /// @param titles they are on it
  /// @param since monotonic
  record Printing(long job, boolean titles, After after, Duration since) implements Leaving {}

  /// What follows a receipt.
  sealed interface After {
    record GoodBye() implements After {}

    /// The next card of the same visit.
    ///
    /// @param card empty when none was presented yet
    record AnotherCard(Optional<PatronId> card) implements After {}
  }

  /// Good-bye. Holds counts and a date only.
  ///
  /// @param until monotonic
  /// @param limit monotonic; it stays until then while what was lent lies on the tray
  @RecordBuilder
  record Done(Summary summary, Duration until, Duration limit)
      implements Leaving, ScreenDoneBuilder.With {}

  /// @param returnsPossible items can still be taken back
  record OutOfService(Code code, boolean returnsPossible) implements Idle {}

  /// @param digits how many were typed
  /// @param checking the answer is awaited
  /// @param problem set after a wrong PIN
  /// @param since monotonic, the last key
  record TechnicianPin(int digits, boolean checking, Optional<Code> problem, Duration since)
      implements Staff {}

  /// Device lines, link, open entries and staff lines are in [FlowState#station()].
  ///
  /// @param scan the last test scan: anything that is scanned while this screen is open
  /// @param figures of the last day, once they are read
  /// @param since monotonic, the last key
  @RecordBuilder
  record Technician(
      TestPrintState test, Optional<ScanReport> scan, Optional<Figures> figures, Duration since)
      implements Staff, ScreenTechnicianBuilder.With {
    /// As it is opened.
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

  /// A technician looks at what lies on the tray.
  ///
  /// @param checks one an item's tag, in order of arrival
  /// @param since monotonic, the last sign of life
  record Tray(List<TagCheck> checks, Duration since) implements Staff {
    public Tray {
      checks = List.copyOf(checks);
    }

    public Tray with(List<TagCheck> changed) {
      return new Tray(changed, since);
    }
  }

  /// Staff's to-do list, behind the technician's PIN.
  ///
  /// @param list empty until it was read
  /// @param chosen the one that is dealt with
  /// @param since monotonic, the last key
  @RecordBuilder
  record ToDo(
      Optional<StaffList> list, Optional<Chosen> chosen, TestPrintState print, Duration since)
      implements Staff, ScreenToDoBuilder.With {

    /// @param card the whole number, once it was opened; forgotten with the choice
    /// @param standing where the item is, once the central system told
    public record Chosen(
        StaffTask task, Optional<PatronId> card, Optional<ItemStanding> standing) {}
  }

  /// A book drop with nobody's name in front of it; what it shows is in [FlowState#sight()].
  ///
  /// @param touched monotonic, when somebody last changed how the screen looks
  record BookDropScreen(DropState state, Optional<Duration> touched) implements Drop {}

  /// Staff empty the bin of the drop.
  ///
  /// @param contents what was in it, once it is out and that is on disk
  /// @param print the manifest on paper
  /// @param since monotonic, the last sign of life
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

  /// The technician's checks, or the health page.
  ///
  /// @param since monotonic, the last key
  record Service(ServicePage page, Duration since) implements Staff {}

  /// What the hands do next; chooses the one hand picture.
  enum Hands {
    PLACE_ITEMS,
    /// The same, and the person may say how many they are.
    SAY_HOW_MANY,
    /// Fewer were seen than the person says.
    PLACE_MISSING,
    /// Items that lie there belong to nobody here: lift them.
    LIFT_FORMER,
    PLACE_AGAIN,
    ADD_MISSING_PART,
    TAKE_ITEMS,
    WAIT
  }

  /// The test print of the technician's screen.
  sealed interface TestPrintState {
    record TestPrintNotAsked() implements TestPrintState {}

    record UnderWay(long job) implements TestPrintState {}

    record TestPrintGood() implements TestPrintState {}

    /// @param code of the printer
    ///
    /// @param finding code of the finding that has words for it; empty for none
    record Bad(String code, String reason, Optional<String> finding) implements TestPrintState {}
  }
}
