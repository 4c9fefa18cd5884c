package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.device.chipcard.lab.ChipReaderTwin;
import org.libstation.device.chipcard.lab.UidCard;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.site.DeviceName;
import org.libstation.site.Site;

/// The form of a card's number, found from one card whose number is known.
@Timeout(300)
class SetupCardCommandTest {
  private static final String NUMBER = "0003569595041";

  @TempDir Path dir;
  private final ChipReaderTwin twin = new ChipReaderTwin();

  @Test
  void the_form_is_found_from_one_card_written_and_read_by() throws IOException {
    try (PtyTwin line = PtyTwin.plugged(twin, 9600, Optional.of(dir.resolve("cards")))) {
      Path site = site(line.path());
      Called found = called(site, UidCard.of("A1B2C3D4"), NUMBER, "-");
      assertThat(found.out())
          .contains("1  form.base=decimal form.bytes=0 form.digits=13 form.order=reversed")
          .doesNotContain("A1B2C3D4")
          .doesNotContain(NUMBER);

      Called written =
          called(
              site, UidCard.of("A1B2C3D4"), NUMBER, "-", "--form", "1", "--write", "--by", "Chan");
      assertThat(written.out()).contains("Written.");
      assertThat(options(site))
          .contains("form.base=decimal", "form.digits=13", "form.order=reversed");

      Called scanned = new Called(new TestScanCommand());
      Thread _ = layWhenReady(scanned, "cards: ready", UidCard.of("A1B2C3D5"));
      assertThat(
              scanned.with(
                  "test-scan",
                  "--config",
                  site.toString(),
                  "--device",
                  "cards",
                  "--scans",
                  "1",
                  "--seconds",
                  "60"))
          .isZero();
      assertThat(scanned.out()).contains("data        0003586372257");
    }
  }

  @Test
  void a_card_that_hides_its_number_and_a_number_of_another_card_are_told_in_words()
      throws IOException {
    try (PtyTwin line = PtyTwin.plugged(twin, 9600, Optional.of(dir.resolve("cards")))) {
      Path site = site(line.path());
      Called hidden = called(site, UidCard.of("08B2C3D4"), NUMBER, "-", "--seconds", "3");
      assertThat(hidden.out()).contains("Not read: the card gives another number each time");
      assertThat(hidden.err()).contains("no card was read in 3 seconds");
      assertThat(called(site, UidCard.of("A1B2C3D4"), "21234000056788", "-").out())
          .contains("No form gives that number for this card");
      assertThat(called(site, UidCard.of("A1B2C3D4"), "21234000056788", "-", "--form", "1").out())
          .contains("--form has nothing to choose", "try it without --form");
    }
  }

  @Test
  void an_empty_number_is_refused_before_a_card_is_waited_for() throws IOException {
    Called called = called(site("/dev/null"), UidCard.of("A1B2C3D4"), " ", "-", "--seconds", "600");
    assertThat(called.err()).contains("NUMBER: expected the number of the card");
  }

  private Called called(Path site, UidCard card, String number, String... more) {
    twin.lift();
    Called called =
        new Called(
            SetupCommand.with(
                new ByteArrayInputStream((number + "\n").getBytes(StandardCharsets.UTF_8))));
    Thread _ = layWhenReady(called, "Lay the card", card);
    List<String> words = new ArrayList<>(List.of("setup", "card", "--config", site.toString()));
    words.addAll(List.of(more));
    int _ = called.with(words.toArray(String[]::new));
    return called;
  }

  private Thread layWhenReady(Called called, String words, UidCard card) {
    twin.lift();
    return Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              await().until(() -> called.said(words).isPresent());
              twin.lay(card);
            });
  }

  private Path site(String path) throws IOException {
    Path site = StationRig.copyOfExample(dir.resolve("site"));
    Path yaml = site.resolve("station.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replace(
                "  devices:\n",
                "  devices:\n    cards:\n      model: chipcard\n      address: serial:"
                    + path
                    + "?baud=9600\n"));
    return site;
  }

  private static List<String> options(Path site) {
    Site read = Site.open(site);
    return java.util.Objects.requireNonNull(read.settings().devices().get(DeviceName.CARDS))
        .options()
        .entrySet()
        .stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .toList();
  }
}
