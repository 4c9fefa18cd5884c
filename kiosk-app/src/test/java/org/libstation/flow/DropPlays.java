package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.TagReading;

/// How each row of the table of `docs/patron-services/book-drop.md` is played before the machine.
final class DropPlays {
  private static final ItemId BOOK = Story.BOOK;
  private static final ItemId OTHER = Story.OTHER;
  private static final Duration SHADOW = DropAlone.SHADOW;

  private DropPlays() {}

  /// What happens in a row, after its state is reached.
  record Play(Consumer<DropAlone> before, Consumer<DropAlone> event) {}

  static final Map<String, Play> ALL = new TreeMap<>();

  private static void play(String id, Consumer<DropAlone> before, Consumer<DropAlone> event) {
    ALL.put(id, new Play(before, event));
  }

  private static DropAlone pushed(DropAlone drop) {
    return drop.flap(false).tag("E1", BOOK);
  }

  private static DropAlone unread(DropAlone drop) {
    return drop.flap(false).falls().flap(true).seconds(2).disk();
  }

  static {
    play("01", _ -> {}, drop -> drop.flap(false));
    play("02", drop -> drop.flap(false), drop -> drop.flap(true));
    play("03", drop -> drop.flap(false), drop -> drop.tag("E1", BOOK));
    play("04", DropPlays::pushed, drop -> drop.falls().disk().gone("E1").flap(true));
    play("05", DropPlays::pushed, drop -> drop.gone("E1").flap(true).seconds(4));
    play(
        "06",
        drop -> pushed(drop).tag("E2", OTHER),
        drop -> drop.falls().disk().wait(SHADOW).falls().flap(true).seconds(4));
    play(
        "07",
        drop -> pushed(drop).tag("E2", OTHER),
        drop -> drop.falls().disk().gone("E2").flap(true).seconds(4));
    play("08", drop -> drop.flap(false), drop -> drop.dark());
    play("09", drop -> drop.flap(false).falls(), drop -> drop.tag("E1", BOOK).disk().flap(true));
    play("10", drop -> drop.flap(false).falls(), drop -> drop.flap(true).seconds(2).disk());
    play("11", DropPlays::unread, drop -> drop.scan(new ScannedCode.ItemCode(BOOK)).disk());
    play(
        "12",
        DropPlays::unread,
        drop -> {
          drop.story.press(new Key.Digit(3)).press(new Key.Digit(9)).press(new Key.Confirm());
          assertThat(drop.story.didOnce(Effect.JudgeAtDrop.class).digits()).isEqualTo("39");
          drop.scan(new ScannedCode.ItemCode(BOOK)).disk();
        });
    play("13", DropPlays::unread, drop -> drop.scan(new ScannedCode.BadCheck("1112")));
    play("14", DropPlays::unread, drop -> drop.seconds(31));
    play("15", DropPlays::unread, drop -> drop.story.press(new Key.Leave()));
    play("16", DropPlays::unread, drop -> drop.tag("E1", BOOK).disk());
    play(
        "17",
        drop -> drop.flap(false).dark(),
        drop -> drop.wait(Duration.ofSeconds(2)).light().seconds(1));
    play(
        "18",
        drop -> drop.flap(false).dark(),
        drop -> drop.wait(Duration.ofMillis(40)).light().flap(true).seconds(2).disk());
    play(
        "19",
        drop -> drop.flap(false).tag("E1", new TagReading.ForeignTag()),
        drop -> drop.gone("E1").flap(true).seconds(4));
    play(
        "20",
        drop -> drop.flap(false).tag("E1", new TagReading.ForeignTag()),
        drop -> drop.falls().disk().flap(true));
    play(
        "21",
        drop -> drop.flap(false).tag("E1", new TagReading.ItemTag(BOOK, 3, 1)),
        drop -> drop.falls().disk().flap(true).seconds(61));
    play("22", drop -> drop.flap(false).dark(), drop -> drop.seconds(4));
    play(
        "23",
        drop -> drop.flap(false).dark().seconds(4),
        drop -> drop.light().flap(true).seconds(2).disk());
    play(
        "24",
        drop -> drop.flap(false),
        drop -> drop.device(DeviceRole.DROP, DeviceCondition.NEEDS_HAND, "DB25"));
    play(
        "25",
        drop -> drop.flap(false).device(DeviceRole.DROP, DeviceCondition.NEEDS_HAND, "DB25"),
        drop -> drop.device(DeviceRole.DROP, DeviceCondition.READY, "").flap(true));
    play("26", _ -> {}, drop -> drop.level(92));
    play("27", drop -> drop.level(85), drop -> drop.story.tell(new FlowEvent.BinCounted(6)));
    play("28", drop -> drop.level(92), drop -> drop.level(80));
    play("29", _ -> {}, drop -> drop.journal(JournalHealth.DISK_FULL));
    play("30", drop -> drop.level(40), drop -> drop.bin(false));
    play("31", drop -> drop.bin(false), drop -> drop.bin(true));
    play(
        "32",
        _ -> {},
        drop ->
            drop.device(DeviceRole.SCANNER, DeviceCondition.CONNECTING, "DS10")
                .device(DeviceRole.DROP_READER, DeviceCondition.CONNECTING, "DR10"));
    play("33", DropPlays::pushed, drop -> drop.powerCut(true).tag("E1", BOOK).listed().disk());
    play(
        "34",
        DropPlays::pushed,
        drop -> drop.powerCut(false).tag("E1", BOOK).listed().falls().disk().flap(true));
    play("35", DropPlays::pushed, drop -> drop.flap(true).seconds(4).disk());
    play("36", drop -> pushed(drop).falls().disk().gone("E1").flap(true), drop -> drop.seconds(13));
    play(
        "37",
        drop -> drop.flap(false).falls(),
        drop -> drop.tag("E1", new TagReading.ForeignTag()).flap(true).seconds(2).disk());
    play("38", DropPlays::unread, drop -> drop.tag("E1", new TagReading.ForeignTag()));
    play("39", _ -> {}, drop -> drop.opening(false));
    play("40", drop -> drop.opening(false), drop -> drop.opening(true));
  }
}
