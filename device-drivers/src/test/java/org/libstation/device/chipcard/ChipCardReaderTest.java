package org.libstation.device.chipcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.CardProblem;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.SampleSetup;
import org.libstation.device.chipcard.lab.ChipReaderTwin;
import org.libstation.device.chipcard.lab.DesfireCard;
import org.libstation.device.chipcard.lab.UidCard;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.Drivers;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

@Timeout(300)
class ChipCardReaderTest {
  private static final String UID = "04A1B2C3D4E580";
  private static final String KEY = "00112233445566778899AABBCCDDEEFF";
  private static final String HELD =
      HexFormat.of().formatHex("21234000056788".getBytes(StandardCharsets.US_ASCII));

  @TempDir Path dir;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-29T09:00:00Z"));
  private final ChipReaderTwin twin = new ChipReaderTwin();
  private final LoopLine line = new LoopLine("loop", twin, clock::advance);
  private final List<DeviceEvent> events = new ArrayList<>();
  private final ChipCardReader reader = reader(Map.of());

  @Test
  void a_card_that_is_laid_down_is_read_once_however_long_it_lies() {
    turns(2);
    assertThat(reader.health().code()).isEmpty();
    assertThat(((DeviceHealth.Ready) reader.health()).description()).contains("ACR122S");
    twin.lay(UidCard.of(UID));
    turns(20);
    assertThat(numbers()).containsExactly(UID);
    twin.lift();
    turns(20);
    twin.lay(UidCard.of(UID));
    turns(5);
    assertThat(numbers()).containsExactly(UID, UID);
  }

  @Test
  void a_card_is_told_to_lie_there_once_it_is_read_and_not_before() {
    DeviceEvent lies = new DeviceEvent.CardLying("cards", true);
    turns(2);
    assertThat(twin.bringAbout("taken-away", List.of("1"))).isEmpty();
    twin.lay(UidCard.of(UID));
    turns(15);
    assertThat(refused()).containsExactly(CardProblem.TORN_AWAY);
    assertThat(events).doesNotContain(lies);
    twin.heal();
    events.clear();
    twin.lay(UidCard.of(UID));
    turns(15);
    assertThat(events.stream().filter(event -> !(event instanceof DeviceEvent.HealthChanged)))
        .satisfiesExactly(
            seen -> assertThat(seen).isInstanceOf(DeviceEvent.ScanSeen.class),
            lying -> assertThat(lying).isEqualTo(lies),
            number -> assertThat(number).isInstanceOf(DeviceEvent.BarcodeScanned.class));
  }

  @Test
  void cards_of_both_standards_are_read_in_the_form_that_is_set() {
    ChipCardReader set = reader(Map.of("form.base", "decimal", "form.digits", "20"));
    for (String uid : List.of("A1B2C3D4", "E004015012345678")) {
      turns(set, 2);
      twin.lay(UidCard.of(uid));
      turns(set, 3);
      twin.lift();
    }
    assertThat(numbers()).containsExactly("00000000002712847316", "16142028407817131640");
  }

  @Test
  void a_card_that_lay_there_when_the_reader_came_begins_nothing() {
    twin.lay(UidCard.of(UID));
    turns(10);
    assertThat(numbers()).isEmpty();
    line.unplug();
    turns(3);
    assertThat(reader.health().code()).isEqualTo(ChipCardReader.NOT_THERE);
    line.plug();
    turns(30);
    assertThat(reader.health().code()).isEmpty();
    assertThat(numbers()).as("it lay there").isEmpty();
    twin.lift();
    turns(2);
    twin.lay(UidCard.of(UID));
    turns(2);
    assertThat(numbers()).containsExactly(UID);
  }

  @Test
  void a_number_that_is_another_each_time_is_refused_once_and_never_delivered() {
    turns(2);
    twin.lay(UidCard.of("08A1B2C3"));
    turns(20);
    assertThat(numbers()).isEmpty();
    assertThat(refused()).containsExactly(CardProblem.RANDOM_NUMBER);
  }

  @Test
  void of_two_cards_none_is_taken() {
    turns(2);
    assertThat(twin.bringAbout("two", List.of())).isEmpty();
    twin.lay(UidCard.of(UID));
    turns(20);
    assertThat(numbers()).isEmpty();
    assertThat(refused()).containsExactly(CardProblem.TWO_CARDS);
    twin.lift();
    turns(2);
    twin.heal();
    twin.lay(UidCard.of(UID));
    turns(2);
    assertThat(numbers()).containsExactly(UID);
  }

  @Test
  void what_answers_to_nothing_is_refused() {
    turns(2);
    assertThat(twin.bringAbout("mute-card", List.of())).isEmpty();
    twin.lay(UidCard.of(UID));
    turns(10);
    assertThat(refused()).containsExactly(CardProblem.TWO_CARDS);
  }

