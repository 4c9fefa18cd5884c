package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libstation.barcode.Classifier;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.HoldOutcome;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.LoanLine;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.Looks;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payer;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentRequest;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.UnarmedReturn;
import org.libstation.circulation.UntakenLoan;
import org.libstation.device.BarcodeReader;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.LyingTag;
import org.libstation.device.PrintOutcome;
import org.libstation.device.Receipt;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagReader;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.flow.Flow;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.ScanReport;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.journal.DiskState;
import org.libstation.journal.JournalException;
import org.libstation.lab.measure.UsualFlow;
import org.libstation.lab.rig.FlowRig;
import org.libstation.paper.ShippedLayout;
import org.libstation.sync.Desk;
import org.libstation.sync.DropDesk;
import org.libstation.tag.TagContent;
import org.libstation.tag.TagOwners;

/// Device events in, desk and devices asked, on one thread.
class RunTest {
  private static final String CARD = "29999000012344";
  private static final String ITEM = "39999000023455";
  private static final TagUid UID = new TagUid("E004010000000001");

  private final ManualStationClock clock =
      new ManualStationClock(
          OffsetDateTime.parse("2026-11-24T11:00:00+08:00"), Duration.ofHours(1));
  private final FakeDesk desk = new FakeDesk();
  private final FakePad pad = new FakePad();
  private FineExplainer.ExplainedReturn told = FineExplainer.ExplainedReturn.NOTHING;
  private final FakePrinter printer = new FakePrinter();
  private final FakeScanner scanner = new FakeScanner();
  private boolean deskAsks;
  private final FlowRig rig =
      new FlowRig(
              Map.of(
                  "pad", DeviceRole.PAD,
                  "scanner", DeviceRole.SCANNER,
                  "drop", DeviceRole.DROP_READER,
                  "printer", DeviceRole.PRINTER))
          .threads(this::atDesk, Runnable::run);
  private final DeviceListener bridge = rig.bridge();
  private final FlowLoop loop =
      rig.loop(
          UsualFlow.settings(),
          clock,
          rig.runner(
              desk,
              List.of(pad, scanner, printer),
              ShippedLayout.receipts(StationBanner.DEMO),
              (_, _) -> told),
          _ -> {});

  /// While it asks about something else, what comes waits, and here for ever.
  private void atDesk(Runnable task) {
    if (!deskAsks) {
      task.run();
    }
  }

  @BeforeEach
  void devices_are_ready() {
    rig.name(List.of(pad, scanner, printer));
    bridge.on(new DeviceEvent.FieldListed("pad"));
    loop.drain();
    assertThat(loop.state().screen()).isEqualTo(Screen.Welcome.untouched());
  }

  /// The account is asked for before the terminal is, which may take long.
  @Test
  void who_stops_before_the_terminal_is_asked_has_stopped_and_the_next_payment_has_not() {
    List<Runnable> waiting = new ArrayList<>();
    EffectRunner runner =
        new FlowRig(Map.of())
            .threads(waiting::add, Runnable::run)
            .runner(desk, List.of(), ShippedLayout.receipts(StationBanner.DEMO), (_, _) -> told);
    Effect.PayEffect pay =
        new Effect.PayEffect(
            1, new PatronId(CARD), Optional.empty(), PaymentRequest.all(Money.of(1250, "HKD")));

    runner.accept(pay);
    runner.accept(new Effect.AbortPayment());
    waiting.removeFirst().run();
    runner.accept(pay);
    waiting.removeFirst().run();

    assertThat(desk.calls).containsExactly("pay, stopped", "pay");
  }

  @Test
  void a_tag_is_lent_cleared_and_released_in_this_order() {
    card();
    tag();
    wait(Duration.ofSeconds(2));
    assertThat(desk.calls).containsSubsequence("identify", "lookAhead", "lend");
    assertThat(pad.asked).containsExactly(TagSecurity.CLEARED);
    assertThat(desk.calls).doesNotContain("released 7");

    bridge.on(
        new DeviceEvent.SecuritySet("pad", pad.command, UID, new TagOutcome.TagWriteVerified()));
    loop.drain();
    assertThat(desk.calls).contains("released 7");
  }

