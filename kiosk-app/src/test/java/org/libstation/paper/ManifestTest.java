package org.libstation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.CirculationEvent.ItemReturned;
import org.libstation.circulation.CirculationEvent.ObjectDropped;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.StationClock;
import org.libstation.device.Receipt;
import org.libstation.flow.state.Language;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.MemoryJournal;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.sync.BinLoads;
import org.libstation.sync.DropDesk;

/// What is on the manifest is exactly what the journal says.
class ManifestTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");
  private static final OffsetDateTime BEGIN = OffsetDateTime.parse("2026-11-26T21:00:00+08:00");

  private Duration at = Duration.ZERO;

  private final StationClock clock =
      new StationClock() {
        @Override
        public EventTime now() {
          return new EventTime(BEGIN.plus(at), "boot", at, Optional.empty(), false);
        }

        @Override
        public Duration monotonic() {
          return at;
        }
      };

  private final MemoryJournal journal = new MemoryJournal(clock);
  private final DropDesk drop = new DropDesk(journal);

  private List<String> lines(BinContents bin) {
    Texts texts = TestTexts.OURS;
    Receipt paper =
        ManifestPaper.of(
            new ManifestWords(texts.in(Language.EN), ZONE), bin, "Drop 3", BEGIN.plus(at));
    List<String> lines = new ArrayList<>();
    for (Receipt.Line line : paper.lines()) {
      if (line instanceof Receipt.Text text) {
        lines.add(text.text());
      }
    }
    return lines;
  }

  @Test
  void a_random_night_stands_on_paper_line_by_line_as_it_stands_in_the_journal() {
    Random random = new Random(3);
    List<String> expected = new ArrayList<>();
    int items = 0;
    int objects = 0;
    for (int i = 0; i < 60; i++) {
      at = at.plusSeconds(30 + random.nextInt(90));
      if (random.nextInt(6) == 0) {
        objects++;
        drop.objectDropped(clock.now(), Optional.of(Duration.ofMillis(200 + i)), "");
      } else {
        items++;
        List<Mark> marks = new ArrayList<>();
        if (random.nextInt(4) == 0) {
          marks.add(new Mark.HeldForEmptying());
        } else if (random.nextInt(3) == 0) {
          marks.add(new Mark.Sorted(Optional.of("C" + random.nextInt(2)), random.nextBoolean()));
        }
        long _ =
            journal.append(
                NewEntry.of(
                    new ItemReturned(
                        new ItemId("3000000000%04d".formatted(i)), clock.now(), How.DROPPED, true),
                    Optional.empty(),
                    marks,
                    List.of()));
      }
    }
    BinContents bin = drop.emptied(clock.now(), "Chan", 62, OptionalInt.of(80));
    List<String> paper = lines(bin);

    assertThat(paper)
        .contains("Returned " + items, "Unread " + objects, "Counted by the eye 62")
        .contains("Emptied by Chan", "Journal entry " + bin.emptying());
    for (JournalEntry entry : journal.all(1, 1000)) {
      if (entry.what() instanceof ObjectDropped object) {
        expected.add("#" + entry.number());
        assertThat(paper)
            .anyMatch(
                line ->
                    line.startsWith("#" + entry.number() + " ")
                        && line.contains(object.dark().orElseThrow().toMillis() + " ms"));
      }
      boolean held =
          entry.marks().stream()
              .map(JournalEntry.Noted::mark)
              .anyMatch(
                  mark ->
                      mark instanceof Mark.HeldForEmptying
                          || (mark instanceof Mark.Sorted(_, boolean somebody) && somebody));
      assertThat(paper.stream().anyMatch(line -> line.endsWith("#" + entry.number())))
          .as("hold of entry " + entry.number())
          .isEqualTo(held);
    }
    assertThat(expected).hasSize(objects);
    assertThat(BinLoads.of(journal.all(1, 1000)).last()).contains(bin);
  }

  @Test
  void the_last_loads_are_told_alike_from_the_whole_journal_and_from_its_end() {
    for (int night = 0; night < 4; night++) {
      assertThat(BinLoads.ofLast(journal.each()).last())
          .isEqualTo(BinLoads.of(journal.each()).last());
      assertThat(BinLoads.ofLast(journal.each()).now())
          .isEqualTo(BinLoads.of(journal.each()).now());
      for (int i = 0; i < 3; i++) {
        at = at.plusSeconds(60);
        drop.objectDropped(clock.now(), Optional.of(Duration.ofMillis(200 + i)), "");
      }
      assertThat(BinLoads.ofLast(journal.each()).now())
          .isEqualTo(BinLoads.of(journal.each()).now())
          .extracting(BinContents::objects)
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .hasSize(3);
      BinContents bin = drop.emptied(clock.now(), "Chan", 3, OptionalInt.of(80));
      assertThat(BinLoads.ofLast(journal.each()).last()).contains(bin);
    }
  }
}
