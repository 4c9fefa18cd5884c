package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.libstation.circulation.BinHistory;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.flow.FlowEvent.TagResult;
import org.libstation.flow.PadTag.SecurityBit;
import org.libstation.flow.StationFacts.Condition;
import org.libstation.flow.StationFacts.DeviceLine;
import org.libstation.flow.StationFacts.DeviceRole;
import org.libstation.flow.StationFacts.JournalHealth;

/// Each row of the book drop's table is what the machine does: the page is read, the row is played,
/// and state, what was written and the lamp are held against it. A row without a play fails.
class DropTableTest {
  private static final ItemId BOOK = Story.BOOK;
  private static final ItemId OTHER = Story.OTHER;
  private static final Duration SHADOW = Duration.ofMillis(250);

  /// What happens in a row, after its state is reached.
  private record Play(Consumer<Drop> before, Consumer<Drop> event) {}

  /// A drop alone, and hands.
  private static final class Drop {
    final Story story;
    private final Set<Effect> answered = new HashSet<>();
    private long entry = 40;
    private Duration darkSince = Duration.ZERO;

    Drop() {
      story = new Story(FlowTests.dropKeepingHours());
      device(DeviceRole.DROP_READER, Condition.READY, "");
      device(DeviceRole.DROP, Condition.READY, "");
      story.tell(new FlowEvent.BinTold(90, BinHistory.NONE, 0));
      story.seconds(1);
      story.effects.clear();
    }

    Drop device(DeviceRole role, Condition condition, String code) {
      story.tell(
          new FlowEvent.DeviceChanged(new DeviceLine(role, role.name(), condition, code, "")));
      return this;
    }

    /// The library is open now, or was open until a moment ago.
    Drop opening(boolean open) {
      OffsetDateTime now = story.state.now().corrected();
      Opening.Span today = new Opening.Span(now.minusHours(1), now.plusHours(1));
      Opening.Span tomorrow = new Opening.Span(now.plusHours(12), now.plusHours(20));
      story.tell(
          new FlowEvent.OpeningTold(
              new Opening(
                  Optional.empty(),
                  new Opening.Times(open ? List.of(today) : List.of(tomorrow)),
                  Map.of())));
      return seconds(1);
    }

    Drop flap(boolean closed) {
      story.tell(new FlowEvent.DropChanged(closed, true, false));
      return this;
    }

    Drop tag(String uid, TagReading reading) {
      story.tell(new FlowEvent.TagArrived(Place.DROP, uid, reading, SecurityBit.CLEARED));
      return this;
    }

    Drop tag(String uid, ItemId item) {
      return tag(uid, new TagReading.Item(item, 1, 1));
    }

    Drop gone(String uid) {
      story.tell(new FlowEvent.TagLeft(Place.DROP, uid));
      return this;
    }

    Drop dark() {
      darkSince = story.state.at();
      story.tell(new FlowEvent.EyeSaw(true));
      story.tell(new FlowEvent.ObjectPassed());
      return this;
    }

    Drop light() {
      Duration lasted = story.state.at().minus(darkSince);
      story.tell(new FlowEvent.EyeSaw(false));
      // The clock ticks before every event.
      story.waitFor(Duration.ofMillis(1));
      story.tell(new FlowEvent.ShadowEnded(lasted));
      return this;
    }

    Drop falls() {
      return dark().wait(SHADOW).light();
    }

    Drop wait(Duration time) {
      story.waitFor(time);
      return this;
    }

    Drop seconds(long seconds) {
      story.seconds(seconds);
      return this;
    }

    Drop scan(Scan scan) {
      story.tell(new FlowEvent.BarcodeRead(Place.DROP, scan));
      return this;
    }

    /// The disk answers all that is asked of it.
    Drop disk() {
      for (int i = 0; i < story.effects.size(); i++) {
        Effect effect = story.effects.get(i);
        if (effect instanceof Effect.Receive receive && answered.add(effect)) {
          story.tell(new FlowEvent.ReceivedWritten(receive.row(), ++entry));
        } else if (effect instanceof Effect.WriteObject write && answered.add(effect)) {
          story.tell(new FlowEvent.ObjectWritten(write.object(), ++entry));
        } else if (effect instanceof Effect.IdentifyObject said && answered.add(effect)) {
          story.tell(
              new FlowEvent.ObjectIdentified(said.object(), OptionalLong.of(++entry), said.item()));
        } else if (effect instanceof Effect.SettleReturn settle && answered.add(effect)) {
          story.tell(
              new FlowEvent.ReturnSettled(
                  new ReturnOutcome.Recorded(
                      settle.entry(), BOOK, Optional.empty(), Optional.empty()),
                  Optional.empty()));
        } else if (effect instanceof Effect.ArmTag arm && answered.add(effect)) {
          story.tell(new FlowEvent.TagArmed(arm.entry(), arm.uid(), TagResult.DONE));
        }
      }
      return this;
    }

