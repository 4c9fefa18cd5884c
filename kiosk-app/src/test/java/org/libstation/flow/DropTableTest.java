package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.libstation.flow.state.DropLamp;
import org.libstation.flow.state.DropState;
import org.libstation.flow.state.Effect;

/// Each row of the book drop's table is what the machine does: the page is read, the row is played,
/// and state, what was written and the lamp are held against it. A row without a play fails.
class DropTableTest {
  @TestFactory
  List<DynamicTest> every_row_of_the_page_is_what_the_machine_does() {
    List<DynamicTest> tests = new ArrayList<>();
    for (DropTable row : DropTable.rows().values()) {
      tests.add(DynamicTest.dynamicTest(row.id() + " " + row.event(), () -> prove(row)));
    }
    return tests;
  }

  private static void prove(DropTable row) {
    DropPlays.Play play =
        Optional.ofNullable(DropPlays.ALL.get(row.id()))
            .orElseThrow(() -> new AssertionError("a row without a proof: " + row.id()));
    DropAlone drop = new DropAlone();
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
    assertThat(DropTable.rows().keySet()).containsExactlyElementsOf(DropPlays.ALL.keySet());
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
  private static String written(DropAlone drop) {
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
          Effect.WriteObject.class, it -> object((Effect.WriteObject) it),
          Effect.IdentifyObject.class, it -> "identified by " + ((Effect.IdentifyObject) it).by(),
          Effect.ReportIncompleteSet.class, _ -> "set incomplete",
          Effect.ToldFinding.class, it -> "finding " + ((Effect.ToldFinding) it).what(),
          Effect.EmptyBinEffect.class,
              it -> ((Effect.EmptyBinEffect) it).by().isEmpty() ? "bin gone" : "bin emptied",
          Effect.LogStaff.class, it -> note((Effect.LogStaff) it));

  private static String object(Effect.WriteObject object) {
    return object.sign().map(sign -> "object " + sign).orElse("object");
  }

  private static String note(Effect.LogStaff line) {
    return line.note() == Effect.StaffNote.DROP_DISTURBED
        ? "note " + line.code().orElseThrow()
        : "";
  }

  @Test
  void the_moment_that_counts_is_when_it_passed_and_not_when_it_was_read() {
    DropAlone drop = new DropAlone();
    drop.flap(false).falls();
    var then = drop.story.state.sight().passed().getFirst().at();
    drop.seconds(1).tag("E1", Story.BOOK);
    assertThat(drop.story.didOnce(Effect.Receive.class).handedOver()).isEqualTo(then);
    assertThat(then.wall().getOffset()).isEqualTo(ZoneOffset.ofHours(8));
  }
}
