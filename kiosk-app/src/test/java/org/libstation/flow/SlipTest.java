package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.BinHistory;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.DropUndone;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.UnarmedReturn;
import org.libstation.flow.state.DropStanding;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.flow.state.SlipOffer;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.TagReading;
import org.libstation.testkit.Changed;

/// The slip of a drop: one for the whole stack, asked for by a key, waited for no longer than is
/// said.
class SlipTest {
  private Story story = new Story(FlowTests.role(StationFacts.StationRole.BOOK_DROP));
  private long entry = 40;
  private int answered;

  private SlipTest printer(DeviceCondition condition) {
    for (DeviceRole role : List.of(DeviceRole.DROP_READER, DeviceRole.DROP)) {
      story.tell(
          new FlowEvent.DeviceChanged(
              DeviceLine.plain(role, role.name(), DeviceCondition.READY, "", "")));
    }
    story.tell(
        new FlowEvent.DeviceChanged(
            DeviceLine.plain(DeviceRole.PRINTER, DeviceRole.PRINTER.name(), condition, "", "")));
    story.tell(new FlowEvent.BinTold(90, BinHistory.NONE, 0));
    return this;
  }

  /// Pushes one item in; all answers are good.
  private void drop(String barcode) {
    String uid = "E0" + barcode;
    story.tell(new FlowEvent.DropChanged(false, true, false));
    story.tell(
        new FlowEvent.TagArrived(
            Place.DROP,
            uid,
            new TagReading.ItemTag(new ItemId(barcode), 1, 1),
            SecurityBit.CLEARED));
    story.tell(new FlowEvent.EyeSaw(true)).tell(new FlowEvent.DropObjectPassed());
    story.waitFor(Duration.ofMillis(250));
    story.tell(new FlowEvent.EyeSaw(false));
    story.tell(new FlowEvent.ShadowEnded(Duration.ofMillis(250)));
    for (; answered < story.effects.size(); answered++) {
      Effect effect = story.effects.get(answered);
      if (effect instanceof Effect.Receive receive) {
        story.tell(new FlowEvent.ReceivedWritten(receive.row(), ++entry));
      } else if (effect instanceof Effect.ArmTag arm) {
        story.tell(new FlowEvent.TagArmed(arm.entry(), arm.uid(), FlowEvent.TagResult.DONE));
      } else if (effect instanceof Effect.SettleReturn settle) {
        story.tell(
            new FlowEvent.ReturnSettled(
                new ReturnOutcome.Recorded(
                    settle.entry(),
                    new ItemId(barcode),
                    Optional.empty(),
                    Optional.empty(),
                    ReturnOutcome.LentTo.NOT_KNOWN),
                Optional.empty()));
      }
    }
    story.tell(new FlowEvent.TagLeft(Place.DROP, uid));
    story.tell(new FlowEvent.DropChanged(true, true, false));
  }

