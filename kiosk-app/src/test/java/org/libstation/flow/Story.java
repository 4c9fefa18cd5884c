package org.libstation.flow;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CentralWords;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.Looks;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.CardDigest;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.Step;
import org.libstation.flow.state.TagReading;
import org.libstation.lab.measure.UsualFlow;

/// Tells events to a flow one after the other and remembers what it wanted done.
final class Story {
  /// Tells cards apart and does not hold them.
  static final CardDigest DIGEST = patron -> "#" + patron.key().hashCode();

  static final PatronId ANNA = new PatronId("29999000001234");
  static final PatronId BEN = new PatronId("29999000005678");
  static final ItemId BOOK = new ItemId("39999000001111");
  static final ItemId OTHER = new ItemId("39999000002222");
  static final LocalDateTime DUE = LocalDateTime.of(2026, 12, 8, 23, 59);
  static final String TITLE = "The Secret Life of Harbours";

  final Flow flow;
  FlowState state;
  final List<Effect> effects = new ArrayList<>();

  /// Before each event; what it throws keeps the event from the machine.
  Runnable before = () -> {};

  /// The pad's reader does not answer, and nobody knows it yet.
  private boolean silent;

  private Duration at = Duration.ofHours(1);

  Story(FlowSettings settings) {
    this(settings, List.of(DeviceRole.values()));
  }

  private Story(FlowSettings settings, List<DeviceRole> there) {
    flow = new Flow(settings, DIGEST);
    state = FlowState.initial(settings, time(at));
    List<DeviceRole> usual =
        List.of(DeviceRole.PAD, DeviceRole.SCANNER, DeviceRole.PRINTER, DeviceRole.DROP);
    for (DeviceRole role : usual.stream().filter(there::contains).toList()) {
      tell(
          new FlowEvent.DeviceChanged(
              DeviceLine.plain(role, role.name(), DeviceCondition.READY, "", "")));
    }
    tell(new FlowEvent.PlaceListed(Place.PAD));
    tell(new FlowEvent.LinkChanged(StationFacts.LinkState.ONLINE));
    effects.clear();
  }

  static Story usual() {
    return new Story(UsualFlow.settings());
  }

  static Story without(DeviceRole role) {
    List<DeviceRole> there = new ArrayList<>(List.of(DeviceRole.values()));
    there.remove(role);
    return new Story(UsualFlow.settings(), there);
  }

  static EventTime time(Duration at) {
    OffsetDateTime wall = OffsetDateTime.of(2026, 11, 24, 10, 0, 0, 0, ZoneOffset.ofHours(8));
    return new EventTime(wall.plus(at), "boot", at, Optional.empty(), false);
  }

  Story tell(FlowEvent event) {
    before.run();
    Step step = flow.step(state, event);
    state = step.state();
    effects.addAll(step.effects());
    boolean asked = step.effects().stream().anyMatch(Effect.LookAnew.class::isInstance);
    boolean listed = event instanceof FlowEvent.PlaceListed;
    return asked && !listed && !silent && state.padListed() ? listed() : this;
  }

  /// The pad's reader falls silent: what is asked of it is not answered until it was lost and came
  /// back.
  Story silent() {
    silent = true;
    return this;
  }

  /// The program started anew with a pad that has not said yet what lies on it.
  Story restarted() {
    state = FlowState.initial(flow.settings(), time(at));
    tell(
        new FlowEvent.DeviceChanged(
            DeviceLine.plain(DeviceRole.SCANNER, "scanner", DeviceCondition.READY, "", "")));
    return pad(DeviceCondition.READY);
  }

  Story pad(DeviceCondition condition) {
    silent = false;
    return tell(
        new FlowEvent.DeviceChanged(
            DeviceLine.plain(DeviceRole.PAD, DeviceRole.PAD.name(), condition, "", "")));
  }

  Story listed() {
    return tell(new FlowEvent.PlaceListed(Place.PAD));
  }

  Story press(Key key) {
    return tell(new FlowEvent.Pressed(key));
  }

  Story waitFor(Duration time) {
    Duration end = at.plus(time);
    while (at.compareTo(end) < 0) {
      Duration left = end.minus(at);
      Duration second = Duration.ofSeconds(1);
      at = at.plus(left.compareTo(second) < 0 ? left : second);
      tell(new FlowEvent.Tick(time(at)));
    }
    return this;
  }

