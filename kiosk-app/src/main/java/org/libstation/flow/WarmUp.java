package org.libstation.flow;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongFunction;
import org.libstation.circulation.Answer;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.TagReading;

/// Plays an invisible visit, because a screen that was drawn once draws at once when a person
/// comes.
///
/// The real flow runs with a card and items that no library has. Its effects are not carried out.
public final class WarmUp {
  private static final PatronId NOBODY = new PatronId("00000000000000");
  private static final String TITLE = "香港圖書館 · 图书馆 · The Library";
  private static final Duration STILL = Duration.ofSeconds(2);
  private static final int ITEMS = 3;

  /// Several rounds, because the Java virtual machine compiles only code that runs repeatedly.
  private static final int ROUNDS = 3;

  private static final int PIN_DIGITS = 4;

  private final Flow flow;
  private final List<FlowState> states = new ArrayList<>();
  private FlowState state;

  private WarmUp(Flow flow, EventTime now) {
    this.flow = flow;
    this.state = FlowState.initial(flow.settings(), now);
  }

  /// Returns the states that a visit shows, one language after the other; empty for a drop alone.
  ///
  /// @param now the time that the screens show
  public static List<FlowState> of(FlowSettings settings, EventTime now) {
    if (settings.role() == StationFacts.StationRole.BOOK_DROP) {
      return List.of();
    }
    WarmUp warmUp = new WarmUp(new Flow(settings, _ -> ""), now);
    warmUp.open();
    for (int round = 0; round < ROUNDS; round++) {
      for (Language language : Language.values()) {
        warmUp.visit(language);
      }
    }
    return List.copyOf(warmUp.states);
  }

  private void open() {
    for (DeviceRole role : List.of(DeviceRole.PAD, DeviceRole.SCANNER, DeviceRole.PRINTER)) {
      tell(
          new FlowEvent.DeviceChanged(
              DeviceLine.plain(role, role.name(), DeviceCondition.READY, "", "")));
    }
    tell(new FlowEvent.PlaceListed(Place.PAD));
    tell(new FlowEvent.LinkChanged(StationFacts.LinkState.ONLINE));
  }

  private void visit(Language language) {
    show(new FlowEvent.Pressed(new Key.SwitchLanguage(language)));
    show(new FlowEvent.Pressed(new Key.CallStaff()));
    tell(new FlowEvent.Pressed(new Key.Stay()));
    show(new FlowEvent.Pressed(new Key.StartBorrow()));
    show(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.Card(NOBODY)));
    for (int digit = 0; digit < PIN_DIGITS; digit++) {
      tell(new FlowEvent.Pressed(new Key.Digit(digit)));
    }
    show(new FlowEvent.Pressed(new Key.Confirm()));
    known();
    for (int item = 1; item <= ITEMS; item++) {
      lent(item);
    }
    show(new FlowEvent.Pressed(new Key.StartReturn()));
    show(new FlowEvent.Pressed(new Key.Confirm()));
    show(new FlowEvent.Pressed(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.NONE)));
    tell(new FlowEvent.Pressed(new Key.Confirm()));
  }

  private void known() {
    PatronLook look =
        new PatronLook(
            NOBODY,
            true,
            Optional.of(true),
            Set.of(),
            OptionalInt.of(0),
            OptionalInt.of(0),
            OptionalInt.of(ITEMS),
            0,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty());
    session(number -> new FlowEvent.Identified(number, new Answer.Accepted<>(look), List.of()));
  }

  private void lent(int number) {
    ItemId item = new ItemId("0000000000000" + number);
    String uid = "WARMUP" + number;
    LocalDateTime due = state.now().corrected().toLocalDateTime();
    show(
        new FlowEvent.TagArrived(
            Place.PAD, uid, new TagReading.ItemTag(item, 1, 1), SecurityBit.ARMED));
    // The items must lie still and be seen again before the flow asks for the loan.
    tell(new FlowEvent.Tick(later()));
    tell(new FlowEvent.PlaceListed(Place.PAD));
    session(
        visit ->
            new FlowEvent.LendAnswered(
                visit,
                number == ITEMS
                    ? new LoanOutcome.ToBeConfirmed(number, item, Optional.of(TITLE), due)
                    : new LoanOutcome.Lent(
                        number, item, TITLE, DueDate.of(due), SecurityBitRule.MAY_CLEAR)));
    tell(new FlowEvent.TagCleared(number, uid, TagResult.DONE));
    show(new FlowEvent.ReleasedWritten(number));
    tell(new FlowEvent.TagLeft(Place.PAD, uid));
  }

  private EventTime later() {
    EventTime now = state.now();
    return now.with(c -> c.wall(now.wall().plus(STILL)).monotonic(now.monotonic().plus(STILL)));
  }

  private void session(LongFunction<FlowEvent> event) {
    state.session().ifPresent(open -> show(event.apply(open.number())));
  }

  private void show(FlowEvent event) {
    tell(event);
    states.add(state);
  }

  private void tell(FlowEvent event) {
    state = flow.step(state, event).state();
  }
}
