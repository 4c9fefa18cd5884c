package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.flow.drop.DropPassage;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Key.ChooseReceipt.ReceiptForm;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.Step;
import org.libstation.flow.state.TagReading;

/// Books are laid down and taken away, readers fail and come back, keys are pressed, in any order:
/// nothing is ever lent or returned by a tag that is not there, nothing is proved that was not
/// handed over, and nothing is lent to anybody but the one who laid it down.
class AnySightingTest {
  private static final int SEEDS = 300;
  private static final int SOME = 40;
  private static final int EVENTS = 400;

  @Test
  void nothing_is_lent_or_returned_that_no_reader_sees_at_that_moment() {
    allIsSeen(1, SOME);
  }

  @Test
  @Tag("full")
  void nothing_else_is_lent_or_returned_that_no_reader_sees_at_that_moment() {
    allIsSeen(SOME + 1, SEEDS);
  }

  private static void allIsSeen(int first, int last) {
    int seeds = last - first + 1;
    int[] reached = new int[5];
    for (long seed = first; seed <= last; seed++) {
      Run run = new Run(seed);
      try {
        for (int i = 0; i < EVENTS; i++) {
          run.step();
        }
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + "\n" + String.join("\n", run.history), e);
      }
      reached[0] += run.lent;
      reached[1] += run.back;
      reached[2] += run.dropped;
      reached[3] += run.failures;
      reached[4] += run.silences;
    }
    assertThat(reached[0]).as("loans by tag").isGreaterThan(seeds / 2);
    assertThat(reached[1]).as("returns by tag").isGreaterThan(seeds / 2);
    assertThat(reached[2]).as("returns in the drop").isGreaterThan(seeds / 2);
    assertThat(reached[3]).as("failures of a reader").isGreaterThan(10 * seeds);
    assertThat(reached[4]).as("silences of the pad").isGreaterThan(5 * seeds);
  }

  /// A reader as its driver tells of it, and what lies before it.
  private static final class Reader {
    final Place place;
    final DeviceRole role;
    final Map<String, ItemId> there = new LinkedHashMap<>();
    final Set<String> told = new LinkedHashSet<>();
    DeviceCondition condition = DeviceCondition.READY;

    /// It does not answer, and nobody knows it yet.
    boolean silent;

    Reader(Place place, DeviceRole role) {
      this.place = place;
      this.role = role;
    }
  }

  private static final class Run {
    private final Random random;
    private final Flow flow = new Flow(FlowTests.forgetting(), Story.DIGEST);
    private final Reader pad = new Reader(Place.PAD, DeviceRole.PAD);
    private final Reader slot = new Reader(Place.DROP, DeviceRole.DROP_READER);
    private final Map<ItemId, Integer> laid = new LinkedHashMap<>();

    /// When the reader of the drop said that it is gone: it may be falling.
    private final Map<ItemId, Duration> left = new LinkedHashMap<>();

    private final Set<ItemId> inBin = new HashSet<>();
    private final Set<String> handedOver = new HashSet<>();
    private final List<Effect> owed = new ArrayList<>();
    private final List<String> history = new ArrayList<>();
    private FlowState state;
    private Optional<ItemId> scanned = Optional.empty();
    private Duration at = Duration.ofHours(1);
    private int visits;
    private long entry = 100;
    private int lent;
    private int back;
    private int dropped;
    private int failures;
    private int silences;

    Run(long seed) {
      random = new Random(seed);
      state = FlowState.initial(flow.settings(), Story.time(at));
      for (DeviceRole role :
          List.of(DeviceRole.PAD, DeviceRole.SCANNER, DeviceRole.DROP, DeviceRole.DROP_READER)) {
        tell(device(role, DeviceCondition.READY));
      }
      tell(new FlowEvent.PlaceListed(Place.PAD));
      tell(new FlowEvent.PlaceListed(Place.DROP));
      tell(new FlowEvent.DropChanged(false, true, false));
    }

    private static FlowEvent device(DeviceRole role, DeviceCondition condition) {
      return new FlowEvent.DeviceChanged(DeviceLine.plain(role, role.name(), condition, "", ""));
    }

    void step() {
      if (!owed.isEmpty() && random.nextInt(3) > 0) {
        answer(owed.remove(random.nextInt(owed.size())));
        return;
      }
      if (pad.silent && random.nextInt(4) == 0) {
        fails(pad);
        return;
      }
      switch (random.nextInt(15)) {
        case 0, 1 -> pass(1 + random.nextInt(2_500));
        case 2, 3, 4 -> move(pad);
        case 5 -> move(slot);
        case 6 -> falls();
        case 7, 8 -> fails(random.nextInt(4) > 0 ? pad : slot);
        case 9 -> {
          if (random.nextInt(3) == 0) {
            scan();
          }
        }
        case 10 -> {
          if (pad.condition == DeviceCondition.READY && !pad.silent) {
            history.add("the pad falls silent");
            pad.silent = true;
            silences++;
          }
        }
        default -> press();
      }
    }

    private void pass(int millis) {
      at = at.plusMillis(random.nextInt(12) == 0 ? 100_000 : millis);
      tell(new FlowEvent.Tick(Story.time(at)));
    }

    /// A hand lays a book down or takes it away; a reader that answers says so.
    private void move(Reader reader) {
      int number = random.nextInt(4) + (reader == slot ? 4 : 0);
      String uid = "E" + number;
      ItemId item = item(uid);
      if (inBin.contains(item)) {
        inBin.remove(item);
        return;
      }
      if (reader.there.remove(uid) == null) {
        reader.there.put(uid, item);
        laid.put(item, state.session().isPresent() ? visits : visits + 1);
      }
      history.add(reader.place + " now " + reader.there + " " + reader.condition);
      if (reader.condition == DeviceCondition.READY && !reader.silent) {
        say(reader);
      }
    }

    private static ItemId item(String uid) {
      return new ItemId("3999900000%04d".formatted(Integer.parseInt(uid.substring(1))));
    }

    /// Tells what is new and what is gone.
    private void say(Reader reader) {
      for (String uid : List.copyOf(reader.told)) {
        if (!reader.there.containsKey(uid)) {
          reader.told.remove(uid);
          if (reader == slot) {
            left.put(item(uid), at);
          }
          tell(new FlowEvent.TagLeft(reader.place, uid));
        }
      }
      for (Map.Entry<String, ItemId> tag : Map.copyOf(reader.there).entrySet()) {
        if (reader.told.add(tag.getKey())) {
          TagReading reading = new TagReading.ItemTag(tag.getValue(), 1, 1);
          SecurityBit bit = random.nextBoolean() ? SecurityBit.CLEARED : SecurityBit.ARMED;
          tell(new FlowEvent.TagArrived(reader.place, tag.getKey(), reading, bit));
        }
      }
    }

    /// It fails, or is there again; sometimes it fails anew before it has said all.
    private void fails(Reader reader) {
      if (reader.condition == DeviceCondition.READY) {
        failures++;
        reader.silent = false;
        reader.condition =
            random.nextBoolean() ? DeviceCondition.CONNECTING : DeviceCondition.NEEDS_HAND;
        tell(device(reader.role, reader.condition));
        return;
      }
      tell(device(reader.role, DeviceCondition.READY));
      if (random.nextInt(4) == 0) {
        tell(device(reader.role, reader.condition));
        return;
      }
      reader.condition = DeviceCondition.READY;
      say(reader);
      if (random.nextInt(3) == 0) {
        press();
      }
      tell(new FlowEvent.PlaceListed(reader.place));
    }

    private void falls() {
      Optional<Map.Entry<String, ItemId>> one = slot.there.entrySet().stream().findFirst();
      one.ifPresent(
          tag -> {
            inBin.add(tag.getValue());
            slot.there.remove(tag.getKey());
          });
      tell(new FlowEvent.DropObjectPassed());
      if (slot.condition == DeviceCondition.READY) {
        say(slot);
      }
    }

    private void scan() {
      ItemId item = item("E" + random.nextInt(4));
      scanned = Optional.of(item);
      tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.ItemCode(item)));
      scanned = Optional.empty();
    }

    private void press() {
      PatronId patron = random.nextBoolean() ? Story.ANNA : Story.BEN;
      if (state.session().isEmpty() && random.nextInt(3) > 0) {
        if (random.nextBoolean()) {
          key(new Key.StartReturn());
        } else {
          tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.Card(patron)));
        }
      } else if (state.screen() instanceof Screen.Identify(Screen.Identify.IdentifyStep.AskPin _)) {
        key(new Key.Digit(1));
        key(new Key.Confirm());
      } else {
        switch (random.nextInt(8)) {
          case 0 -> key(new Key.StartReturn());
          case 1 -> key(new Key.StartBorrow());
          case 2 -> key(new Key.StartAccount());
          case 3 ->
              key(
                  new Key.ChooseReceipt(
                      random.nextBoolean() ? ReceiptForm.PLAIN : ReceiptForm.NONE));
          case 4 -> key(new Key.Leave());
          case 5 -> key(new Key.NextCard());
          default -> key(new Key.Confirm());
        }
      }
    }

    private void key(Key key) {
      tell(new FlowEvent.Pressed(key));
    }

    private void tell(FlowEvent event) {
      history.add(event + " on " + state.screen());
      Step step = flow.step(state, event);
      FlowState before = state;
      state = step.state();
      step.effects().forEach(effect -> check(before, effect));
    }

    private void check(FlowState before, Effect effect) {
      switch (effect) {
        case Effect.BeginSession _ -> visits++;
        case Effect.Lend lend -> {
          if (lend.tagged()) {
            seen(pad, lend.item(), effect);
            assertThat(laid.get(lend.item())).as("whose it is: %s", lend).isEqualTo(visits);
            lent++;
          } else {
            assertThat(scanned).contains(lend.item());
          }
          owed.add(lend);
        }
        case Effect.Receive receive -> {
          if (receive.how() == How.DROPPED) {
            boolean falling =
                at.minus(left.getOrDefault(receive.item(), Duration.ZERO))
                        .compareTo(DropPassage.FALLS)
                    < 0;
            if (!inBin.contains(receive.item()) && !falling) {
              seen(slot, receive.item(), effect);
            }
            dropped++;
          } else if (receive.tagged()) {
            seen(pad, receive.item(), effect);
            assertThat(laid.get(receive.item())).as("whose: %s", receive).isEqualTo(visits);
            back++;
          } else {
            assertThat(scanned).contains(receive.item());
          }
          handedOver.add(ScannedCode.lastFour(receive.item().value()));
          owed.add(receive);
        }
        case Effect.RenewEffect renew ->
            assertThat(before.screen()).as("%s", renew).isInstanceOf(Screen.MyAccount.class);
        case Effect.Print print -> {
          assertThat(handedOver)
              .as("what is proved on paper was handed over")
              .containsAll(
                  print.receipt().lines().stream()
                      .filter(ReceiptContent.ContentLine.ReturnedLine.class::isInstance)
                      .map(line -> ((ReceiptContent.ContentLine.ReturnedLine) line).lastFour())
                      .toList());
          owed.add(print);
        }
        case Effect.IdentifyEffect _,
            Effect.LookAnew _,
            Effect.ClearTag _,
            Effect.ArmTag _,
            Effect.MarkReleased _,
            Effect.WriteObject _ ->
            owed.add(effect);
        default -> {
          // Nothing that a sighting decides.
        }
      }
    }

    private static void seen(Reader reader, ItemId item, Effect by) {
      assertThat(reader.there.values()).as("what lies there at %s", by).contains(item);
      assertThat(reader.condition).as("the reader at %s", by).isEqualTo(DeviceCondition.READY);
      assertThat(reader.silent).as("silent at %s", by).isFalse();
    }

    private void answer(Effect effect) {
      switch (effect) {
        case Effect.IdentifyEffect who ->
            tell(
                new FlowEvent.Identified(
                    who.session(),
                    new Answer.Accepted<>(Story.look(who.patron(), true, Set.of())),
                    List.of()));
        case Effect.LookAnew _ -> {
          if (pad.condition == DeviceCondition.READY && !pad.silent) {
            say(pad);
            tell(new FlowEvent.PlaceListed(Place.PAD));
          }
        }
        case Effect.Lend lend ->
            tell(
                new FlowEvent.LendAnswered(
                    lend.session(),
                    new org.libstation.circulation.LoanOutcome.Lent(
                        ++entry,
                        lend.item(),
                        Story.TITLE,
                        org.libstation.circulation.DueDate.of(Story.DUE),
                        SecurityBitRule.MAY_CLEAR)));
        case Effect.Receive receive -> tell(new FlowEvent.ReceivedWritten(receive.row(), ++entry));
        case Effect.ClearTag clear ->
            tell(new FlowEvent.TagCleared(clear.entry(), clear.uid(), done(pad, clear.uid())));
        case Effect.ArmTag arm ->
            tell(
                new FlowEvent.TagArmed(
                    arm.entry(),
                    arm.uid(),
                    done(arm.place() == Place.PAD ? pad : slot, arm.uid())));
        case Effect.MarkReleased mark -> tell(new FlowEvent.ReleasedWritten(mark.entry()));
        case Effect.WriteObject write -> tell(new FlowEvent.ObjectWritten(write.object(), ++entry));
        case Effect.Print print -> tell(new FlowEvent.PrintJobEnded(print.job(), Optional.empty()));
        default -> throw new IllegalStateException(effect.toString());
      }
    }

    private static TagResult done(Reader reader, String uid) {
      if (reader.condition != DeviceCondition.READY || reader.silent) {
        return TagResult.NO_READER;
      }
      return reader.there.containsKey(uid) ? TagResult.DONE : TagResult.GONE;
    }
  }
}
