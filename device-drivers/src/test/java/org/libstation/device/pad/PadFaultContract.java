package org.libstation.device.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.SelfNote;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.device.pad.lab.PadFault;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.twin.TagField;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// Every fault of a make's twin against its driver, one after the other, with what must come of it.
public abstract class PadFaultContract {
  private static final String TAG = "E004015012345678";
  private static final TagUid UID = new TagUid(TAG);
  private static final TagContent.Item ITEM =
      new TagContent.Item("31234000012342", Optional.of("CN-NLC"), 1, 1);
  private static final TagContent.Item OTHER =
      new TagContent.Item("31234000099999", Optional.of("CN-NLC"), 1, 1);

  private final PadRig<?> rig;

  /// @param rig the make under test
  protected PadFaultContract(PadRig<?> rig) {
    this.rig = rig;
  }

  /// What cannot be wrong with a pad of this make.
  protected abstract Set<PadFault> impossible();

  private void bringAbout(PadFault fault) {
    assertThat(rig.twin.bringAbout(fault.fault().name(), fault.fault().arguments())).isEmpty();
  }

  private TagOutcome clear() {
    rig.reader.setSecurity(1, UID, TagSecurity.CLEARED);
    rig.settle();
    return rig.events(DeviceEvent.SecuritySet.class).getLast().outcome();
  }

  private TagOutcome write() {
    rig.reader.write(2, UID, LibraryTag.encode(OTHER));
    rig.settle();
    return rig.events(DeviceEvent.TagWritten.class).getLast().outcome();
  }

  private List<DeviceEvent.TagArrived> arrivals() {
    return rig.events(DeviceEvent.TagArrived.class);
  }

  /// What the reader says of ghosts in its health.
  private List<SelfNote> ghosts() {
    return rig.reader.health() instanceof DeviceHealth.Ready ready
        ? ready.says().stream().filter(note -> note.name().equals("GHOSTS")).toList()
        : List.of();
  }

  @Test
  void every_fault_is_told_with_words_and_an_example_that_works() {
    rig.twin.place(TAG, ITEM.primaryId(), "CN-NLC", 1, 1, true);
    assertThat(rig.twin.faults())
        .hasSize(PadFault.values().length - impossible().size())
        .extracting(TwinFault::name)
        .doesNotHaveDuplicates();
    for (TwinFault fault : rig.twin.faults()) {
      assertThat(fault.words()).isNotBlank();
      assertThat(rig.twin.bringAbout(fault.name(), fault.arguments())).as(fault.name()).isEmpty();
    }
  }

  @Test
  void what_is_no_fault_of_it_is_refused_in_words() {
    assertThat(rig.twin.bringAbout("explode", List.of())).isPresent();
    assertThat(rig.twin.bringAbout("weak", List.of("E004015012345678"))).isPresent();
    assertThat(rig.twin.bringAbout("weak", List.of("E004015012345678", "2"))).isPresent();
    assertThat(rig.twin.bringAbout("silent", List.of("many"))).isPresent();
  }

  /// The tag is laid down with the fault there; afterwards it is healed and everything works.
  @ParameterizedTest
  @EnumSource
  void each_fault_comes_to_what_it_must_and_ends_when_it_is_healed(PadFault fault) {
    if (impossible().contains(fault)) {
      assertThat(rig.twin.bringAbout(fault.fault().name(), fault.fault().arguments())).isPresent();
      return;
    }
    rig.settle();
    rig.twin.place(TAG, ITEM.primaryId(), "CN-NLC", 1, 1, true);
    bringAbout(fault);
    rig.settle();
    check(fault);
    rig.twin.heal();
    rig.settle();
    rig.settle();
    assertThat(rig.reader.health()).isInstanceOf(DeviceHealth.Ready.class);
    assertThat(rig.reader.lying()).hasSizeLessThanOrEqualTo(1);
    assertThat(arrivals()).extracting(DeviceEvent.TagArrived::uid).containsOnly(UID);
  }

  private void check(PadFault fault) {
    switch (fault) {
      case WEAK,
          TWICE,
          SILENT,
          LATE,
          HALF,
          NOISE,
          CORRUPT,
          MISSHAPEN,
          OTHER_TAG,
          ENDLESS,
          OTHER_ADDRESS,
          OTHER_COMMAND,
          REFUSE ->
          itIsReadAndClearedAllTheSame();
      case PULL_AWAY -> {
        assertThat(write()).isEqualTo(new TagOutcome.TagGone());
        rig.twin.putBack(TAG);
        rig.settle();
        assertThat(arrivals().getLast().content()).isInstanceOf(TagContent.Damaged.class);
        assertThat(write()).isEqualTo(new TagOutcome.TagWriteVerified());
      }
      case DEAF -> failed(clear(), "DT14");
      case LOCK_AFI -> failed(clear(), "DT12");
      case LOCK_BLOCK -> {
        failed(write(), "DT12");
        assertThat(LibraryTag.judge(6, rig.twin.memory(TAG))).isEqualTo(ITEM);
      }
      case THIRD_AFI -> {
        assertThat(arrivals().getLast().security()).isEqualTo(TagSecurity.UNKNOWN);
        assertThat(clear()).isEqualTo(new TagOutcome.NotOurs(0xD7));
      }
      case QUIET -> {
        assertThat(arrivals()).isEmpty();
        rig.reader.close();
        rig.twin.heal();
      }
      case TORN ->
          assertThat(arrivals())
              .singleElement()
              .matches(it -> it.content() instanceof TagContent.Damaged);
      case GHOST -> {
        itIsReadAndClearedAllTheSame();
        assertThat(ghosts())
            .singleElement()
            .asString()
            .contains("E004015000FACADE", "never answered");
      }
      case FLIPPED -> {
        itIsReadAndClearedAllTheSame();
        assertThat(ghosts())
            .singleElement()
            .asString()
            .contains("E004015012245678", "1 bit(s) beside " + TAG);
      }
      case NO_E0 -> {
        itIsReadAndClearedAllTheSame();
        assertThat(ghosts()).singleElement().asString().contains("does not begin with E0");
      }
      case FIELD_OFF -> {
        assertThat(arrivals()).isEmpty();
        rig.line.unplug();
        rig.settle();
        rig.line.plug();
        rig.settle();
        assertThat(arrivals()).hasSize(1);
      }
    }
  }

  private void itIsReadAndClearedAllTheSame() {
    assertThat(arrivals()).singleElement().matches(it -> it.content().equals(ITEM));
    assertThat(clear()).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(rig.twin.afi(TAG)).isEqualTo(TagField.AFI_ON_LOAN);
    assertThat(rig.events(DeviceEvent.TagLeft.class)).isEmpty();
  }

  private static void failed(TagOutcome outcome, String code) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            TagOutcome.TagWriteFailed.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  @Test
  void the_faults_of_the_twin_are_those_of_the_list() {
    assertThat(
            Arrays.stream(PadFault.values())
                .filter(fault -> !impossible().contains(fault))
                .map(PadFault::fault)
                .toList())
        .isEqualTo(rig.twin.faults());
  }
}
