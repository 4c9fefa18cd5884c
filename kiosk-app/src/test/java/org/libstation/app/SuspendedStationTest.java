package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Suspension;
import org.libstation.station.driven.ScenarioProblem;

/// A whole station under a notice that stops fines and blocks, beside a library that has not heard
/// of it.
@Tag("full")
class SuspendedStationTest {
  /// Its one loan is 76 days overdue.
  private static final String CARD = "28801000000173";

  private static final String PIN = "4771";
  private static final String FREE = "38801000000015";

  @TempDir Path dir;

  private StationRig station;

  @BeforeEach
  void begin() throws IOException, ScenarioProblem {
    station = StationRig.off(dir);
    Path policy = station.site.resolve("policy/hkpl-example.yaml");
    Files.writeString(
        policy,
        Files.readString(policy)
            .replace(
                "\nwindows:\n",
                """

                windows:
                  closure-2022-01-06:
                    announcedAt: 2022-01-05T12:00+08:00
                    from: 2022-01-06
                    to: open
                    effects: {fines: stopped, notices: stopped, blocks: stopped}
                """));
  }

  @AfterEach
  void end() {
    station.close();
  }

  @Test
  void the_station_lets_the_card_in_and_tells_the_librarys_refusal() throws ScenarioProblem {
    station.start();
    station.online();
    station.see("the notice", state -> state.station().suspension().blocks());
    assertThat(station.state().station().suspension().fines())
        .contains(new Suspension.Fines(Optional.empty()));

    station.press(new Key.StartBorrow());
    station.line("screen card");
    station.scan(CARD);
    station.line("screen pin");
    station.type(PIN);
    station.line("screen borrow");
    station.scan(FREE);

    station.line("row " + FREE, "B34");
    assertThat(station.entries()).noneMatch(entry -> entry.moved());
  }
}
