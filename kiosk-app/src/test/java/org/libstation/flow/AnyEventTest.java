package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.Answer;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.BinHistory;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.HoldOutcome;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.LoanLine;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.UntakenLoan;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.DropPanel;
import org.libstation.flow.state.DropSight;
import org.libstation.flow.state.DropStanding;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.Step;
import org.libstation.flow.state.Suspension;
import org.libstation.flow.state.TagCheck;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.state.TaskReason;
import org.libstation.flow.turn.Turn;
import org.libstation.testkit.Changed;

/// Any event in any state: the flow never throws, and what must hold always holds.
class AnyEventTest {
  private static final int SEEDS = 300;
  private static final int SOME = 40;
  private static final int EVENTS = 400;
  private static final List<PatronId> PATRONS = List.of(Story.ANNA, Story.BEN);
  private static final List<ItemId> ITEMS =
      List.of(Story.BOOK, Story.OTHER, new ItemId("39999000003333"));

  @Test
  void whatever_happens_the_flow_keeps_its_promises() {
    keepsItsPromises(1, SOME);
  }

  @Test
  @Tag("full")
  void whatever_else_happens_the_flow_keeps_its_promises() {
    keepsItsPromises(SOME + 1, SEEDS);
  }

  private static void keepsItsPromises(int first, int last) {
    int seeds = last - first + 1;
    int loans = 0;
    int returns = 0;
    for (long seed = first; seed <= last; seed++) {
      Run run = new Run(seed);
      try {
        for (int i = 0; i < EVENTS; i++) {
          run.step();
        }
        run.quietDown();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + " after " + run.last, e);
      }
      loans += run.released.size();
      returns += run.settled;
    }
    assertThat(loans).as("the seeds reach loans").isGreaterThan(seeds / 6);
    assertThat(returns).as("the seeds reach returns").isGreaterThan(seeds / 6);
  }

  /// One seed: a flow, what is still owed an answer, and what was done.
  private static final class Run {
    private final Random random;
    private final Flow flow;
    private final List<Effect> owed = new ArrayList<>();
    private final Set<Long> given = new HashSet<>();
    private final Set<Long> cleared = new HashSet<>();
    private final Set<Long> untouched = new HashSet<>();
    private final Map<Long, PatronId> owners = new HashMap<>();
    private final Set<Long> released = new HashSet<>();
    private final Set<Long> toStaff = new HashSet<>();
    private FlowState state;
    private Duration at = Duration.ofHours(1);
    private long entry = 100;
    private int settled;
    private FlowEvent last = new FlowEvent.DropObjectPassed();

    Run(long seed) {
      random = new Random(seed);
      flow =
          new Flow(
              Changed.with(
                  FlowTests.cardStays(
                      FlowTests.settings(
                          seed % 2 == 0 ? FlowSettings.PinRule.ALWAYS : FlowSettings.PinRule.NEVER),
                      seed % 3 == 0),
                  "pays",
                  FlowTests.paying().pays()),
              Story.DIGEST);
      state = FlowState.initial(flow.settings(), Story.time(at));
      for (DeviceRole role : DeviceRole.values()) {
        tell(device(role, DeviceCondition.READY));
      }
      tell(new FlowEvent.PlaceListed(Place.PAD));
    }

    void step() {
      tell(random.nextInt(3) == 0 && !owed.isEmpty() ? answer() : anything());
    }

    void quietDown() {
      for (int i = 0; i < 2_000 && !(owed.isEmpty() && state.session().isEmpty()); i++) {
        if (owed.isEmpty() || random.nextInt(4) == 0) {
          pass(1000);
        } else {
          tell(answer());
        }
      }
      assertThat(state.session()).as("everybody leaves in the end").isEmpty();
      for (long loan : given) {
        assertThat(released.contains(loan) || toStaff.contains(loan))
            .as("loan %s is released or with staff", loan)
            .isTrue();
      }
      assertThat(Personal.in(state))
          .doesNotContain(Story.ANNA.value(), Story.BEN.value(), Story.TITLE, "1234");
    }

    private void pass(int mostMillis) {
      at = at.plusMillis(1 + random.nextInt(mostMillis));
      tell(new FlowEvent.Tick(Story.time(at)));
    }

    private void tell(FlowEvent event) {
      last = event;
      Step step = flow.step(state, event);
      FlowState before = state;
      state = step.state();
      step.effects().forEach(effect -> check(before, effect));
      step.effects().forEach(effect -> isSeenToo(before, effect));
      invariants();
    }

    /// A sound that complains has its words or its picture: whoever does not hear it misses
    /// nothing.
    private void isSeenToo(FlowState before, Effect effect) {
      boolean complains = effect instanceof Effect.Beep(Sound sound) && sound.complains();
      boolean staff = state.screen() instanceof Screen.Staff;
      if (complains && !staff && seen(before).equals(seen(state))) {
        assertThat(
                Problems.last(new Turn(flow.settings(), Story.DIGEST, state))
                    .or(() -> toldAtDrop(state)))
            .as("%s at %s is seen too", effect, state.screen())
            .isPresent();
      }
    }

    /// What the drop's own panel says, and goes on saying.
    private static Optional<Code> toldAtDrop(FlowState state) {
      DropSight sight = DropStanding.onPanel(state).sight();
      return sight
          .asking()
          .flatMap(DropSight.UnreadObjectPrompt::problem)
          .or(() -> sight.hint().map(DropSight.Hint::code))
          .filter(_ -> DropPanel.there(state.station()));
    }

    /// What of a state can be seen, as far as sounds go with it.
    private static List<Object> seen(FlowState state) {
      return List.of(
          state.screen(),
          state.overlay(),
          state.session().map(open -> List.of(open.borrows(), open.returns(), open.account())),
          state.session().map(open -> List.of(open.notice(), open.count(), open.typed())),
          state.sight(),
          state.leftBehind(),
          state.cardLying());
    }

    /// Somebody else's card that is paid for.
    private static Optional<PatronId> otherOwing(FlowState state) {
      return state.session().map(Session::account).orElseThrow()
                  instanceof Account.Loaded(_, _, _, _, Details.Known known)
              && known.paying() instanceof Details.Paying.OtherOwes owes
          ? Optional.of(owes.card())
          : Optional.empty();
    }

    private void check(FlowState before, Effect effect) {
      switch (effect) {
        case Effect.Lend lend -> {
          Session open = state.session().or(before::session).orElseThrow();
          assertThat(lend.session()).isEqualTo(open.number());
          assertThat(lend.patron()).isEqualTo(open.card().orElseThrow().patron());
          List<String> parts =
              open.borrows().stream()
                  .filter(row -> row.item().filter(lend.item()::equals).isPresent())
                  .flatMap(row -> row.parts().keySet().stream())
                  .toList();
          assertThat(before.leftBehind()).noneMatch(tag -> parts.contains(tag.uid()));
          owed.add(lend);
        }
        case Effect.PayEffect pay -> {
          assertThat(pay.patron())
              .isEqualTo(
                  otherOwing(before)
                      .orElse(state.session().orElseThrow().card().orElseThrow().patron()));
          assertThat(pay.sum().minor()).isPositive();
          assertThat(owed)
              .noneMatch(
                  each ->
                      each instanceof Effect.PayEffect(long open, _, _, _)
                          && open == pay.session());
          owed.add(pay);
        }
        case Effect.RenewEffect renew -> {
          assertThat(renew.patron())
              .isEqualTo(state.session().orElseThrow().card().orElseThrow().patron());
          owed.add(renew);
        }
        case Effect.MarkReleased mark -> {
          assertThat(given.contains(mark.entry()) || untouched.contains(mark.entry()))
              .as("released only what was lent")
              .isTrue();
          assertThat(cleared.contains(mark.entry()) || untouched.contains(mark.entry()))
              .as("released only what was cleared")
              .isTrue();
          released.add(mark.entry());
          owed.add(mark);
        }
        case Effect.NotReleasedEffect not -> toStaff.add(not.entry());
        case Effect.SettleReturn settle -> {
          settled++;
          owed.add(settle);
        }
        case Effect.Print print -> {
          assertThat(print.toString())
              .doesNotContain(Story.ANNA.value())
              .doesNotContain(Story.BEN.value());
          owed.add(print);
        }
        case Effect.IdentifyEffect _,
            Effect.LookAhead _,
            Effect.Receive _,
            Effect.LoadLoans _,
            Effect.LoadAccount _,
            Effect.PlaceHold _,
            Effect.AskOther _,
            Effect.CancelHold _,
            Effect.ReadUnarmed _,
            Effect.ReadUntaken _,
            Effect.ReadCounts _,
            Effect.ClearTag _,
            Effect.ArmTag _,
            Effect.AskStanding _,
            Effect.ReadTasks _,
            Effect.ReadCashUp _,
            Effect.PrintTasksEffect _,
            Effect.ReadSecurityEffect _,
            Effect.LookAnew _,
            Effect.JudgeTyped _,
            Effect.PrintTestEffect _,
            Effect.WithdrawPrint _,
            Effect.LockFlap _,
            Effect.CheckTechnicianPin _,
            Effect.CheckStaffCard _,
            Effect.WriteObject _,
            Effect.IdentifyObject _,
            Effect.EmptyBinEffect _,
            Effect.ReadBin _,
            Effect.JudgeAtDrop _,
            Effect.PrintManifest _,
            Effect.Servicing _ ->
            owed.add(effect);
        case Effect.OpenCard open -> {
          assertThat(open.by()).as("who opens a card").isEqualTo("Chan");
          owed.add(open);
        }
        case Effect.CloseStaffTaskEffect close -> {
          assertThat(close.by()).as("who closes").isEqualTo("Chan");
          owed.add(close);
        }
        case Effect.RepairTag repair -> {
          Screen.Tray tray = (Screen.Tray) before.screen();
          assertThat(tray.checks())
              .anyMatch(
                  check ->
                      check.uid().equals(repair.uid())
                          && check.verdict() == TagCheck.BitState.WRONG
                          && check.expected().filter(repair.to()::equals).isPresent());
          owed.add(repair);
        }
        case Effect.BeginSession _,
            Effect.MarkArmed _,
            Effect.DropMark _,
            Effect.MarkLying _,
            Effect.MarkTaken _,
            Effect.LeftLyingEffect _,
            Effect.NotSecuredEffect _,
            Effect.AwaitParts _,
            Effect.ReportIncompleteSet _,
            Effect.AbortPayment _,
            Effect.EndSessionEffect _,
            Effect.Beep _,
            Effect.ScanJudged _,
            Effect.ToldFinding _,
            Effect.LightLamp _,
            Effect.LogStaff _ -> {}
      }
    }

    private void invariants() {
      switch (state.screen()) {
        case Screen.Welcome _,
            Screen.Done _,
            Screen.OutOfService _,
            Screen.TechnicianPin _,
            Screen.Technician _,
            Screen.Tray _,
            Screen.ToDo _,
            Screen.BookDropScreen _,
            Screen.Emptying _,
            Screen.Service _ ->
            assertThat(state.session()).isEmpty();
        case Screen.Borrow _, Screen.MyAccount _, Screen.Entry _, Screen.Pay _, Screen.Resume _ ->
            assertThat(state.session().orElseThrow().card()).isPresent();
        case Screen.Identify _, Screen.Return _, Screen.ReceiptChoice _, Screen.Printing _ ->
            assertThat(state.session()).isPresent();
      }
      assertThat(
              state.session().isEmpty()
                  && state
                      .overlay()
                      .filter(
                          sheet ->
                              sheet instanceof Overlay.IdleWarning
                                  || sheet instanceof Overlay.ConfirmLeave)
                      .isPresent())
          .as("nobody is asked who is not there")
          .isFalse();
      state
          .session()
          .ifPresent(
              open -> {
                assertThat(open.borrows()).doesNotHaveDuplicates();
                for (BorrowRow row : open.borrows()) {
                  row.loan()
                      .map(loan -> owners.get(loan.entry()))
                      .ifPresent(
                          owner ->
                              assertThat(open.card().map(Session.SessionCard::patron))
                                  .as("whose loan is shown")
                                  .contains(owner));
                  if (row.state() instanceof BorrowRow.BorrowRowState.Borrowed borrowed) {
                    assertThat(released).contains(borrowed.loan().entry());
                  }
                }
              });
      for (ReturnRow row : state.drops()) {
        assertThat(row.title()).isEmpty();
      }
    }

    private FlowEvent answer() {
      Effect effect = owed.remove(random.nextInt(owed.size()));
      if (random.nextInt(200) == 0) {
        if (effect instanceof Effect.MarkReleased mark) {
          toStaff.add(mark.entry());
          released.remove(mark.entry());
        }
        return new FlowEvent.NotWritten(effect, any(JournalHealth.values()), Optional.empty());
      }
      return switch (effect) {
        case Effect.IdentifyEffect identify -> identified(identify.session(), identify.patron());
        case Effect.LookAhead look ->
            new FlowEvent.LookedAhead(
                look.session(), look.item(), Optional.of(Story.look(look.item())));
        case Effect.Lend lend -> new FlowEvent.LendAnswered(lend.session(), outcome(lend));
        case Effect.MarkReleased mark -> new FlowEvent.ReleasedWritten(mark.entry());
        case Effect.Receive receive -> new FlowEvent.ReceivedWritten(receive.row(), ++entry);
        case Effect.SettleReturn settle ->
            new FlowEvent.ReturnSettled(
                new ReturnOutcome.Recorded(
                    settle.entry(),
                    Story.BOOK,
                    Optional.of(Story.TITLE),
                    Optional.empty(),
                    ReturnOutcome.LentTo.NOT_KNOWN),
                Optional.empty());
        case Effect.LoadLoans load ->
            new FlowEvent.LoansAnswered(
                load.session(),
                random.nextBoolean()
                    ? Answer.NotSent.because("no line")
                    : new Answer.Accepted<>(
                        List.of(new LoanLine(Story.BOOK, Story.TITLE, Optional.empty(), true))));
        case Effect.LoadAccount load ->
            new FlowEvent.AccountAnswered(
                load.session(),
                random.nextInt(4) == 0
                    ? Answer.NotSent.because("no line")
                    : new Answer.Accepted<>(Story.account(load.patron())));
        case Effect.PlaceHold place ->
            new FlowEvent.HoldAnswered(place.session(), holdOutcome(place.item()));
        case Effect.CancelHold cancel ->
            new FlowEvent.HoldAnswered(cancel.session(), holdOutcome(Story.BOOK));
        case Effect.PayEffect pay ->
            new FlowEvent.PaymentAnswered(
                pay.session(),
                random.nextBoolean()
                    ? new PaymentOutcome.Paid(Payment.ofWhatIsOwed("p", pay.sum()))
                    : new PaymentOutcome.NotPaid(any(PaymentOutcome.NonPaymentReason.values())));
        case Effect.RenewEffect renew ->
            new FlowEvent.RenewAnswered(
                renew.session(),
                new RenewOutcome.Renewed(renew.item(), Story.TITLE, DueDate.of(Story.DUE)));
        case Effect.ClearTag clear -> {
          TagResult result = any(TagResult.values());
          if (result == TagResult.DONE) {
            cleared.add(clear.entry());
          }
          yield new FlowEvent.TagCleared(clear.entry(), clear.uid(), result);
        }
        case Effect.ArmTag arm ->
            new FlowEvent.TagArmed(arm.entry(), arm.uid(), any(TagResult.values()));
        case Effect.JudgeTyped judge -> new FlowEvent.TypedJudged(judge.session(), scan());
        case Effect.AskOther ask ->
            new FlowEvent.OtherTold(
                ask.session(),
                random.nextInt(4) == 0
                    ? Answer.NotSent.because("no line")
                    : new Answer.Accepted<>(
                        Story.look(ask.patron(), random.nextInt(3) > 0, Set.of())));
        case Effect.AskStanding ask ->
            new FlowEvent.StandingTold(
                ask.item(),
                new ItemStanding(
                    any(ItemStanding.Where.values()), any(ItemStanding.Source.values()), ""));
        case Effect.ReadSecurityEffect read ->
            new FlowEvent.SecurityRead(
                read.uid(),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(any(SecurityBit.values())));
        case Effect.RepairTag repair ->
            new FlowEvent.TagRepaired(repair.uid(), repair.to(), any(TagResult.values()));
        case Effect.Print print -> new FlowEvent.PrintJobEnded(print.job(), Optional.empty());
        case Effect.PrintTestEffect test ->
            new FlowEvent.PrintJobEnded(test.job(), Optional.empty());
        case Effect.PrintTasksEffect list ->
            new FlowEvent.PrintJobEnded(list.job(), Optional.empty());
        case Effect.WriteObject write -> new FlowEvent.ObjectWritten(write.object(), ++entry);
        case Effect.IdentifyObject said ->
            new FlowEvent.ObjectIdentified(
                said.object(),
                random.nextBoolean() ? OptionalLong.of(++entry) : OptionalLong.empty(),
                said.item());
        case Effect.EmptyBinEffect _ -> new FlowEvent.BinWritten(BinContents.EMPTY);
        case Effect.ReadBin read ->
            new FlowEvent.BinTold(read.closeAt(), BinHistory.NONE, random.nextInt(60));
        case Effect.JudgeAtDrop _ -> new FlowEvent.BarcodeRead(Place.DROP, scan());
        case Effect.PrintManifest list -> new FlowEvent.PrintJobEnded(list.job(), Optional.empty());
        case Effect.ReadTasks _, Effect.CloseStaffTaskEffect _ ->
            new FlowEvent.TasksRead(TaskTest.LIST);
        case Effect.ReadCashUp(int back) -> new FlowEvent.CashUpRead(back, CheckTest.CASH);
        case Effect.OpenCard open ->
            new FlowEvent.CardNumberShown(open.entry(), Optional.of(Story.ANNA));
        case Effect.LookAnew _ -> new FlowEvent.PlaceListed(Place.PAD);
        case Effect.LockFlap lock -> new FlowEvent.FlapLocked(lock.locked(), random.nextBoolean());
        case Effect.CheckStaffCard _ ->
            new FlowEvent.StaffCardChecked(
                random.nextBoolean() ? Optional.of("Chan") : Optional.empty(),
                any(StaffLevel.values()));
        case Effect.CheckTechnicianPin _ ->
            new FlowEvent.TechnicianPinChecked(
                random.nextBoolean() ? Optional.of("Chan") : Optional.empty(),
                any(StaffLevel.values()));
        case Effect.RunChecks _,
            Effect.MendEffect _,
            Effect.CalibrateEffect _,
            Effect.HandDoneEffect _,
            Effect.EndCheckRun _ ->
            new FlowEvent.ChecksMoved(random.nextBoolean() ? CheckTest.ENDED : CheckTest.RUNNING);
        case Effect.ReadFigures read -> new FlowEvent.FiguresRead(CheckTest.figures(read.month()));
        case Effect.SettingUp setup -> new FlowEvent.SetupTold(SetupTest.answer(setup, random));
        case Effect.MakeBundleEffect _ ->
            new FlowEvent.SupportBundleMade(
                random.nextBoolean() ? Optional.of("x") : Optional.empty());
        case Effect.ReadUntaken _ ->
            new FlowEvent.UntakenRead(List.of(new UntakenLoan(++entry, any(ITEMS))));
        case Effect.ReadUnarmed _,
            Effect.DropMark _,
            Effect.MarkLying _,
            Effect.MarkTaken _,
            Effect.ReadCounts _,
            Effect.BeginSession _,
            Effect.NotReleasedEffect _,
            Effect.MarkArmed _,
            Effect.LeftLyingEffect _,
            Effect.NotSecuredEffect _,
            Effect.AwaitParts _,
            Effect.ReportIncompleteSet _,
            Effect.AbortPayment _,
            Effect.EndSessionEffect _,
            Effect.WithdrawPrint _,
            Effect.Beep _,
            Effect.ScanJudged _,
            Effect.ToldFinding _,
            Effect.LightLamp _,
            Effect.LogStaff _ ->
            new FlowEvent.CountsRead(new StationFacts.JournalCounts(1, 0));
      };
    }

    private HoldOutcome holdOutcome(ItemId item) {
      return switch (random.nextInt(4)) {
        case 0 ->
            new HoldOutcome.Placed(item, Story.TITLE, false, OptionalInt.of(2), Optional.empty());
        case 1 -> new HoldOutcome.GivenUp();
        case 2 -> new HoldOutcome.HoldNotKnown();
        default -> new HoldOutcome.NotPlaced(Refusal.of(any(Refusal.RefusalReason.values())));
      };
    }

    private FlowEvent identified(long session, PatronId patron) {
      List<LoanOutcome.Lent> cut =
          random.nextInt(5) == 0 ? List.of(lent(any(ITEMS), SecurityBitRule.MAY_CLEAR)) : List.of();
      return switch (random.nextInt(6)) {
        case 0 -> new FlowEvent.Identified(session, Answer.NotSent.because("no line"), cut);
        case 1 ->
            new FlowEvent.Identified(
                session,
                new Answer.Refused<>(Refusal.of(any(Refusal.RefusalReason.values()))),
                List.of());
        case 2 ->
            new FlowEvent.Identified(
                session, new Answer.Accepted<>(Story.look(patron, false, Set.of())), List.of());
        default ->
            new FlowEvent.Identified(
                session, new Answer.Accepted<>(Story.look(patron, true, Set.of())), cut(cut));
      };
    }

    /// An unfinished loan may be read by its barcode, which nobody can tell from an untagged one.
    private List<LoanOutcome.Lent> cut(List<LoanOutcome.Lent> loans) {
      loans.forEach(loan -> untouched.add(loan.entry()));
      return loans;
    }

    private LoanOutcome.Lent lent(ItemId item, SecurityBitRule bit) {
      long number = ++entry;
      if (bit == SecurityBitRule.MAY_CLEAR && state.session().isEmpty()) {
        return new LoanOutcome.Lent(number, item, Story.TITLE, DueDate.of(Story.DUE), bit);
      }
      untouched.add(number);
      return new LoanOutcome.Lent(number, item, Story.TITLE, DueDate.of(Story.DUE), bit);
    }

    private LoanOutcome outcome(Effect.Lend lend) {
      return switch (random.nextInt(5)) {
        case 0 ->
            new LoanOutcome.NotLent(
                lend.item(),
                Optional.of(Story.TITLE),
                Refusal.of(any(Refusal.RefusalReason.values())),
                0,
                false);
        case 1 -> new LoanOutcome.AlreadyYours(lend.item(), Story.TITLE, Optional.empty());
        case 2 -> {
          given.add(++entry);
          owners.put(entry, lend.patron());
          if (!lend.tagged()) {
            untouched.add(entry);
          }
          yield new LoanOutcome.ToBeConfirmed(entry, lend.item(), Optional.empty(), Story.DUE);
        }
        default -> {
          given.add(++entry);
          owners.put(entry, lend.patron());
          SecurityBitRule bit =
              random.nextInt(8) > 0 ? SecurityBitRule.MAY_CLEAR : SecurityBitRule.KEEP;
          if (!lend.tagged() || bit == SecurityBitRule.KEEP) {
            untouched.add(entry);
          }
          yield new LoanOutcome.Lent(entry, lend.item(), Story.TITLE, DueDate.of(Story.DUE), bit);
        }
      };
    }

    private FlowEvent anything() {
      return switch (random.nextInt(12)) {
        case 0, 1, 2 -> {
          at = at.plusMillis(random.nextInt(20) == 0 ? 100_000 : 1 + random.nextInt(3_000));
          yield new FlowEvent.Tick(Story.time(at));
        }
        case 3 ->
            random.nextInt(4) > 0
                ? new FlowEvent.BarcodeRead(any(Place.values()), scan())
                : new FlowEvent.UnmatchedRead(
                    any(Place.values()), any(ITEMS), new PatronId("NO-RULE-7"));
        case 4, 5 ->
            new FlowEvent.TagArrived(
                random.nextInt(5) == 0 ? Place.DROP : Place.PAD,
                uid(),
                reading(),
                random.nextInt(12) == 0 ? any(SecurityBit.values()) : SecurityBit.ARMED);
        case 6 -> new FlowEvent.TagLeft(any(Place.values()), uid());
        case 7 -> rare();
        default ->
            random.nextInt(8) == 0
                ? new FlowEvent.PressedAtDrop(key())
                : new FlowEvent.Pressed(key());
      };
    }

    private FlowEvent rare() {
      return switch (random.nextInt(13)) {
        case 0 ->
            device(
                any(DeviceRole.values()),
                random.nextInt(4) == 0 ? any(DeviceCondition.values()) : DeviceCondition.READY);
        case 1, 6 ->
            new FlowEvent.JournalChanged(
                random.nextInt(12) == 0 ? any(JournalHealth.values()) : JournalHealth.GOOD,
                Optional.empty());
        case 2 -> new FlowEvent.LinkChanged(any(StationFacts.LinkState.values()));
        case 3 -> new FlowEvent.BinFilled(random.nextInt(101));
        case 4 -> drop();
        case 7 -> new FlowEvent.PlaceListed(any(Place.values()));
        case 5 -> new FlowEvent.PrintJobEnded(random.nextInt(50), Optional.empty());
        case 8 ->
            new FlowEvent.SuspensionTold(
                new Suspension(
                    random.nextBoolean()
                        ? Optional.of(new Suspension.Fines(Optional.empty()))
                        : Optional.empty(),
                    random.nextBoolean(),
                    random.nextBoolean()));
        case 9 -> new FlowEvent.CardLies(random.nextBoolean());
        case 10 -> new FlowEvent.NoCardRead(random.nextBoolean());
        case 11 -> new FlowEvent.CardUnreadable(Code.C27);
        default -> new FlowEvent.CardRead(any(PATRONS));
      };
    }

    private FlowEvent drop() {
      return switch (random.nextInt(5)) {
        case 0 ->
            random.nextBoolean()
                ? new FlowEvent.EyeSaw(random.nextBoolean())
                : new FlowEvent.ShadowEnded(Duration.ofMillis(random.nextInt(4000)));
        case 1 ->
            new FlowEvent.DropChanged(
                random.nextBoolean(), random.nextInt(4) > 0, random.nextInt(6) == 0);
        case 2 -> new FlowEvent.BinCounted(random.nextInt(90));
        default -> new FlowEvent.DropObjectPassed();
      };
    }

    private static FlowEvent device(DeviceRole role, DeviceCondition condition) {
      return new FlowEvent.DeviceChanged(DeviceLine.plain(role, role.name(), condition, "", ""));
    }

    private ScannedCode scan() {
      return switch (random.nextInt(8)) {
        case 0 -> new ScannedCode.Isbn("9789620000001");
        case 1 -> new ScannedCode.BadCheck("9999");
        case 2 -> new ScannedCode.UnknownCode("abcd");
        case 3, 4 -> new ScannedCode.Card(any(PATRONS));
        default -> new ScannedCode.ItemCode(any(ITEMS));
      };
    }

    private TagReading reading() {
      return switch (random.nextInt(10)) {
        case 0 -> new TagReading.BlankTag();
        case 1 -> new TagReading.ForeignTag();
        case 2 -> new TagReading.DamagedTag();
        case 3 -> new TagReading.CardTag(any(PATRONS));
        case 4 -> new TagReading.ItemTag(Story.OTHER, 2, 1 + random.nextInt(2));
        default -> new TagReading.ItemTag(any(ITEMS), 1, 1);
      };
    }

    private String uid() {
      return "E" + random.nextInt(6);
    }

    private Key key() {
      return switch (random.nextInt(37)) {
        case 36 -> new Key.ReserveIt(any(ITEMS));
        case 33, 34 -> new Key.Letter((char) ('A' + random.nextInt(26)));
        case 35 -> new Key.TypeNumber();
        case 30 -> new Key.CallStaff();
        case 31 -> new Key.ReadPrivacy();
        case 32 -> new Key.Leaf(any(Key.Leaf.LeafKind.values()));
        case 24 -> new Key.ShowCharges();
        case 25 -> new Key.ShowHolds();
        case 26 -> new Key.ShowLoans();
        case 27, 28 -> new Key.GiveUpHold(random.nextInt(2));
        case 29 -> new Key.Pay();
        case 0, 1 -> new Key.StartBorrow();
        case 2, 3 -> new Key.StartReturn();
        case 4 -> new Key.StartAccount();
        case 5, 6, 7 -> new Key.Digit(random.nextInt(10));
        case 8 -> new Key.Erase();
        case 9, 10, 11 -> new Key.Confirm();
        case 12 -> new Key.Leave();
        case 13 -> new Key.Stay();
        case 14, 15 -> new Key.ChooseReceipt(any(Key.ChooseReceipt.ReceiptForm.values()));
        case 16 -> new Key.SwitchLanguage(any(Language.values()));
        case 17 -> new Key.NextTextStep();
        case 18 -> new Key.Slow();
        case 19 -> new Key.RenewOne(any(ITEMS));
        case 20 -> new Key.RenewAll();
        case 21 -> new Key.NextPage();
        case 22 ->
            switch (random.nextInt(8)) {
              case 0, 1 -> new Key.ShowCharges();
              case 2, 3 -> new Key.Pay();
              case 4 -> new Key.TurnCharge(random.nextInt(2));
              case 5 -> new Key.TypeAmount();
              case 6 -> random.nextBoolean() ? new Key.PayAll() : new Key.StopPaying();
              default -> new Key.AllowLending();
            };
        default ->
            switch (random.nextInt(11)) {
              case 10 -> SetupTest.key(random);
              case 0, 1 -> new Key.Technician();
              case 2 -> new Key.OpenTasks();
              case 3 -> new Key.ChooseTask(TaskTest.REFUSED.entry());
              case 4 -> new Key.ShowCard();
              case 5 -> new Key.CloseTask(any(TaskReason.values()));
              case 6 ->
                  switch (random.nextInt(8)) {
                    case 0 -> new Key.OpenChecks();
                    case 1 -> new Key.StopChecks();
                    case 2 -> new Key.NextFinding();
                    case 3 -> new Key.Mend("pad", "E15");
                    case 4 ->
                        random.nextBoolean()
                            ? new Key.CheckAgain("pad")
                            : random.nextBoolean() ? new Key.Calibrate("bin") : new Key.HandDone();
                    case 5 ->
                        random.nextBoolean()
                            ? new Key.OpenHealth()
                            : new Key.OpenCashUp(random.nextInt(Key.OpenCashUp.MOST));
                    case 6 -> random.nextBoolean() ? new Key.OtherSpan() : new Key.MakeBundle();
                    default -> random.nextBoolean() ? new Key.PrintTasks() : new Key.EmptyBin();
                  };
              case 8 ->
                  random.nextBoolean() ? new Key.AsSeen() : new Key.HowMany(1 + random.nextInt(4));
              case 7 -> random.nextBoolean() ? new Key.ReceiptTitles() : new Key.NextCard();
              default -> new Key.PrintTest();
            };
      };
    }

    private <T> T any(T[] values) {
      return values[random.nextInt(values.length)];
    }

    private <T> T any(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }
  }
}
