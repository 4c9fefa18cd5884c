package org.libstation.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.libstation.flow.FlowEvent;
import org.libstation.flow.FlowState;

/// The station's end of a scenario's line: one request a line on standard input (`state`, `press
/// KEY [ARGUMENT]`, `pin DIGITS`), the answer on standard output, closed by a line with a single
/// point. Only `run --driven` listens here, and only its parent process can speak to it.
public final class DrivenStation {
  private final Supplier<FlowState> state;
  private final Consumer<FlowEvent> events;
  private final Supplier<List<String>> keys;

  public DrivenStation(Supplier<FlowState> state, Consumer<FlowEvent> events) {
    this(state, events, List::of);
  }

  /// @param keys where the keys of the screen are, one a line
  public DrivenStation(
      Supplier<FlowState> state, Consumer<FlowEvent> events, Supplier<List<String>> keys) {
    this.state = state;
    this.events = events;
    this.keys = keys;
  }

  /// Serves until the other end closes.
  public void serve(BufferedReader requests, PrintStream answers) throws IOException {
    String line;
    while ((line = requests.readLine()) != null) {
      for (String answer : answer(line.strip())) {
        answers.println(answer);
      }
      answers.println(".");
      answers.flush();
    }
  }

  List<String> answer(String request) {
    List<String> words = Arrays.asList(request.split(" ", -1));
    try {
      return switch (words.getFirst()) {
        case "state" -> StateLines.of(state.get());
        case "keys" -> keys.get();
        case "press" -> {
          if (words.size() < 2) {
            throw new ScenarioProblem("press wants a key");
          }
          press(words.get(1), words.size() > 2 ? Optional.of(words.get(2)) : Optional.empty());
          yield List.of("ok");
        }
        case "pin" -> {
          for (char digit : words.getLast().toCharArray()) {
            press("digit", Optional.of(String.valueOf(digit)));
          }
          press("ok", Optional.empty());
          yield List.of("ok");
        }
        default -> List.of("problem state, keys, press or pin expected");
      };
    } catch (ScenarioProblem problem) {
      return List.of("problem " + problem.getMessage());
    }
  }

  private void press(String word, Optional<String> argument) throws ScenarioProblem {
    events.accept(new FlowEvent.Pressed(KeyWords.key(word, argument)));
  }
}
