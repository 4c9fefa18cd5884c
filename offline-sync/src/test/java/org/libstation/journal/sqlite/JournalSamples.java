package org.libstation.journal.sqlite;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.Looks;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.Act;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine.StaffReason;

/// Events and marks for the golden files: each kind, each optional component present and absent,
/// each constant. [JournalGoldenTest] checks that none is missing.
final class JournalSamples {
  private static final ItemId ITEM = new ItemId("30000000000017");
  private static final Money OWED = Money.of(1250, "HKD");
  private static final LocalDateTime EVENING = LocalDateTime.parse("2026-12-09T23:59");
  private static final DueDate DUE = new DueDate("20261209    235900", Optional.of(EVENING));
  private static final DueDate UNREADABLE = new DueDate("next week | maybe", Optional.empty());
  static final EventTime SOUND =
      new EventTime(
          OffsetDateTime.parse("2026-11-25T09:30+08:00"),
          "boot-1",
          Duration.ofMinutes(10),
          Optional.empty(),
          false);
  private static final EventTime DOUBTFUL =
      new EventTime(
          OffsetDateTime.parse("2026-11-25T09:30:00.123456789Z"),
          "b67a6ce8-6f2e-4d1b-9a53-1c2f3e4d5a6b",
          Duration.ofNanos(86_400_123_456_789L),
          Optional.of(Duration.ofMillis(-2500)),
          true);

  private JournalSamples() {}

  private static ItemLook fullLook(CirculationStatus status) {
    return Looks.item(new ItemId("A-1"))
        .with(
            c ->
                c.title("a | b=c \\ \n\t\u0000 紅樓夢 😀 \ud83d ")
                    .status(status)
                    .due(DUE)
                    .holdQueue(3)
                    .mediaType("001")
                    .properties("part 1|2"));
  }

  static List<CirculationEvent> events() {
    List<CirculationEvent> all = new ArrayList<>();
    for (CirculationStatus status : CirculationStatus.values()) {
      all.add(new CirculationEvent.LoanAsked(ITEM, fullLook(status), true));
      all.add(new CirculationEvent.RenewAsked(ITEM, Optional.of(fullLook(status))));
    }
    ItemLook full = fullLook(CirculationStatus.ON_HOLD_SHELF);
    for (ItemLook look :
        List.of(
            full.withItem(new ItemId("a-1")),
            full.withDue(Optional.of(UNREADABLE)),
            full.withDue(Optional.empty()),
            full.withMediaType(Optional.empty()),
            full.withProperties(Optional.empty()),
            full.withProperties(Optional.of("")),
            Looks.item(new ItemId("A-1")))) {
      all.add(new CirculationEvent.LoanAsked(new ItemId("A-1"), look, false));
      all.add(new CirculationEvent.RenewAsked(new ItemId("A-1"), Optional.of(look)));
    }
    all.add(new CirculationEvent.RenewAsked(ITEM, Optional.empty()));
    all.add(new CirculationEvent.HoldAsked(ITEM));
    payments(all);
    all.add(new CirculationEvent.LoanGiven(ITEM, EVENING, "", true));
    all.add(new CirculationEvent.LoanGiven(ITEM, EVENING.withSecond(58), "紅樓夢", false));
    for (CirculationEvent.How how : CirculationEvent.How.values()) {
      all.add(new CirculationEvent.ItemReturned(ITEM, SOUND, how, true));
      all.add(new CirculationEvent.ItemReturned(ITEM, DOUBTFUL, how, false));
    }
    Optional<Duration> dark = Optional.of(Duration.ofMillis(240));
    all.add(new CirculationEvent.ObjectDropped(SOUND, dark, "T21"));
    all.add(new CirculationEvent.ObjectDropped(DOUBTFUL, Optional.empty(), ""));
    all.add(new CirculationEvent.BinEmptied(SOUND, "陳大文", 61, OptionalInt.of(88)));
    all.add(new CirculationEvent.BinEmptied(DOUBTFUL, "", 0, OptionalInt.empty()));
    all.add(new CirculationEvent.EntriesLost("set-aside-1", "0123456789abcdef", 12));
    return all;
  }

  private static void payments(List<CirculationEvent> all) {
    Payment whole = Payment.ofWhatIsOwed("20261125-x-2", Money.of(950, "HKD"));
    Payment first = new Payment("20261125-x-2.1", Money.of(500, "HKD"), Optional.of("17|b c"));
    Payment second = new Payment("20261125-x-2.2", Money.of(450, "HKD"), Optional.of("18"));
    Payment charge = new Payment("20261125-x-3", Money.of(450, "HKD"), Optional.of("18"));
    all.add(
        new CirculationEvent.PaymentAsked(
            Payment.ofWhatIsOwed("20261125-x-1", Money.of(1, "JPY")), List.of()));
    all.add(new CirculationEvent.PaymentAsked(charge, List.of()));
    all.add(new CirculationEvent.PaymentAsked(whole, List.of(first, second)));
    all.add(new CirculationEvent.MoneyTaken(second, Optional.of(OWED), "0017"));
    all.add(new CirculationEvent.MoneyTaken(whole, Optional.of(Money.of(-300, "HKD")), "SIM | 1"));
    all.add(new CirculationEvent.MoneyTaken(whole, Optional.empty(), ""));
  }