  @Test
  void the_pad_is_asked_to_look_before_a_row_is_asked_about_and_its_list_is_the_answer() {
    card();
    tag();
    clock.advance(Duration.ofSeconds(2));
    loop.tick();
    assertThat(pad.looks).isEqualTo(1);
    assertThat(desk.calls).doesNotContain("lend");
    bridge.on(new DeviceEvent.FieldListed("pad"));
    loop.drain();
    assertThat(desk.calls).contains("lend");
  }

  @Test
  void released_is_written_while_the_desk_still_asks_about_the_rest_of_the_stack() {
    card();
    tag();
    wait(Duration.ofSeconds(2));
    deskAsks = true;
    bridge.on(
        new DeviceEvent.SecuritySet("pad", pad.command, UID, new TagOutcome.TagWriteVerified()));
    loop.drain();
    assertThat(desk.calls).contains("released 7");
    assertThat(loop.state().session().orElseThrow().borrows().getFirst().state())
        .isInstanceOf(BorrowRow.BorrowRowState.Borrowed.class);
  }

  @Test
  void a_reader_that_takes_no_command_is_told_as_no_reader() {
    pad.takes = false;
    card();
    tag();
    wait(Duration.ofSeconds(2));
    assertThat(loop.state().session().orElseThrow().borrows().getFirst().state().toString())
        .contains("T13");
  }

  @Test
  void a_journal_that_cannot_be_written_closes_the_station() {
    card();
    desk.broken = true;
    bridge.on(new DeviceEvent.BarcodeScanned("scanner", ITEM, Optional.empty()));
    loop.drain();
    assertThat(loop.state().screen()).isEqualTo(new Screen.OutOfService(Code.K21, false));
  }

  @Test
  void a_dropped_item_is_taken_back_with_the_moment_it_was_seen() {
    EventTime then = clock.now();
    bridge.on(
        new DeviceEvent.TagArrived(
            "drop",
            UID,
            0xC2,
            6,
            new TagContent.Item(ITEM, Optional.empty(), 1, 1),
            TagSecurity.CLEARED));
    loop.drain();
    assertThat(desk.calls).containsSubsequence("received DROPPED " + then.wall(), "settle 9");
  }

  @Test
  void a_fine_that_differs_is_told_to_staff_after_the_patron() {
    told =
        new FineExplainer.ExplainedReturn(
            Optional.empty(), Optional.of(TaskNote.text("12.00, not 9.00")));
    press(new Key.StartReturn());
    tag();
    assertThat(desk.calls).containsSubsequence("settle 9", "finding 9 12.00, not 9.00");
  }

  @Test
  void the_scanner_says_with_its_own_voice_whether_a_scan_was_taken() {
    card();
    assertThat(scanner.judged).containsExactly(true);
    for (String code : List.of("9787111020998", "39999000023456", "HELLO")) {
      bridge.on(new DeviceEvent.BarcodeScanned("scanner", code, Optional.empty()));
      loop.drain();
    }
    assertThat(scanner.judged).containsExactly(true, false, false, false);
    bridge.on(new DeviceEvent.BarcodeScanned("scanner", ITEM, Optional.empty()));
    loop.drain();
    assertThat(scanner.judged).endsWith(true);
  }

  @Test
  void the_scanner_reads_while_something_is_to_be_scanned_and_is_told_each_change_once() {
    ScannerDuty duty = new ScannerDuty(List.of(scanner));
    duty.accept(loop.state());
    duty.accept(loop.state());
    desk.broken = true;
    card();
    bridge.on(new DeviceEvent.BarcodeScanned("scanner", ITEM, Optional.empty()));
    loop.drain();
    assertThat(loop.state().screen()).isInstanceOf(Screen.OutOfService.class);
    duty.accept(loop.state());
    assertThat(scanner.told).containsExactly(true, false);
  }

