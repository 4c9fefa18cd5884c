package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.libstation.circulation.ItemId;
import org.libstation.flow.StationFacts.Condition;
import org.libstation.flow.StationFacts.DeviceRole;
import org.libstation.flow.StationFacts.JournalHealth;

/// How each row of the table of `docs/book-drop.md` is played before the machine.
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
    play("B01", _ -> {}, drop -> drop.flap(false));
    play("B02", drop -> drop.flap(false), drop -> drop.flap(true));
    play("B03", drop -> drop.flap(false), drop -> drop.tag("E1", BOOK));
    play("B04", DropPlays::pushed, drop -> drop.falls().disk().gone("E1").flap(true));
    play("B05", DropPlays::pushed, drop -> drop.gone("E1").flap(true).seconds(4));
    play(
        "B06",
        drop -> pushed(drop).tag("E2", OTHER),
        drop -> drop.falls().disk().wait(SHADOW).falls().flap(true).seconds(4));
    play(
        "B07",
        drop -> pushed(drop).tag("E2", OTHER),
        drop -> drop.falls().disk().gone("E2").flap(true).seconds(4));
    play("B08", drop -> drop.flap(false), drop -> drop.dark());
    play("B09", drop -> drop.flap(false).falls(), drop -> drop.tag("E1", BOOK).disk().flap(true));
    play("B10", drop -> drop.flap(false).falls(), drop -> drop.flap(true).seconds(2).disk());
    play("B11", DropPlays::unread, drop -> drop.scan(new Scan.Item(BOOK)).disk());
    play(
        "B12",
        DropPlays::unread,
        drop -> {
          drop.story.press(new Key.Digit(3)).press(new Key.Digit(9)).press(new Key.Confirm());
          assertThat(drop.story.didOnce(Effect.JudgeAtDrop.class).digits()).isEqualTo("39");
          drop.scan(new Scan.Item(BOOK)).disk();
        });
    play("B13", DropPlays::unread, drop -> drop.scan(new Scan.BadCheck("1112")));
    play("B14", DropPlays::unread, drop -> drop.seconds(31));
    play("B15", DropPlays::unread, drop -> drop.story.press(new Key.Leave()));
    play("B16", DropPlays::unread, drop -> drop.tag("E1", BOOK).disk());
    play(
        "B17",
        drop -> drop.flap(false).dark(),
        drop -> drop.wait(Duration.ofSeconds(2)).light().seconds(1));
    play(
        "B18",
        drop -> drop.flap(false).dark(),
        drop -> drop.wait(Duration.ofMillis(40)).light().flap(true).seconds(2).disk());
    play(
        "B19",
        drop -> drop.flap(false).tag("E1", new TagReading.Foreign()),
        drop -> drop.gone("E1").flap(true).seconds(4));
    play(
        "B20",
        drop -> drop.flap(false).tag("E1", new TagReading.Foreign()),
        drop -> drop.falls().disk().flap(true));
    play(
        "B21",
        drop -> drop.flap(false).tag("E1", new TagReading.Item(BOOK, 3, 1)),
        drop -> drop.falls().disk().flap(true).seconds(61));
    play("B22", drop -> drop.flap(false).dark(), drop -> drop.seconds(4));
    play(
        "B23",
        drop -> drop.flap(false).dark().seconds(4),
        drop -> drop.light().flap(true).seconds(2).disk());
    play(
        "B24",
        drop -> drop.flap(false),
        drop -> drop.device(DeviceRole.DROP, Condition.NEEDS_HAND, "B25"));
    play(
        "B25",
        drop -> drop.flap(false).device(DeviceRole.DROP, Condition.NEEDS_HAND, "B25"),
        drop -> drop.device(DeviceRole.DROP, Condition.READY, "").flap(true));
    play("B26", _ -> {}, drop -> drop.level(92));
    play("B27", drop -> drop.level(85), drop -> drop.story.tell(new FlowEvent.BinCounted(6)));
    play("B28", drop -> drop.level(92), drop -> drop.level(80));
    play("B29", _ -> {}, drop -> drop.journal(JournalHealth.DISK_FULL));
    play("B30", drop -> drop.level(40), drop -> drop.bin(false));
    play("B31", drop -> drop.bin(false), drop -> drop.bin(true));
    play(
        "B32",
        _ -> {},
        drop ->
            drop.device(DeviceRole.SCANNER, Condition.CONNECTING, "S10")
                .device(DeviceRole.DROP_READER, Condition.CONNECTING, "F10"));
    play("B33", DropPlays::pushed, drop -> drop.powerCut(true).tag("E1", BOOK).listed().disk());
    play(
        "B34",
        DropPlays::pushed,
        drop -> drop.powerCut(false).tag("E1", BOOK).listed().falls().disk().flap(true));
    play("B35", DropPlays::pushed, drop -> drop.flap(true).seconds(4).disk());
    play(
        "B36", drop -> pushed(drop).falls().disk().gone("E1").flap(true), drop -> drop.seconds(13));
    play(
        "B37",
        drop -> drop.flap(false).falls(),
        drop -> drop.tag("E1", new TagReading.Foreign()).flap(true).seconds(2).disk());
    play("B38", DropPlays::unread, drop -> drop.tag("E1", new TagReading.Foreign()));
    play("B39", _ -> {}, drop -> drop.opening(false));
    play("B40", drop -> drop.opening(false), drop -> drop.opening(true));
  }
}