  private void press() {
    story.press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.PLAIN));
  }

  private static List<String> items(Effect.Print print) {
    return print.receipt().lines().stream()
        .map(
            line ->
                ((ReceiptContent.ContentLine.ReturnedLine) line)
                    .stated()
                    .orElseThrow()
                    .item()
                    .value())
        .toList();
  }

  @Test
  void a_stack_of_any_length_stands_on_one_slip_and_nothing_stands_on_two() {
    printer(DeviceCondition.READY);
    for (int i = 10; i < 20; i++) {
      drop("312340000012" + i);
      story.waitFor(Duration.ofSeconds(20));
      if (i < 19) {
        assertThat(story.did(Effect.Print.class)).isEmpty();
      }
    }
    drop("31234000001999");
    press();
    Effect.Print print = story.didOnce(Effect.Print.class);
    assertThat(items(print)).hasSize(11).startsWith("31234000001210").endsWith("31234000001999");
    assertThat(DropStanding.offersSlip(story.state)).as("while it prints").isFalse();
    story.tell(new FlowEvent.PrintJobEnded(print.job(), Optional.empty()));
    assertThat(DropStanding.offersSlip(story.state)).as("all of it stands on paper").isFalse();

    drop("31234000002222");
    press();
    assertThat(items(story.did(Effect.Print.class).getLast())).containsExactly("31234000002222");
  }

  @Test
  void a_slip_that_did_not_come_out_can_be_asked_for_again() {
    printer(DeviceCondition.READY);
    drop("31234000001210");
    press();
    Effect.Print first = story.didOnce(Effect.Print.class);
    story.tell(
        new FlowEvent.PrintJobEnded(
            first.job(),
            Optional.of(new FlowEvent.PrintTrouble("DP1A", "jam", false, Optional.empty()))));
    press();
    assertThat(items(story.did(Effect.Print.class).getLast())).containsExactly("31234000001210");
  }

  @Test
  void a_slip_is_not_waited_for_without_an_end() {
    printer(DeviceCondition.READY);
    drop("31234000001210");
    press();
    story.seconds(26);
    assertThat(story.didOnce(Effect.WithdrawPrint.class).job())
        .isEqualTo(story.didOnce(Effect.Print.class).job());
  }

  @Test
  void without_a_printer_that_prints_no_slip_is_offered() {
    printer(DeviceCondition.CONNECTING);
    drop("31234000001210");
    assertThat(DropStanding.offersSlip(story.state)).isFalse();
    press();
    assertThat(story.did(Effect.Print.class)).isEmpty();
  }

  private void slips(StationFacts.StationRole role, SlipOffer when) {
    story = new Story(Changed.with(FlowTests.role(role), "slip", when));
    printer(DeviceCondition.READY);
  }

  @Test
  void where_the_site_wants_it_so_a_slip_comes_by_itself_once_nothing_more_comes_in() {
    for (StationFacts.StationRole role :
        List.of(StationFacts.StationRole.BOOK_DROP, StationFacts.StationRole.LEND_AND_RETURN)) {
      answered = 0;
      slips(role, SlipOffer.ALWAYS);
      drop("31234000001210");
      story.seconds(3);
      drop("31234000001228");
      story.seconds(3);
      assertThat(story.did(Effect.Print.class)).as("more may come").isEmpty();
      story.seconds(2);
      Effect.Print print = story.didOnce(Effect.Print.class);
      assertThat(items(print)).containsExactly("31234000001210", "31234000001228");
      story.tell(new FlowEvent.PrintJobEnded(print.job(), Optional.empty()));
      story.seconds(60);
      assertThat(story.did(Effect.Print.class)).as("nothing stands on two").hasSize(1);
    }
  }

  @Test
  void a_slip_that_did_not_come_by_itself_waits_for_the_next_thing_and_stands_on_its_slip() {
    slips(StationFacts.StationRole.BOOK_DROP, SlipOffer.ALWAYS);
    drop("31234000001210");
    story.seconds(6);
    story.tell(
        new FlowEvent.PrintJobEnded(
            story.didOnce(Effect.Print.class).job(),
            Optional.of(new FlowEvent.PrintTrouble("DP1A", "jam", false, Optional.empty()))));
    story.seconds(20);
    assertThat(story.did(Effect.Print.class)).as("not without an end").hasSize(1);
    drop("31234000001228");
    story.seconds(6);
    assertThat(items(story.did(Effect.Print.class).getLast()))
        .containsExactly("31234000001210", "31234000001228");
  }

  @Test
  void a_station_prints_none_of_its_drop_unless_told_to_and_a_drop_told_not_to_offers_none() {
    slips(StationFacts.StationRole.LEND_AND_RETURN, SlipOffer.KEY);
    drop("31234000001210");
    story.seconds(20);
    assertThat(story.did(Effect.Print.class)).isEmpty();

    answered = 0;
    slips(StationFacts.StationRole.BOOK_DROP, SlipOffer.NEVER);
    drop("31234000001210");
    assertThat(DropStanding.offersSlip(story.state)).isFalse();
    press();
    story.seconds(6);
    assertThat(story.did(Effect.Print.class)).isEmpty();
  }

  private BinContents.Dropped came(long number, String barcode, Duration ago) {
    EventTime now = story.state.now();
    EventTime then =
        now.with(c -> c.wall(now.wall().minus(ago)).monotonic(now.monotonic().minus(ago)));
    return new BinContents.Dropped(
        number, new ItemId(barcode), then, Optional.empty(), false, false);
  }

  private void restarted(BinContents.Dropped... unslipped) {
    story.restarted();
    story.tell(
        new FlowEvent.DropFound(
            new DropUndone(Optional.empty(), Optional.empty(), List.of(unslipped))));
    printer(DeviceCondition.READY);
  }

  @Test
  void a_slip_that_a_power_cut_kept_back_can_be_had_and_is_written_down_when_it_came_out() {
    story.waitFor(Duration.ofMinutes(10));
    restarted(
        came(3, "31234000001100", Duration.ofSeconds(200)),
        came(4, "31234000001210", Duration.ofSeconds(60)),
        came(5, "31234000001328", Duration.ofSeconds(20)));
    story.waitFor(Duration.ofSeconds(1));
    press();
    Effect.Print print = story.didOnce(Effect.Print.class);
    assertThat(items(print)).containsExactly("31234000001210", "31234000001328");
    assertThat(story.did(Effect.MarkOnSlip.class)).isEmpty();
    story.tell(new FlowEvent.PrintJobEnded(print.job(), Optional.empty()));
    assertThat(story.didOnce(Effect.MarkOnSlip.class).entries()).containsExactly(4L, 5L);
  }

  @Test
  void where_a_slip_comes_by_itself_it_does_so_after_a_power_cut_too() {
    story =
        new Story(
            Changed.with(
                FlowTests.role(StationFacts.StationRole.BOOK_DROP), "slip", SlipOffer.ALWAYS));
    story.waitFor(Duration.ofMinutes(10));
    restarted(came(4, "31234000001210", Duration.ofSeconds(10)));
    story.waitFor(Duration.ofSeconds(2));
    assertThat(items(story.didOnce(Effect.Print.class))).containsExactly("31234000001210");
  }

  @Test
  void nobody_is_there_any_more_for_what_came_in_long_before_the_power_came_back() {
    story.waitFor(Duration.ofMinutes(10));
    restarted(came(4, "31234000001210", Duration.ofSeconds(50)));
    story.waitFor(Duration.ofSeconds(1));
    assertThat(DropStanding.offersSlip(story.state)).isFalse();
  }

  @Test
  void what_came_in_before_the_machine_started_anew_keeps_no_slip_back() {
    story =
        new Story(
            Changed.with(
                FlowTests.role(StationFacts.StationRole.BOOK_DROP), "slip", SlipOffer.ALWAYS));
    printer(DeviceCondition.READY);
    EventTime now = story.state.now();
    EventTime before = now.with(c -> c.bootId("another").monotonic(now.monotonic().plusDays(9)));
    story.tell(
        new FlowEvent.UnarmedRead(
            List.of(
                new UnarmedReturn(
                    3, new ItemId("31234000001100"), before, CirculationEvent.How.DROPPED))));
    drop("31234000001210");
    story.waitFor(Duration.ofSeconds(8));
    assertThat(items(story.didOnce(Effect.Print.class))).containsExactly("31234000001210");
  }
}