    /// The power goes, and the program starts with nothing in mind; bin and readers answer again.
    Drop powerCut(boolean flapClosed) {
      story.state = FlowState.initial(story.flow.settings(), story.state.now());
      device(DeviceRole.DROP_READER, Condition.READY, "");
      device(DeviceRole.DROP, Condition.READY, "");
      return flap(flapClosed);
    }

    Drop listed() {
      story.tell(new FlowEvent.FieldListed(Place.DROP));
      return this;
    }

    DropState state() {
      return ((Screen.BookDrop) story.state.screen()).state();
    }
  }

  private static final Map<String, Play> PLAYS = new TreeMap<>();

  private static void play(String id, Consumer<Drop> before, Consumer<Drop> event) {
    PLAYS.put(id, new Play(before, event));
  }

  private static Drop pushed(Drop drop) {
    return drop.flap(false).tag("E1", BOOK);
  }

  private static Drop unread(Drop drop) {
    return drop.flap(false).falls().flap(true).seconds(2).disk();
  }

  static {
    play("B01", _ -> {}, drop -> drop.flap(false));
    play("B02", drop -> drop.flap(false), drop -> drop.flap(true));
    play("B03", drop -> drop.flap(false), drop -> drop.tag("E1", BOOK));
    play("B04", DropTableTest::pushed, drop -> drop.falls().disk().gone("E1").flap(true));
    play("B05", DropTableTest::pushed, drop -> drop.gone("E1").flap(true).seconds(4));
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
    play("B11", DropTableTest::unread, drop -> drop.scan(new Scan.Item(BOOK)).disk());
    play(
        "B12",
        DropTableTest::unread,
        drop -> {
          drop.story.press(new Key.Digit(3)).press(new Key.Digit(9)).press(new Key.Confirm());
          assertThat(drop.story.didOnce(Effect.JudgeAtDrop.class).digits()).isEqualTo("39");
          drop.scan(new Scan.Item(BOOK)).disk();
        });
    play("B13", DropTableTest::unread, drop -> drop.scan(new Scan.BadCheck("1112")));
    play("B14", DropTableTest::unread, drop -> drop.seconds(31));
    play("B15", DropTableTest::unread, drop -> drop.story.press(new Key.Leave()));
    play("B16", DropTableTest::unread, drop -> drop.tag("E1", BOOK).disk());
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
    play("B26", _ -> {}, drop -> drop.story.tell(new FlowEvent.BinFilled(92)));
    play(
        "B27",
        drop -> drop.story.tell(new FlowEvent.BinFilled(85)),
        drop -> drop.story.tell(new FlowEvent.BinCounted(6)));
    play(
        "B28",
        drop -> drop.story.tell(new FlowEvent.BinFilled(92)),
        drop -> drop.story.tell(new FlowEvent.BinFilled(80)));
    play(
        "B29",
        _ -> {},
        drop ->
            drop.story.tell(
                new FlowEvent.JournalChanged(JournalHealth.DISK_FULL, Optional.empty())));
    play(
        "B30",
        drop -> drop.story.tell(new FlowEvent.BinFilled(40)),
        drop -> drop.story.tell(new FlowEvent.DropChanged(true, false, false)));
    play(
        "B31",
        drop -> drop.story.tell(new FlowEvent.DropChanged(true, false, false)),
        drop -> drop.story.tell(new FlowEvent.DropChanged(true, true, false)));
    play(
        "B32",
        _ -> {},
        drop ->
            drop.device(DeviceRole.SCANNER, Condition.CONNECTING, "S10")
                .device(DeviceRole.DROP_READER, Condition.CONNECTING, "F10"));
    play("B33", DropTableTest::pushed, drop -> drop.powerCut(true).tag("E1", BOOK).listed().disk());
    play(
        "B34",
        DropTableTest::pushed,
        drop -> drop.powerCut(false).tag("E1", BOOK).listed().falls().disk().flap(true));
    play("B35", DropTableTest::pushed, drop -> drop.flap(true).seconds(4).disk());
    play(
        "B36", drop -> pushed(drop).falls().disk().gone("E1").flap(true), drop -> drop.seconds(13));
    play(
        "B37",
        drop -> drop.flap(false).falls(),
        drop -> drop.tag("E1", new TagReading.Foreign()).flap(true).seconds(2).disk());
    play("B38", DropTableTest::unread, drop -> drop.tag("E1", new TagReading.Foreign()));
    play("B39", _ -> {}, drop -> drop.opening(false));
    play("B40", drop -> drop.opening(false), drop -> drop.opening(true));
  }

