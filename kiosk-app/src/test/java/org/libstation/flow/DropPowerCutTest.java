package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.flow.DropAlone.PowerLoss;
import org.libstation.flow.DropPlays.Play;
import org.libstation.flow.state.DropState;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// Each row of the book drop's table with the power cut before every event and before and after
/// every write of its play. The program starts again with nothing in mind but the disk; what lies
/// before the reader lies there still. Then whoever stands there pushes on, or takes it out again.
class DropPowerCutTest {
  private static final ItemId LATER = new ItemId("39999000003333");

  /// What whoever stands there does with what was not in yet.
  private enum Hands {
    PUSH_ON,
    TAKE_OUT
  }

  /// Longer than a question, an answer and the parts of a set are waited for.
  private static final int QUIET_SECONDS = 75;

  @TestFactory
  @Tag("full")
  Stream<DynamicTest> a_power_cut_anywhere_in_a_row_loses_nothing_and_doubles_nothing() {
    return DropPlays.ALL.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(),
                    () -> {
                      for (Hands hands : Hands.values()) {
                        sweep(row.getValue(), hands);
                      }
                    }));
  }

  private static void sweep(Play play, Hands hands) {
    long at = 1;
    while (cut(play, hands, at)) {
      at++;
    }
    assertThat(at).as("events of the play").isGreaterThan(1);
  }

  /// @return whether the play was not over before
  private static boolean cut(Play play, Hands hands, long at) {
    DropAlone drop = new DropAlone();
    drop.cutAt(at);
    try {
      play.before().accept(drop);
      play.event().accept(drop);
      return false;
    } catch (PowerLoss _) {
      prove(drop, hands, "power cut " + at + ", " + hands);
      return true;
    }
  }

  private static void prove(DropAlone drop, Hands hands, String when) {
    List<DropDisk.Line> before = drop.disk.lines();
    Map<String, ItemId> there = drop.items();
    EventTime cut = drop.story.state.now();
    drop.restart().pass(4);
    List<String> out = finish(drop, hands);
    drop.pass(QUIET_SECONDS);

    assertThat(drop.state()).as(when + ": it works").isEqualTo(drop.rests());
    List<DropDisk.Line> lines = drop.disk.lines();
    assertThat(lines.subList(0, before.size()))
        .as(when + ": what was written stays")
        .isEqualTo(before);
    Map<ItemId, Long> returns = returns(lines);
    assertThat(returns.values()).as(when + ": none twice").allMatch(count -> count == 1);
    there.forEach(
        (uid, item) ->
            assertThat(returns.getOrDefault(item, 0L))
                .as(when + ": " + (out.contains(uid) ? "taken out " : "handed over ") + uid)
                .isEqualTo(out.contains(uid) ? 0 : 1));
    assertThat(before)
        .as(when + ": by the moment it passed, or lay behind the shut flap")
        .allMatch(line -> drop.passings().contains(line.at()) || there.containsValue(item(line)));
    long unread = lines.stream().filter(line -> line.item().isEmpty()).count();
    assertThat(unread)
        .as(when + ": no object that did not pass")
        .isLessThanOrEqualTo(drop.passings().size());
    assertThat(lines)
        .as(when + ": no moment before it was")
        .allMatch(
            line ->
                drop.passings().contains(line.at())
                    || line.at().monotonic().compareTo(cut.monotonic()) >= 0
                    || before.contains(line));
    handsOverLater(drop, when);
  }

  private static ItemId item(DropDisk.Line line) {
    return line.item().orElse(LATER);
  }

  /// The eye clears, the flap is shut, and what was not in yet falls in or is taken out.
  ///
  /// @return tags of what was taken out
  private static List<String> finish(DropAlone drop, Hands hands) {
    List<String> out = new ArrayList<>();
    if (drop.isDark()) {
      drop.light().disk();
    }
    boolean open = !drop.isFlapClosed();
    for (String uid : drop.field()) {
      if (open && !drop.isHanded(uid)) {
        if (hands == Hands.TAKE_OUT) {
          out.add(uid);
          drop.gone(uid);
        } else {
          drop.falls().disk();
        }
      }
    }
    drop.flap(true).device(DeviceRole.DROP, DeviceCondition.READY, "");
    return out;
  }

  /// By item, how often it was returned.
  private static Map<ItemId, Long> returns(List<DropDisk.Line> lines) {
    Map<ItemId, Long> returns = new LinkedHashMap<>();
    for (DropDisk.Line line : lines) {
      line.item().ifPresent(item -> returns.merge(item, 1L, Long::sum));
    }
    return returns;
  }

  /// Where the drop takes something, it takes this.
  private static void handsOverLater(DropAlone drop, String when) {
    if (drop.rests() != DropState.READY) {
      return;
    }
    drop.field().forEach(drop::gone);
    drop.pass(5).flap(false).tag("E9", LATER);
    assertThat(drop.state()).as(when + ": later").isEqualTo(DropState.READING);
    EventTime then = drop.story.state.now();
    drop.falls().disk().gone("E9").flap(true).pass(2);
    assertThat(drop.state()).as(when + ": later").isEqualTo(DropState.ANSWER);
    assertThat(drop.disk.lines())
        .as(when + ": later")
        .last()
        .satisfies(
            line -> {
              assertThat(line.item()).contains(LATER);
              assertThat(line.at()).isEqualTo(then);
            });
  }
}