  @Test
  void a_card_torn_away_at_any_question_is_not_taken_by_half() {
    turns(2);
    for (int after = 1; after <= 2; after++) {
      events.clear();
      assertThat(twin.bringAbout("taken-away", List.of(Integer.toString(after)))).isEmpty();
      twin.lay(UidCard.of(UID));
      turns(15);
      boolean whole = after == 2;
      assertThat(numbers()).as("after " + after).hasSize(whole ? 1 : 0);
      assertThat(refused()).as("after " + after).hasSize(whole ? 0 : 1);
      turns(15);
    }
  }

  @Test
  void a_recipe_that_is_torn_away_at_any_of_its_questions_gives_nothing() throws IOException {
    ChipCardReader set = withRecipe();
    turns(set, 2);
    DesfireCard card =
        new DesfireCard(
            "08A1B2C3", "F58840", KEY, true, true, HELD + "00".repeat(18), new Random(3));
    int whole = 0;
    for (int after = 1; after <= 10; after++) {
      events.clear();
      assertThat(twin.bringAbout("taken-away", List.of(Integer.toString(after)))).isEmpty();
      twin.lay(card);
      turns(set, 15);
      assertThat(numbers()).as("after " + after).hasSize(refused().isEmpty() ? 1 : 0);
      assertThat(numbers()).allMatch("21234000056788"::equals);
      whole += numbers().size();
      twin.heal();
      turns(set, 15);
    }
    assertThat(whole).as("read whole, and not each time").isBetween(1, 5);
    assertThat(events.toString()).doesNotContain(KEY);
  }

  private ChipCardReader withRecipe() throws IOException {
    Files.createDirectories(dir.resolve("cards"));
    Files.writeString(
        dir.resolve("cards/members.yaml"),
        """
        read: desfire
        application: F58840
        file: 1
        key: members
        size: 32
        length: 14
        communication: enciphered
        base: text
        """);
    Path keys = Files.writeString(dir.resolve("cards.keys"), "members: " + KEY + "\n");
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
    return (ChipCardReader)
        new ChipCardProvider()
            .create(
                SampleSetup.of("pcsc:any", clock, line)
                    .with(
                        c ->
                            c.name("cards")
                                .options(new DriverOptions(Map.of("recipe", "members")))
                                .listener(events::add)
                                .sheets(DeviceSheets.of(dir))));
  }

  @Test
  void a_card_is_read_through_every_trouble_of_one_answer() {
    turns(2);
    for (String fault : List.of("silent", "half", "corrupt", "noise", "other-answer", "refuse")) {
      for (int which = 0; which < 5; which++) {
        events.clear();
        twin.lift();
        turns(20);
        twin.lay(UidCard.of(UID));
        assertThat(twin.bringAbout(fault, List.of("1"))).isEmpty();
        turns(30);
        assertThat(numbers()).as(fault).containsExactly(UID);
        assertThat(reader.health().code()).as(fault).isEmpty();
      }
    }
  }

  @Test
  void a_reader_that_never_answers_and_one_that_talks_nonsense_are_told_apart() {
    turns(2);
    assertThat(twin.bringAbout("off", List.of())).isEmpty();
    turns(20);
    assertThat(reader.health().code()).isEqualTo(ChipCardReader.SILENT);
    twin.heal();
    turns(30);
    assertThat(reader.health().code()).isEmpty();
    assertThat(twin.bringAbout("noise", List.of("100"))).isEmpty();
    turns(10);
    assertThat(reader.health().code()).isEqualTo("D12");
    twin.heal();
    turns(300);
    assertThat(reader.health().code()).isEmpty();
  }

  @Test
  void an_unplugging_at_any_step_takes_no_half_and_is_mended() {
    int rounds = 0;
    for (int at = 1; at < 12; at++) {
      twin.lift();
      turns(20);
      events.clear();
      twin.lay(UidCard.of(UID));
      int until = twin.asked() + at;
      for (int i = 0; i < 4 && twin.asked() < until; i++) {
        turns(1);
      }
      line.unplug();
      turns(3);
      line.plug();
      turns(30);
      assertThat(reader.health().code()).isEmpty();
      assertThat(numbers()).hasSizeLessThanOrEqualTo(1).allMatch(UID::equals);
      rounds++;
    }
    assertThat(rounds).isEqualTo(11);
  }

  private ChipCardReader reader(Map<String, String> options) {
    return (ChipCardReader)
        Drivers.create(
            "chipcard",
            "cards",
            DeviceAddress.parse("pcsc:any"),
            options,
            clock,
            events::add,
            line);
  }

  private void turns(int count) {
    turns(reader, count);
  }

  private void turns(ChipCardReader one, int count) {
    for (int i = 0; i < count; i++) {
      clock.advance(Duration.ofMillis(150));
      one.step();
    }
  }

  private List<String> numbers() {
    return events.stream()
        .filter(DeviceEvent.BarcodeScanned.class::isInstance)
        .map(event -> ((DeviceEvent.BarcodeScanned) event).data())
        .toList();
  }

  private List<CardProblem> refused() {
    return events.stream()
        .filter(DeviceEvent.CardRefused.class::isInstance)
        .map(event -> ((DeviceEvent.CardRefused) event).problem())
        .toList();
  }
}
