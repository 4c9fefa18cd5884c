package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// A plain `run` is understood without the command line library as it would be with it.
class RunWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --config /etc/libstation",
        "run --config=/etc/libstation --fullscreen",
        "run --fullscreen --config config --set station.central.port=6002 --set a.b=c=d",
        "run --set=station.central.port=6002 --config x --headless --driven",
        "run --guarded --config /etc/libstation --fullscreen",
        "run --unsupervised --config=c --pictures out --window 10,20,900",
        "run --config c --window=0,0,1920 --pictures=a/b"
      })
  void as_the_library_understands_it(String line) {
    List<String> words = List.of(line.split(" ", -1));
    assertThat(RunWords.plain(words)).contains(byLibrary(words));
  }

  /// Wrong words have the library's own message; what is only unusual may take its time.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "run --help",
        "run --config",
        "run --config --fullscreen",
        "run --config a --config b",
        "run --config a --fullscreen --fullscreen",
        "run --config a --fullscreen=true",
        "run --config a --set station.mode",
        "run --config a --set =live",
        "run --config a --set station.mode=",
        "run --config a --window 1,2",
        "run --config a --window 1,2,x",
        "run --config a --fullscren",
        "run --config a more",
        "run --config @file",
        "run --config 'a'",
        "--version",
        "doctor --config a"
      })
  void whatever_else_is_left_to_it(String line) {
    assertThat(RunWords.plain(List.of(line.split(" ", -1)))).isEmpty();
  }

  @Test
  void nothing_is_no_run() {
    assertThat(RunWords.plain(List.of())).isEmpty();
  }

  @Test
  void the_library_refuses_a_second_directory_too() {
    assertThatThrownBy(() -> byLibrary(List.of("run", "--config", "a", "--config", "b")))
        .isInstanceOf(CommandLine.OverwrittenOptionException.class);
  }

  private static RunWords byLibrary(List<String> words) {
    CommandLine line = Main.commandLine();
    CommandLine run =
        line.parseArgs(words.toArray(String[]::new)).subcommand().commandSpec().commandLine();
    return ((RunCommand) run.getCommand()).words();
  }
}
