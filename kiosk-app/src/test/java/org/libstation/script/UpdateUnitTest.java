package org.libstation.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.testkit.Calls;

/// What the updater takes from systemd's answers about the station's unit, with a stub of
/// systemctl: `look_at_unit` in `config/package/update`.
class UpdateUnitTest {
  private static final String LOADED = "LoadState=loaded\\n";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "ready, ActiveState=active",
    "failing, ActiveState=activating",
    "failing, ActiveState=reloading",
    "failing, ActiveState=deactivating",
    "failing, ActiveState=failed",
    "stopped, ActiveState=inactive",
    "stopped, LoadState=masked\\nActiveState=inactive",
    "failing, LoadState=not-found\\nActiveState=inactive",
    "failing, ActiveState=inactive\\nJob=77",
    "failing, ActiveState=inactive\\nConditionResult=no\\nConditionTimestampMonotonic=5",
    "stopped, ActiveState=inactive\\nConditionResult=no\\nConditionTimestampMonotonic=0",
    "failing, ActiveState=inactive\\nAssertResult=no\\nAssertTimestampMonotonic=5",
    "stopped, ActiveState=inactive\\nAssertResult=no\\nAssertTimestampMonotonic=0",
  })
  void only_a_stop_by_a_person_is_no_fault_of_the_version(String unit, String answer)
      throws Exception {
    assertThat(after(LOADED + answer)).isEqualTo(unit + " 0 7");
  }

  @Test
  void an_answer_that_is_empty_once_counts_no_starts() throws Exception {
    String ready = LOADED + "ActiveState=active\\nNRestarts=7";
    assertThat(after(ready, "", ready)).isEqualTo("ready 0 7");
    assertThat(after(ready, "")).isEqualTo("none 0 7");
  }

  @Test
  void more_starts_count_also_after_a_start_by_hand() throws Exception {
    assertThat(after(LOADED + "NRestarts=9\\nActiveState=active")).isEqualTo("ready 2 9");
    assertThat(after(LOADED + "NRestarts=1\\nActiveState=active")).isEqualTo("ready 1 1");
  }

  /// The state of the unit, how many starts were counted, and how many systemd counted last; 7 were
  /// seen before.
  private String after(String... answers) throws Exception {
    StringBuilder script =
        new StringBuilder(
            """
            set -euo pipefail
            eval "$(sed -n '/^look_at_unit()/,/^}/p' ../config/package/update | sed 's:/run/systemd/system:/:')"
            systemctl() { [ -z "$answer" ] || printf "$answer\\n"; }
            unit_restarts=0 unit_seen=7
            """);
    for (String answer : answers) {
      script.append("answer='").append(answer).append("'\nlook_at_unit\n");
    }
    Path said = folder.resolve("said");
    script.append("printf '%s' \"$unit $unit_restarts $unit_seen\" >'").append(said).append("'\n");
    Calls.succeeds(new ProcessBuilder("bash", "-c", script.toString()));
    return Files.readString(said);
  }
}
