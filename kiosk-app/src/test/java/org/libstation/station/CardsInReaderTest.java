package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.device.TagUid;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.TagReading;

class CardsInReaderTest {
  private static final PatronId ANNA = new PatronId("29999000001234");
  private static final TagUid ONE = new TagUid("E004010012345601");
  private static final TagUid TWO = new TagUid("E004010012345602");

  private final List<FlowEvent> told = new ArrayList<>();
  private final CardsInReader reader = new CardsInReader(told::add, told::add);

  @Test
  void a_card_that_is_laid_down_is_read_and_known_to_lie_there_until_it_is_taken() {
    reader.listed();
    reader.arrived(ONE, new TagReading.CardTag(ANNA));
    reader.left(ONE);
    assertThat(told)
        .containsExactly(
            new FlowEvent.CardLies(false),
            new FlowEvent.CardLies(true),
            new FlowEvent.CardRead(ANNA),
            new FlowEvent.CardLies(false));
  }

  @Test
  void a_card_that_lay_there_when_the_reader_came_begins_no_visit() {
    reader.arrived(ONE, new TagReading.CardTag(ANNA));
    reader.listed();
    assertThat(told).containsExactly(new FlowEvent.CardLies(true));
  }

  @Test
  void one_of_two_cards_that_is_taken_leaves_one() {
    reader.listed();
    reader.arrived(ONE, new TagReading.CardTag(ANNA));
    reader.arrived(TWO, new TagReading.CardTag(ANNA));
    told.clear();
    reader.left(ONE);
    assertThat(told).isEmpty();
    reader.left(TWO);
    assertThat(told).containsExactly(new FlowEvent.CardLies(false));
  }

  @Test
  void what_happened_while_the_reader_was_away_is_told_when_it_is_back() {
    reader.listed();
    reader.arrived(ONE, new TagReading.CardTag(ANNA));
    told.clear();
    reader.lost();
    reader.left(ONE);
    assertThat(told).isEmpty();
    reader.listed();
    assertThat(told).containsExactly(new FlowEvent.CardLies(false));
  }

  @Test
  void another_card_in_the_place_of_the_one_that_was_taken_is_not_that_one() {
    reader.listed();
    reader.arrived(ONE, new TagReading.CardTag(ANNA));
    told.clear();
    reader.lost();
    reader.left(ONE);
    reader.arrived(TWO, new TagReading.CardTag(ANNA));
    reader.listed();
    assertThat(told).containsExactly(new FlowEvent.CardLies(false), new FlowEvent.CardLies(true));
  }

  @Test
  void what_is_no_card_is_said_and_not_followed() {
    reader.listed();
    told.clear();
    reader.arrived(ONE, new TagReading.ItemTag(new ItemId("39999000001111"), 1, 1));
    reader.arrived(TWO, new TagReading.BlankTag());
    reader.left(ONE);
    assertThat(told)
        .containsExactly(new FlowEvent.NoCardRead(true), new FlowEvent.NoCardRead(false));
  }
}