  @TestFactory
  List<DynamicTest> every_row_of_the_page_is_what_the_machine_does() {
    List<DynamicTest> tests = new ArrayList<>();
    for (DropTable row : DropTable.rows().values()) {
      tests.add(DynamicTest.dynamicTest(row.id() + " " + row.event(), () -> prove(row)));
    }
    return tests;
  }

  private static void prove(DropTable row) {
    Play play =
        Optional.ofNullable(PLAYS.get(row.id()))
            .orElseThrow(() -> new AssertionError("a row without a proof: " + row.id()));
    Drop drop = new Drop();
    play.before().accept(drop);
    assertThat(drop.state()).as("before").isEqualTo(row.before());
    drop.story.effects.clear();
    play.event().accept(drop);
    assertThat(drop.state()).as("after").isEqualTo(row.after());
    assertThat(written(drop)).as("written").isEqualTo(row.written());
    assertThat(drop.story.state.sight().lamp()).as("lamp").contains(row.lamp());
  }

  @Test
  void every_play_stands_on_the_page() {
    assertThat(DropTable.rows().keySet()).containsExactlyElementsOf(PLAYS.keySet());
  }

  @Test
  void the_states_and_the_lamps_of_the_page_are_all_there_are() {
    assertThat(DropTable.rows().values()).extracting(DropTable::after).contains(DropState.values());
    assertThat(DropTable.rows().values()).extracting(DropTable::lamp).contains(DropLamp.values());
    for (DropState state : DropState.values()) {
      assertThat(DropTable.rows().values())
          .filteredOn(row -> row.after() == state)
          .allSatisfy(row -> assertThat(row.lamp()).isEqualTo(state.lamp()));
    }
  }

  /// What was written in a row, in the words of the page.
  private static String written(Drop drop) {
    List<String> words = new ArrayList<>();
    for (Effect effect : drop.story.effects) {
      String word = WORDS.getOrDefault(effect.getClass(), _ -> "").apply(effect);
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words.isEmpty() ? "nothing" : String.join(", ", words);
  }

  private static final Map<Class<? extends Effect>, Function<Effect, String>> WORDS =
      Map.of(
          Effect.Receive.class, _ -> "return",
          Effect.WriteObject.class, it -> ("object " + ((Effect.WriteObject) it).sign()).strip(),
          Effect.IdentifyObject.class, it -> "identified by " + ((Effect.IdentifyObject) it).by(),
          Effect.SetIncomplete.class, _ -> "set incomplete",
          Effect.ToldFinding.class, it -> "finding " + ((Effect.ToldFinding) it).what(),
          Effect.EmptyBin.class,
              it -> ((Effect.EmptyBin) it).by().isEmpty() ? "bin gone" : "bin emptied",
          Effect.LogStaff.class, it -> note((Effect.LogStaff) it));

  private static String note(Effect.LogStaff line) {
    return line.note() == Effect.StaffNote.DROP_DISTURBED
        ? "note " + line.code().orElseThrow()
        : "";
  }

  @Test
  void the_moment_that_counts_is_when_it_passed_and_not_when_it_was_read() {
    Drop drop = new Drop();
    drop.flap(false).falls();
    var then = drop.story.state.sight().passed().getFirst().at();
    drop.seconds(1).tag("E1", BOOK);
    assertThat(drop.story.didOnce(Effect.Receive.class).handedOver()).isEqualTo(then);
    assertThat(then.wall().getOffset()).isEqualTo(ZoneOffset.ofHours(8));
  }
}
