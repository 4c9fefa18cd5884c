package org.libstation.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.journal.Mark.StaffLine.StaffReason;

/// No person, no item, no title: news have no place for one.
final class NewsTest {
  private static final Set<Type> NUMBERS =
      Set.of(long.class, boolean.class, OptionalInt.class, OptionalLong.class, Instant.class);

  @Test
  void every_component_is_a_number_a_moment_or_a_word_of_the_program() {
    List<String> texts = new ArrayList<>();
    look(News.class, "news", texts);
    assertThat(texts)
        .containsExactlyInAnyOrder(
            "news.code.text",
            "news.firstFault.device.text",
            "news.firstFault.code.text",
            "news.devices.name.text",
            "news.devices.code.text",
            "news.policy.version.text");
  }

  /// Collects where a text can be; all of them are tokens.
  private static void look(Type type, String path, List<String> texts) {
    if (type instanceof ParameterizedType holder) {
      assertThat(holder.getRawType()).isIn(Optional.class, List.class);
      look(holder.getActualTypeArguments()[0], path, texts);
    } else if (type instanceof Class<?> kind && kind.isRecord()) {
      for (RecordComponent each : kind.getRecordComponents()) {
        look(each.getGenericType(), path + "." + each.getName(), texts);
      }
    } else if (type == String.class) {
      texts.add(path);
    } else if (!(type instanceof Class<?> kind && kind.isEnum())) {
      assertThat(NUMBERS).as(path).contains(type);
    }
  }

  @Test
  void a_token_takes_no_sentence_no_script_and_nothing_long() {
    assertThat(new News.Token("DP32").text()).isEqualTo("DP32");
    for (String wrong :
        List.of("", "Chan Tai-man", "<script>", "魔戒", "a\"b", "x".repeat(41), "a/b", "-1")) {
      assertThat(new News.Token(wrong).text()).isEqualTo("other");
    }
  }

  @Test
  void the_document_is_as_the_page_has_it() {
    HourFigures figures =
        new HourFigures(
            Instant.parse("2026-11-30T10:00:00Z"),
            new HourFigures.Ages(2, 1, 0),
            new HourFigures.Ages(0, 0, 3),
            List.of(new HourFigures.ReasonCount(StaffReason.RETURN_REFUSED, 3)),
            Optional.of(Instant.parse("2026-11-30T09:00:00Z")),
            new Counts(10, 1, 20, 3, 4, 0));
    assertThat(
            NewsJson.state(
                "3f9a0c12",
                7,
                42,
                Instant.parse("2026-11-30T10:20:05Z"),
                "1.4.0",
                Samples.news(LinkState.ONLINE, figures)))
        .isEqualTo(
            "{\"schema\":\"libstation-fleet-1\",\"id\":\"3f9a0c12\",\"boot\":7,\"number\":42,"
                + "\"at\":\"2026-11-30T10:20:05Z\",\"version\":\"1.4.0\",\"serves\":\"yes\",\"devices\":[],"
                + "\"link\":\"online\",\"journal\":\"good\",\"paper\":\"good\","
                + "\"clock\":{\"doubtful\":false},\"figures\":{\"until\":\"2026-11-30T10:00:00Z\","
                + "\"open\":{\"under-a-day\":2,\"under-a-week\":1,\"older\":0},"
                + "\"staff-lines\":{\"under-a-day\":0,\"under-a-week\":0,\"older\":3},"
                + "\"staff-kinds\":{\"return-refused\":3},"
                + "\"last-visit-hour\":\"2026-11-30T09:00:00Z\","
                + "\"totals\":{\"loans\":10,\"offline-loans\":1,\"returns\":20,\"renewals\":3,"
                + "\"refused\":4,\"unanswered\":0}}}");
  }

  private static final HourFigures NO_FIGURES =
      new HourFigures(
          Instant.parse("2026-11-30T10:00:00Z"),
          HourFigures.Ages.NONE,
          HourFigures.Ages.NONE,
          List.of(),
          Optional.empty(),
          Counts.NONE);

  /// A station with all that a state can have.
  private static News full() {
    return Samples.news(LinkState.SILENT, NO_FIGURES)
        .with(
            c ->
                c.serves(News.Serves.OUT_OF_SERVICE)
                    .code(Optional.of(new News.Token("K21")))
                    .firstFault(
                        Optional.of(
                            new News.FaultNews(
                                News.FaultSource.DEVICE,
                                Optional.of(new News.Token("pad")),
                                new News.Token("E11"))))
                    .devices(
                        List.of(
                            new News.DeviceNews(
                                new News.Token("pad"),
                                DeviceCondition.NEEDS_HAND,
                                Optional.of(new News.Token("E11"))),
                            new News.DeviceNews(
                                new News.Token("printer"),
                                DeviceCondition.READY,
                                Optional.empty())))
                    .journal(JournalHealth.FAILING)
                    .bin(new News.Bin(OptionalInt.of(80), true, true))
                    .paper(News.PaperSupply.NEAR_END)
                    .policy(
                        Optional.of(
                            new News.PolicyNews(
                                new News.Token("2026-1"), OptionalLong.of(30), true)))
                    .clock(new News.Clock(true, OptionalLong.of(-90))));
  }

  @Test
  void a_document_with_each_member_is_written_byte_for_byte() {
    assertThat(
            NewsJson.state(
                "3f9a0c12", 7, 42, Instant.parse("2026-11-30T10:20:05Z"), "1.4.0", full()))
        .isEqualTo(Samples.STATE);
  }

  @Test
  void presence_and_counts_are_written_byte_for_byte() {
    assertThat(NewsJson.presence("3f9a0c12", 7, 2, Presence.BORN))
        .hasToString(
            "{\"schema\":\"libstation-fleet-1\",\"id\":\"3f9a0c12\",\"boot\":7,"
                + "\"connection\":2,\"presence\":\"born\"}");
    assertThat(
            NewsJson.counts(
                "3f9a0c12",
                7,
                90,
                Instant.parse("2026-11-30T10:00:00Z"),
                new Counts(10, 1, 20, 3, 4, 5)))
        .isEqualTo(
            "{\"schema\":\"libstation-fleet-1\",\"id\":\"3f9a0c12\",\"boot\":7,\"number\":90,"
                + "\"until\":\"2026-11-30T10:00:00Z\",\"totals\":{\"loans\":10,"
                + "\"offline-loans\":1,\"returns\":20,\"renewals\":3,\"refused\":4,"
                + "\"unanswered\":5}}");
  }
}