  @Test
  void a_test_scan_is_explained_on_the_technicians_screen_and_hides_a_card() {
    ScanJudge judge = new ScanJudge(Classifier.usual(), false);
    DeviceEvent.ScanSeen item =
        new DeviceEvent.ScanSeen("scanner", "5D 46 30", Optional.of("F0"), ITEM, Optional.empty());
    assertThat(judge.explain(DeviceRole.SCANNER, item))
        .isEqualTo(
            new ScanReport(
                "scanner",
                "5D 46 30",
                Optional.of("F0"),
                Optional.of("Codabar"),
                ITEM,
                ScanReport.ScanJudgement.ITEM,
                OptionalInt.of(1),
                Optional.empty()));
    bridge.on(item);
    loop.drain();
    assertThat(loop.state().toString()).as("only on the technician's screen").doesNotContain(ITEM);
    ScanReport card =
        judge.explain(
            DeviceRole.SCANNER,
            new DeviceEvent.ScanSeen("scanner", "32 0D", Optional.empty(), CARD, Optional.empty()));
    assertThat(card.judged()).isEqualTo(ScanReport.ScanJudgement.CARD);
    assertThat(card.masked().toString()).doesNotContain(CARD).doesNotContain("32 0D");
    assertThat(
            judge
                .explain(
                    DeviceRole.SCANNER,
                    new DeviceEvent.ScanSeen(
                        "scanner", "B3", Optional.empty(), "", Optional.of("unprintable")))
                .judged())
        .isEqualTo(ScanReport.ScanJudgement.NOT_DELIVERED);
  }

  @Test
  void where_the_site_says_so_the_screen_decides_what_an_unknown_code_is() {
    DeviceBridge lenient =
        new DeviceBridge(
            Map.of("scanner", DeviceRole.SCANNER, "cards", DeviceRole.CARD_READER),
            new ScanJudge(Classifier.usual(), true),
            new TagCommands(),
            loop::offer,
            loop::answer,
            TagOwners.ANY);
    lenient.on(new DeviceEvent.BarcodeScanned("scanner", "OLD-CARD-1", Optional.empty()));
    loop.drain();
    press(new Key.Digit(1));
    press(new Key.Confirm());
    assertThat(loop.state().screen()).isInstanceOf(Screen.Borrow.class);
    lenient.on(new DeviceEvent.BarcodeScanned("scanner", "OLD-BOOK-1", Optional.empty()));
    loop.drain();
    assertThat(desk.calls).contains("lend");
    assertThat(loop.state().session().orElseThrow().borrows())
        .singleElement()
        .satisfies(row -> assertThat(row.toString()).contains("OLD-BOOK-1"));
  }

