package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropLamp;
import org.libstation.flow.state.DropStanding;
import org.libstation.flow.state.DropState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.JournalHealth;

/// The whole station on a real file system that runs full, and has room again.
@Tag("full")
class FullDiskStationTest {
  private static final String FIRST = "38801000000015";
  private static final String DROPPED = "38801000000254";

  @TempDir Path directory;

  @Test
  void returns_still_fit_then_the_flap_locks_and_room_again_opens_it_with_nothing_lost()
      throws Exception {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()),
        "skipped, because a small file system cannot be mounted here (needs root)");
    try (StationRig station = StationRig.off(directory)) {
      station.set("data", disk.toString());
      station.start();
      station.online();
      fill(disk.resolve("filler-1"));

      // The ballast is given to this return, and lending ends.
      station.press(new Key.StartReturn());
      station.line("screen return");
      station.scan(FIRST);
      station.line("row " + FIRST + " returned");
      station.press(new Key.Confirm());
      station.line("screen receipt");
      station.press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.NONE));
      station.press(new Key.Confirm());
      station.closedWith(Code.K24, JournalHealth.NEARLY_FULL);
      station.flap(false);

      fill(disk.resolve("filler-2"));
      station.drop().place("E004015000000009", DROPPED, "HK-SEL", 1, 1, false);
      station.bin().beam(true);
      station.see("something falls in", state -> state.sight().dark());
      station.bin().beam(false);
      station.closedWith(Code.K23, JournalHealth.DISK_FULL);
      station.flap(true);
      // Row 29 of the drop's table (docs/patron-services/book-drop.md).
      station.see("the drop is shut", state -> DropStanding.of(state) == DropState.SHUT);
      station.see(
          "its lamp is off", state -> state.sight().lamp().equals(Optional.of(DropLamp.OFF)));
      station.output(StationRig.LAMP, false);
      assertThat(station.words(Code.K23)).contains("disk is full");

      Files.delete(disk.resolve("filler-1"));
      Files.delete(disk.resolve("filler-2"));
      station.see("open again", state -> state.screen() instanceof Screen.Welcome);
      station.flap(false);
      station.settled(
          "what was dropped meanwhile is written",
          all -> all.stream().anyMatch(entry -> entry.what().item().value().equals(DROPPED)));
    } finally {
      assertThat(run("umount", disk.toString())).isTrue();
    }
  }

  private static void fill(Path filler) {
    byte[] block = new byte[4096];
    assertThatThrownBy(
            () -> {
              try (OutputStream out = Files.newOutputStream(filler)) {
                for (int i = 0; i < 16_384; i++) {
                  out.write(block);
                }
              }
            })
        .hasMessageContaining("No space left");
  }

  private static boolean run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.waitFor(180, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
