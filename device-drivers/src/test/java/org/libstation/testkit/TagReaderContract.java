package org.libstation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.LyingTag;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagReader;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// What every [TagReader] does, whatever its make. An implementation's test extends this and says
/// how its far end is played.
public abstract class TagReaderContract {
  protected static final String UID = "E004015012345678";
  private static final String OTHER = "E004015012345679";
  protected static final TagContent.Item ITEM =
      new TagContent.Item("31234000012342", Optional.of("CN-NLC"), 1, 1);

  /// The reader under test, not yet stepped.
  protected abstract TagReader reader();

  /// All events so far.
  protected abstract List<DeviceEvent> events();

  /// Steps the reader as long as it takes to notice what changed and to end what it was asked.
  protected abstract void settle();

  protected abstract void placeItem(String uid, boolean armed);

  protected abstract void lift(String uid);

  protected abstract TagSecurity securityOf(String uid);

  protected abstract void unplug();

  protected abstract void plug();

  private <T extends DeviceEvent> List<T> events(Class<T> type) {
    return events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private TagOutcome lastSecurity() {
    return events(DeviceEvent.SecuritySet.class).getLast().outcome();
  }

  @Test
  void before_its_first_step_it_is_connecting_and_has_said_nothing() {
    assertThat(reader().health()).isInstanceOf(DeviceHealth.Connecting.class);
    assertThat(events()).isEmpty();
  }

  @Test
  void a_tag_arrives_once_and_leaves_once() {
    settle();
    assertThat(reader().health()).isInstanceOf(DeviceHealth.Ready.class);
    placeItem(UID, true);
    settle();
    settle();
    assertThat(events(DeviceEvent.TagArrived.class)).hasSize(1);
    DeviceEvent.TagArrived arrived = events(DeviceEvent.TagArrived.class).getFirst();
    assertThat(arrived.uid()).isEqualTo(new TagUid(UID));
    assertThat(arrived.content()).isEqualTo(ITEM);
    assertThat(arrived.security()).isEqualTo(TagSecurity.ARMED);
    lift(UID);
    settle();
    settle();
    assertThat(events(DeviceEvent.TagLeft.class)).hasSize(1);
  }

  @Test
  void the_security_byte_is_set_both_ways_and_twice_is_done_too() {
    placeItem(UID, true);
    settle();
    for (TagSecurity to : List.of(TagSecurity.CLEARED, TagSecurity.CLEARED, TagSecurity.ARMED)) {
      assertThat(reader().setSecurity(7, new TagUid(UID), to)).isTrue();
      settle();
      assertThat(lastSecurity()).isEqualTo(new TagOutcome.TagWriteVerified());
      assertThat(securityOf(UID)).isEqualTo(to);
    }
    assertThat(events(DeviceEvent.SecuritySet.class))
        .hasSize(3)
        .allMatch(e -> e.command() == 7 && e.uid().equals(new TagUid(UID)));
  }

  @Test
  void what_lies_there_is_known_with_its_security_as_last_read_or_written() {
    assertThat(reader().lying()).isEmpty();
    placeItem(UID, true);
    settle();
    LyingTag lying = new LyingTag(new TagUid(UID), 0x07, 0x06, ITEM, TagSecurity.ARMED);
    assertThat(reader().lying()).containsExactly(lying);
    reader().setSecurity(1, new TagUid(UID), TagSecurity.CLEARED);
    settle();
    LyingTag cleared = new LyingTag(new TagUid(UID), 0xC2, 0x06, ITEM, TagSecurity.CLEARED);
    assertThat(reader().lying()).containsExactly(cleared);
    lift(UID);
    settle();
    assertThat(reader().lying()).isEmpty();
  }

  @Test
  void a_byte_that_somebody_else_changed_is_found_by_reading_it_anew_and_is_repaired() {
    placeItem(UID, true);
    settle();
    changeSecurityBehindItsBack(UID, false);
    reader().readSecurity(3, new TagUid(UID));
    settle();
    assertThat(events(DeviceEvent.SecurityRead.class))
        .containsExactly(
            new DeviceEvent.SecurityRead(
                reader().name(),
                3,
                new TagUid(UID),
                new TagOutcome.TagWriteVerified(),
                Optional.of(TagSecurity.CLEARED)));
    assertThat(reader().lying())
        .extracting(LyingTag::security)
        .containsExactly(TagSecurity.CLEARED);
    reader().setSecurity(4, new TagUid(UID), TagSecurity.ARMED);
    settle();
    assertThat(lastSecurity()).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(securityOf(UID)).isEqualTo(TagSecurity.ARMED);
    lift(UID);
    settle();
    reader().readSecurity(5, new TagUid(UID));
    settle();
    DeviceEvent.SecurityRead last = events(DeviceEvent.SecurityRead.class).getLast();
    assertThat(last.outcome()).isEqualTo(new TagOutcome.TagGone());
    assertThat(last.security()).isEmpty();
  }

  protected abstract void changeSecurityBehindItsBack(String uid, boolean armed);

  @Test
  void a_tag_that_is_not_there_is_gone() {
    settle();
    reader().setSecurity(1, new TagUid(UID), TagSecurity.CLEARED);
    reader().write(2, new TagUid(UID), LibraryTag.encode(ITEM));
    settle();
    assertThat(lastSecurity()).isEqualTo(new TagOutcome.TagGone());
    assertThat(events(DeviceEvent.TagWritten.class))
        .singleElement()
        .matches(e -> e.command() == 2 && e.outcome().equals(new TagOutcome.TagGone()));
  }

  @Test
  void a_written_record_is_read_when_the_tag_is_placed_again() {
    placeItem(UID, true);
    settle();
    TagContent.Item other = new TagContent.Item("TS0012345", Optional.empty(), 3, 2);
    reader().write(1, new TagUid(UID), LibraryTag.encode(other));
    settle();
    assertThat(events(DeviceEvent.TagWritten.class))
        .singleElement()
        .matches(e -> e.outcome().equals(new TagOutcome.TagWriteVerified()));
    lift(UID);
    settle();
    putBack(UID);
    settle();
    assertThat(events(DeviceEvent.TagArrived.class).getLast().content()).isEqualTo(other);
  }

  protected abstract void putBack(String uid);

  @Test
  void without_its_line_every_command_is_answered_and_afterwards_it_works_again() {
    placeItem(UID, true);
    settle();
    unplug();
    reader().setSecurity(1, new TagUid(UID), TagSecurity.CLEARED);
    settle();
    assertThat(reader().health()).isInstanceOf(DeviceHealth.Connecting.class);
    assertThat(lastSecurity()).isInstanceOf(TagOutcome.NoReader.class);
    plug();
    settle();
    settle();
    assertThat(reader().health()).isInstanceOf(DeviceHealth.Ready.class);
    reader().setSecurity(2, new TagUid(UID), TagSecurity.CLEARED);
    settle();
    assertThat(lastSecurity()).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(events(DeviceEvent.TagArrived.class)).hasSize(1);
  }

  @Test
  void what_lay_there_at_the_connection_is_told_before_the_field_is_listed() {
    placeItem(UID, true);
    settle();
    placeItem(OTHER, true);
    settle();
    assertThat(events())
        .filteredOn(e -> !(e instanceof DeviceEvent.HealthChanged))
        .extracting(e -> (Object) e.getClass())
        .containsExactly(
            DeviceEvent.TagArrived.class,
            DeviceEvent.FieldListed.class,
            DeviceEvent.TagArrived.class);
  }

  @Test
  void what_was_lifted_while_the_line_was_cut_is_told_before_the_field_is_listed_again() {
    placeItem(UID, true);
    placeItem(OTHER, true);
    settle();
    unplug();
    settle();
    lift(OTHER);
    int before = events().size();
    plug();
    settle();
    settle();
    assertThat(events().subList(before, events().size()))
        .filteredOn(e -> !(e instanceof DeviceEvent.HealthChanged))
        .containsExactly(
            new DeviceEvent.TagLeft(reader().name(), new TagUid(OTHER)),
            new DeviceEvent.FieldListed(reader().name()));
  }

  @Test
  void a_look_that_is_asked_for_lists_the_field_once_and_changes_nothing() {
    placeItem(UID, true);
    placeItem(OTHER, true);
    settle();
    int before = events().size();
    reader().lookAnew();
    settle();
    assertThat(events().subList(before, events().size()))
        .containsExactly(new DeviceEvent.FieldListed(reader().name()));
  }

  @Test
  void what_was_lifted_before_a_look_was_asked_for_is_told_before_the_field_is_listed() {
    placeItem(UID, true);
    placeItem(OTHER, true);
    settle();
    int before = events().size();
    lift(OTHER);
    reader().lookAnew();
    settle();
    assertThat(events().subList(before, events().size()))
        .containsExactly(
            new DeviceEvent.TagLeft(reader().name(), new TagUid(OTHER)),
            new DeviceEvent.FieldListed(reader().name()));
  }

  @Test
  void a_look_asked_of_a_reader_that_is_away_is_answered_by_the_list_of_its_return() {
    placeItem(UID, true);
    settle();
    unplug();
    reader().lookAnew();
    int before = events().size();
    settle();
    assertThat(events().subList(before, events().size()))
        .noneMatch(DeviceEvent.FieldListed.class::isInstance);
    lift(UID);
    reader().lookAnew();
    plug();
    settle();
    settle();
    assertThat(events().subList(before, events().size()))
        .filteredOn(e -> !(e instanceof DeviceEvent.HealthChanged))
        .containsExactly(
            new DeviceEvent.TagLeft(reader().name(), new TagUid(UID)),
            new DeviceEvent.FieldListed(reader().name()));
  }

  @Test
  void the_queue_is_bounded_and_each_command_taken_is_answered() {
    placeItem(UID, true);
    settle();
    int taken = 0;
    while (taken < 10_000 && reader().setSecurity(taken, new TagUid(UID), TagSecurity.ARMED)) {
      taken++;
    }
    assertThat(taken).isBetween(1, 1_000);
    for (int i = 0; i < 20 && events(DeviceEvent.SecuritySet.class).size() < taken; i++) {
      settle();
    }
    assertThat(events(DeviceEvent.SecuritySet.class)).hasSize(taken);
  }

  @Test
  void a_closed_reader_connects_anew() {
    settle();
    reader().close();
    assertThat(reader().health()).isInstanceOf(DeviceHealth.Connecting.class);
    settle();
    assertThat(reader().health()).isInstanceOf(DeviceHealth.Ready.class);
  }
}