  static List<Mark> marks() {
    List<Mark> all = new ArrayList<>();
    for (Act act : Act.values()) {
      all.add(new Mark.Sending(act, "2026-11-25T09:30+08:00"));
      all.add(Mark.Sending.of(act));
    }
    for (CirculationStatus status : CirculationStatus.values()) {
      all.add(new Mark.Observed(status, Optional.of(DUE), 2, Optional.of(false)));
    }
    all.add(
        new Mark.Observed(CirculationStatus.OTHER, Optional.of(UNREADABLE), 0, Optional.of(true)));
    all.add(new Mark.Observed(CirculationStatus.LOST, Optional.empty(), 0, Optional.empty()));
    Optional<Money> owed = Optional.of(OWED);
    Optional<Money> charge = Optional.of(Money.of(5, "HKD"));
    all.add(new Mark.AccountSeen(owed, Optional.of(true), charge));
    all.add(new Mark.AccountSeen(Optional.empty(), Optional.of(false), charge));
    all.add(new Mark.AccountSeen(owed, Optional.empty(), charge));
    all.add(new Mark.AccountSeen(owed, Optional.of(true), Optional.empty()));
    all.add(new Mark.AccountSeen(Optional.empty(), Optional.empty(), Optional.empty()));
    for (Optional<DueDate> due :
        List.of(Optional.of(DUE), Optional.of(UNREADABLE), Optional.<DueDate>empty())) {
      all.add(Mark.Accepted.mayClear(due, "ok | \\p"));
      all.add(Mark.Accepted.mayClear(due, ""));
      all.add(new Mark.Accepted(due, SecurityBitRule.KEEP, Optional.empty(), "11"));
    }
    all.add(Mark.Accepted.givenBack("0017"));
    for (Refusal.RefusalReason reason : Refusal.RefusalReason.values()) {
      all.add(new Mark.RequestRefused(reason, "$ 20"));
    }
    all.addAll(plain());
    for (Mark.SeenAgain.SecondLookResult seen : Mark.SeenAgain.SecondLookResult.values()) {
      all.add(new Mark.SeenAgain(seen, CirculationStatus.CHARGED, Optional.of(DUE)));
    }
    for (CirculationStatus status : CirculationStatus.values()) {
      all.add(
          new Mark.SeenAgain(Mark.SeenAgain.SecondLookResult.AS_SETTLED, status, Optional.empty()));
    }
    all.add(
        new Mark.SeenAgain(
            Mark.SeenAgain.SecondLookResult.NOT_TOLD,
            CirculationStatus.CHARGED,
            Optional.of(UNREADABLE)));
    for (StaffReason reason : StaffReason.values()) {
      all.add(Mark.StaffLine.of(reason, TaskNote.text("x\ny")));
    }
    all.add(Mark.StaffLine.of(StaffReason.FINDING));
    for (TaskNoteCode code : TaskNoteCode.values()) {
      Object[] values =
          IntStream.range(0, code.kinds().size())
              .mapToObj(at -> code == TaskNoteCode.UNKNOWN ? "moon full=1,2" : "a;b,c\\ " + at)
              .toArray();
      all.add(Mark.StaffLine.of(StaffReason.FINDING, TaskNote.of(code, values)));
    }
    all.add(
        Mark.StaffLine.of(
            StaffReason.LOAN_REFUSED,
            TaskNote.of(TaskNoteCode.LENT, "2026-11-24T18:44:00+08:00 doubtful"),
            TaskNote.of(TaskNoteCode.NOT_BOOKED),
            TaskNote.of(TaskNoteCode.REFUSED_REASON, Refusal.RefusalReason.CARD_LOST)));
    for (Mark.EntryClosed.ClosingReason reason : Mark.EntryClosed.ClosingReason.values()) {
      all.add(new Mark.EntryClosed(reason, "Chan"));
    }
    Optional<LocalDate> due = Optional.of(LocalDate.parse("2026-11-20"));
    for (FineTold.Comparison comparison : FineTold.Comparison.values()) {
      all.add(
          new Mark.Fine(
              new FineTold(
                  due,
                  Money.of(450, "HKD"),
                  comparison,
                  "calendar-1",
                  "policy-1@2026-11-20T12:00")));
      all.add(
          new Mark.Fine(new FineTold(Optional.empty(), Money.of(0, "HKD"), comparison, "", "")));
    }
    return all;
  }

  private static List<Mark> plain() {
    return Stream.of(
            Mark.NotSent.said("link down"),
            Mark.NotSent.said(""),
            Mark.OutcomeUnknown.said(""),
            Mark.OutcomeUnknown.said("time-out"),
            new Mark.Released(),
            new Mark.NotReleased(TaskNote.text("tag gone")),
            new Mark.Lying(),
            new Mark.Taken(),
            new Mark.LeftLying(),
            new Mark.EmptyingBegun("Chan"),
            new Mark.EmptyingLeft(),
            new Mark.ManifestPrinted(),
            new Mark.PartsAwaited(Optional.of(TaskNote.of(TaskNoteCode.PART_MISSING, "2", 3))),
            new Mark.PartsAwaited(Optional.empty()),
            new Mark.OnSlip(),
            new Mark.Armed(),
            new Mark.NotSecured(TaskNote.text("tag gone")),
            new Mark.HeldForEmptying(),
            new Mark.Emptied(),
            new Mark.Sorted(Optional.of("3"), true),
            new Mark.Sorted(Optional.empty(), false),
            new Mark.ReturnIdentified(17, "patron"),
            new Mark.HeldForSiblings(),
            new Mark.StaffDone("Chan", "put | right"),
            new Mark.CardOpened("Chan"),
            new Mark.CardExported("0f1e2d3c"))
        .map(Mark.class::cast)
        .toList();
  }
}