  @Test
  void a_receipt_names_nobody_and_its_end_ends_the_visit() {
    card();
    bridge.on(new DeviceEvent.BarcodeScanned("scanner", ITEM, Optional.empty()));
    loop.drain();
    press(new Key.Confirm());
    press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.PLAIN));
    String paper = printer.printed.getFirst().toString();
    assertThat(paper).contains("3455").doesNotContain(CARD).doesNotContain("Harbour");
    bridge.on(new DeviceEvent.PrintEnded("printer", printer.job, new PrintOutcome.Confirmed()));
    loop.drain();
    assertThat(loop.state().screen()).isInstanceOf(Screen.Done.class);
    assertThat(desk.calls).contains("endSession");
  }

  @Test
  void too_many_keys_are_not_taken_and_answers_always_are() {
    int taken = 0;
    while (loop.offer(new FlowEvent.DropObjectPassed())) {
      taken++;
    }
    assertThat(taken).isEqualTo(FlowLoop.MOST_WAITING);
    loop.answer(new FlowEvent.DropObjectPassed());
    assertThat(loop.drain()).isEqualTo(FlowLoop.MOST_WAITING + 1);
  }

  @Test
  void a_flood_of_readings_leaves_room_for_keys_and_is_counted() {
    for (int i = 0; i < 5_000; i++) {
      boolean _ = loop.offerReading(new FlowEvent.DropObjectPassed());
    }
    assertThat(loop.dropped()).isEqualTo(5_000 - FlowLoop.MOST_READINGS);
    assertThat(loop.offer(new FlowEvent.Pressed(new Key.Confirm()))).isTrue();
    assertThat(loop.drain()).isEqualTo(FlowLoop.MOST_READINGS + 1);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void the_screen_is_drawn_and_a_key_is_taken_while_readings_never_end() throws Exception {
    AtomicInteger drawn = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    FlowLoop busy =
        new FlowLoop(
            new Flow(UsualFlow.settings(), PatronId::masked),
            clock,
            _ -> {},
            _ -> drawn.incrementAndGet());
    Thread flood =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (!over.get()) {
                    boolean _ = busy.offerReading(new FlowEvent.DropObjectPassed());
                  }
                });
    busy.start();
    Awaitility.await().until(() -> busy.dropped() > 0);
    int before = drawn.get();
    assertThat(busy.offer(new FlowEvent.Pressed(new Key.Confirm()))).isTrue();
    Awaitility.await().until(() -> drawn.get() > before + 2);
    over.set(true);
    flood.join();
    busy.close();
  }

  @Test
  void the_watch_tells_changes_once() {
    List<FlowEvent> told = new ArrayList<>();
    boolean[] up = {true};
    StationWatch watch =
        new StationWatch(
            () -> up[0],
            () -> DiskState.ROOMY,
            () -> JournalHealth.GOOD,
            Optional::empty,
            told::add);
    watch.look();
    watch.look();
    up[0] = false;
    watch.look();
    assertThat(told).hasSize(2);
  }

  @Test
  void room_on_the_disk_again_does_not_mend_a_journal_that_was_set_aside() {
    List<FlowEvent> told = new ArrayList<>();
    DiskState[] disk = {DiskState.ROOMY};
    StationWatch watch =
        new StationWatch(
            () -> true, () -> disk[0], () -> JournalHealth.SET_ASIDE, Optional::empty, told::add);
    watch.look();
    disk[0] = DiskState.BALLAST_USED;
    watch.look();
    disk[0] = DiskState.ROOMY;
    watch.look();
    assertThat(told)
        .endsWith(
            new FlowEvent.JournalChanged(JournalHealth.NEARLY_FULL, Optional.empty()),
            new FlowEvent.JournalChanged(JournalHealth.SET_ASIDE, Optional.empty()));
  }

  @Test
  void the_test_page_wears_the_banner_in_every_language() {
    for (Language language : Language.values()) {
      Receipt page = ShippedLayout.receipts(StationBanner.DEMO).test(language, ReceiptSamples.AT);
      assertThat(page.language()).isEqualTo(language.tag());
      assertThat(page.lines().getFirst()).isEqualTo(page.lines().getLast());
    }
  }

  private void card() {
    bridge.on(new DeviceEvent.BarcodeScanned("scanner", CARD, Optional.empty()));
    loop.drain();
    press(new Key.Digit(1));
    press(new Key.Confirm());
    assertThat(loop.state().screen()).isInstanceOf(Screen.Borrow.class);
  }

  private void tag() {
    bridge.on(
        new DeviceEvent.TagArrived(
            "pad",
            UID,
            7,
            6,
            new TagContent.Item(ITEM, Optional.empty(), 1, 1),
            TagSecurity.ARMED));
    loop.drain();
  }

  private void press(Key key) {
    loop.offer(new FlowEvent.Pressed(key));
    loop.drain();
  }

  private void wait(Duration time) {
    clock.advance(time);
    loop.tick();
    if (pad.looks > 0) {
      pad.looks = 0;
      bridge.on(new DeviceEvent.FieldListed("pad"));
    }
    loop.drain();
  }

  private static final class FakePad implements TagReader {
    private final List<TagSecurity> asked = new ArrayList<>();
    private long command;
    private boolean takes = true;
    private int looks;

    @Override
    public boolean setSecurity(long number, TagUid uid, TagSecurity to) {
      command = number;
      asked.add(to);
      return takes;
    }

    @Override
    public void lookAnew() {
      looks++;
    }

    @Override
    public boolean rewrite(long number, TagUid uid, TagContent.Item to) {
      return takes;
    }

    @Override
    public boolean readSecurity(long number, TagUid uid) {
      return takes;
    }

    @Override
    public List<LyingTag> lying() {
      return List.of();
    }

    @Override
    public boolean write(long number, TagUid uid, int dsfid, byte[] bytes) {
      return takes;
    }

    @Override
    public String name() {
      return "pad";
    }

    @Override
    public DeviceHealth health() {
      return new DeviceHealth.Ready(Instant.EPOCH, List.of(), Instant.EPOCH);
    }

    @Override
    public void step() {}

    @Override
    public void close() {}
  }

  private static final class FakeScanner implements BarcodeReader {
    private final List<Boolean> told = new ArrayList<>();
    private final List<Boolean> judged = new ArrayList<>();

    @Override
    public void reading(boolean wanted) {
      told.add(wanted);
    }

    @Override
    public boolean judged(boolean good) {
      return judged.add(good);
    }

    @Override
    public String name() {
      return "scanner";
    }

    @Override
    public DeviceHealth health() {
      return new DeviceHealth.Ready(Instant.EPOCH, List.of(), Instant.EPOCH);
    }

    @Override
    public void step() {}

    @Override
    public void close() {}
  }

  private static final class FakePrinter implements ReceiptPrinter {
    private final List<Receipt> printed = new ArrayList<>();
    private final List<Long> withdrawn = new ArrayList<>();
    private long job;

    @Override
    public boolean print(long number, Receipt receipt) {
      job = number;
      return printed.add(receipt);
    }

    @Override
    public void withdraw(long number) {
      withdrawn.add(number);
    }

    @Override
    public String name() {
      return "printer";
    }

    @Override
    public DeviceHealth health() {
      return new DeviceHealth.Ready(Instant.EPOCH, List.of(), Instant.EPOCH);
    }

    @Override
    public void step() {}

    @Override
    public void close() {}
  }

  private static final class FakeDesk implements Desk {
    @Override
    public DropDesk drop() {
      throw new UnsupportedOperationException("no drop here");
    }

    private final List<String> calls = new ArrayList<>();
    private boolean broken;

    @Override
    public Answer<PatronLook> identify(PatronId patron, Optional<Pin> pin) {
      calls.add("identify");
      return new Answer.Accepted<>(Looks.patron(patron).withPinRight(Optional.of(true)));
    }

    @Override
    public List<LoanOutcome.Lent> unfinished(PatronId patron) {
      return List.of();
    }

    @Override
    public Optional<ItemLook> lookAhead(ItemId item) {
      calls.add("lookAhead");
      return Optional.empty();
    }

    @Override
    public void beginSession() {
      calls.add("beginSession");
    }

    @Override
    public LoanOutcome lend(ItemId item, PatronId patron, Optional<Pin> pin, boolean tagged) {
      calls.add("lend");
      if (broken) {
        throw new JournalException(JournalException.FaultKind.DISK, "planted");
      }
      DueDate due = DueDate.of(LocalDateTime.of(2026, 12, 8, 23, 59));
      return new LoanOutcome.Lent(7, item, "Harbours", due, SecurityBitRule.MAY_CLEAR);
    }

    @Override
    public void released(long entry) {
      calls.add("released " + entry);
    }

    @Override
    public void notReleased(long entry, TaskNote reason) {
      calls.add("notReleased " + entry);
    }

    @Override
    public void lies(long entry) {
      calls.add("lies " + entry);
    }

    @Override
    public void taken(List<Long> entries) {
      calls.add("taken " + entries);
    }

    @Override
    public List<UntakenLoan> untaken() {
      return List.of();
    }

    @Override
    public void leftLying(long entry, TaskNote reason) {
      calls.add("leftLying " + entry);
    }

    @Override
    public long received(
        ItemId item, EventTime handedOver, How how, boolean tagged, Optional<TaskNote> missing) {
      calls.add("received " + how + " " + handedOver.wall());
      return 9;
    }

    @Override
    public List<UnarmedReturn> unarmed() {
      return List.of();
    }

    @Override
    public void armed(long entry) {
      calls.add("armed " + entry);
    }

    @Override
    public void notSecured(long entry, TaskNote reason) {
      calls.add("notSecured " + entry);
    }

    @Override
    public void awaitsParts(long entry, Optional<TaskNote> missing) {
      calls.add("awaitsParts " + entry + " " + TaskNote.asWritten(missing.stream().toList()));
    }

    @Override
    public void tellAwaitedParts() {
      calls.add("tellAwaitedParts");
    }

    @Override
    public void setIncomplete(long entry, TaskNote what) {
      calls.add("setIncomplete " + entry + " " + TaskNote.asWritten(List.of(what)));
    }

    @Override
    public ReturnOutcome settleReturn(long entry) {
      calls.add("settle " + entry);
      return new ReturnOutcome.Recorded(
          entry,
          new ItemId(ITEM),
          Optional.empty(),
          Optional.empty(),
          ReturnOutcome.LentTo.NOT_KNOWN);
    }

    @Override
    public void fineTold(long entry, FineTold told) {
      calls.add("fine told " + entry + " " + told.sum());
    }

    @Override
    public void finding(long entry, TaskNote what) {
      calls.add("finding " + entry + " " + TaskNote.asWritten(List.of(what)));
    }

    @Override
    public ItemStanding standing(ItemId item) {
      calls.add("standing " + item);
      return new ItemStanding(ItemStanding.Where.IN_STOCK, ItemStanding.Source.CENTRAL, "Harbours");
    }

    @Override
    public Answer<List<LoanLine>> loans(PatronId patron, Optional<Pin> pin, ListProgress progress) {
      return new Answer.Accepted<>(List.of());
    }

    @Override
    public Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin) {
      return Answer.NotSent.because("nobody there");
    }

    @Override
    public HoldOutcome placeHold(ItemId item, PatronId patron, Optional<Pin> pin) {
      return new HoldOutcome.HoldNotKnown();
    }

    @Override
    public HoldOutcome cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin) {
      return new HoldOutcome.GivenUp();
    }

    @Override
    public Answer<PatronLook> owes(PatronId patron, Optional<Pin> pin) {
      return Answer.NotSent.because("nobody asks");
    }

    @Override
    public boolean hasOpenPayment(PatronId patron) {
      return false;
    }

    @Override
    public PaymentOutcome pay(
        PatronId patron, Optional<Pin> pin, PaymentRequest wish, Payer payer) {
      calls.add(payer.stops() ? "pay, stopped" : "pay");
      return new PaymentOutcome.NotPaid(PaymentOutcome.NonPaymentReason.TERMINAL_NOT_READY);
    }

    @Override
    public RenewOutcome renew(ItemId item, PatronId patron, Optional<Pin> pin) {
      return new RenewOutcome.NotRenewed(
          item, Optional.empty(), Refusal.of(Refusal.RefusalReason.OTHER));
    }

    @Override
    public void endSession(PatronId patron) {
      calls.add("endSession");
    }
  }
}