  Story seconds(long seconds) {
    return waitFor(Duration.ofSeconds(seconds));
  }

  Story pin(String digits) {
    digits.chars().forEach(digit -> press(new Key.Digit(digit - '0')));
    return press(new Key.Confirm());
  }

  Story card(PatronId patron) {
    return tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.Card(patron)));
  }

  Story scan(ItemId item) {
    return tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.ItemCode(item)));
  }

  Story tag(String uid, ItemId item) {
    return tag(uid, new TagReading.ItemTag(item, 1, 1), SecurityBit.ARMED);
  }

  Story tag(String uid, TagReading reading, SecurityBit security) {
    return tell(new FlowEvent.TagArrived(Place.PAD, uid, reading, security));
  }

  Story lift(String uid) {
    return tell(new FlowEvent.TagLeft(Place.PAD, uid));
  }

  Story identified(Answer<PatronLook> look, List<LoanOutcome.Lent> unfinished) {
    return tell(new FlowEvent.Identified(sessionNumber(), look, unfinished));
  }

  Story known(PatronId patron) {
    return identified(new Answer.Accepted<>(look(patron, true, Set.of())), List.of());
  }

  /// A person with a card and a right PIN stands at the borrow screen.
  Story borrowing(PatronId patron) {
    return card(patron).pin("1234").known(patron);
  }

  Story lent(ItemId item, long entry) {
    return tell(
        new FlowEvent.LendAnswered(
            sessionNumber(),
            new LoanOutcome.Lent(entry, item, TITLE, DueDate.of(DUE), SecurityBitRule.MAY_CLEAR)));
  }

  Story cleared(long entry, String uid, TagResult result) {
    return tell(new FlowEvent.TagCleared(entry, uid, result));
  }

  Story released(long entry) {
    return tell(new FlowEvent.ReleasedWritten(entry));
  }

  long sessionNumber() {
    return state.session().orElseThrow().number();
  }

  BorrowRow row(ItemId item) {
    return state.session().orElseThrow().borrows().stream()
        .filter(row -> row.item().filter(item::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  BorrowRow onlyRow() {
    List<BorrowRow> rows = state.session().orElseThrow().borrows();
    if (rows.size() != 1) {
      throw new AssertionError("rows: " + rows);
    }
    return rows.getFirst();
  }

  ReturnRow onlyReturn() {
    List<ReturnRow> rows = state.session().orElseThrow().returns();
    if (rows.size() != 1) {
      throw new AssertionError("rows: " + rows);
    }
    return rows.getFirst();
  }

  <T extends Effect> List<T> did(Class<T> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <T extends Effect> T didOnce(Class<T> kind) {
    List<T> all = did(kind);
    if (all.size() != 1) {
      throw new AssertionError(kind.getSimpleName() + ": " + all);
    }
    return all.getFirst();
  }

  static PatronLook look(PatronId patron, boolean pinRight, Set<PatronBlock> blocks) {
    return Looks.patron(patron)
        .with(
            c ->
                c.pinRight(pinRight)
                    .blocks(blocks)
                    .chargedCount(1)
                    .overdueCount(0)
                    .chargedLimit(10)
                    .holdsReady(1)
                    .owed(Money.of(1050, "HKD")));
  }

  /// Owes what [#look] says, has one hold ready and one that waits.
  static PatronAccount account(PatronId patron) {
    return new PatronAccount(
        look(patron, true, Set.of()),
        List.of(
            new ChargeLine(
                Optional.of("1"),
                ChargeLine.ChargeReason.OVERDUE,
                "overdue",
                Optional.of(Money.of(1050, "HKD")),
                Optional.of(BOOK),
                Optional.of(TITLE))),
        List.of(
            new HoldLine(
                Optional.of(OTHER),
                "Ready one",
                true,
                Optional.of(DueDate.of(DUE)),
                Optional.empty()),
            new HoldLine(Optional.of(BOOK), TITLE, false, Optional.empty(), Optional.empty())),
        Set.of(),
        List.of(CentralWords.ofRule("A word for you")));
  }

  static ItemLook look(ItemId item) {
    return Looks.item(item).withTitle(TITLE);
  }
}
