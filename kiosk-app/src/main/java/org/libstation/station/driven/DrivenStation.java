package org.libstation.station.driven;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;

/// Serves the requests of a scenario, one on each line of standard input: `state`, `keys`, `draws
/// KEY [ARGUMENT]`, `press KEY [ARGUMENT]` or `pin DIGITS`. Each answer goes to standard output and
/// ends with a line that holds a single point. Only `run --driven` starts this, and only its parent
/// process can send requests.
public final class DrivenStation {
  /// The answer to `draws`.
  public static final String YES = "yes";

  private final Supplier<FlowState> state;
  private final Consumer<FlowEvent> events;
  private final Supplier<List<String>> keys;
  private final Supplier<List<Key>> drawn;

  /// @param keys positions of the keys on the screen, one a line
  /// @param drawn the events that those keys send to the flow
  public DrivenStation(
      Supplier<FlowState> state,
      Consumer<FlowEvent> events,
      Supplier<List<String>> keys,
      Supplier<List<Key>> drawn) {
    this.state = state;
    this.events = events;
    this.keys = keys;
    this.drawn = drawn;
  }

  /// Serves requests until the parent process closes the input.
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

  /// The answer to one request, without the closing point. A faulty request yields a line `problem
  /// …`.
  List<String> answer(String request) {
    List<String> words = Arrays.asList(request.split(" ", -1));
    try {
      return switch (words.getFirst()) {
        case "state" -> StateLines.of(state.get());
        case "keys" -> keys.get();
        case "draws" -> {
          if (words.size() < 2) {
            throw new ScenarioProblem("draws wants a key");
          }
          yield List.of(
              draws(words.get(1), words.size() > 2 ? Optional.of(words.get(2)) : Optional.empty())
                  ? YES
                  : "no");
        }
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
        default -> List.of("problem state, keys, draws, press or pin expected");
      };
    } catch (ScenarioProblem problem) {
      return List.of("problem " + problem.getMessage());
    }
  }

  /// Whether a person could press the key now. The technician's page has no visible key:
  /// technicians know where to press. A touch anywhere lights a dark screen.
  private boolean draws(String word, Optional<String> argument) throws ScenarioProblem {
    Key key = KeyWords.key(word, argument);
    boolean black = state.get().overlay().filter(Overlay.Dark.class::isInstance).isPresent();
    return black || key instanceof Key.Technician || drawn.get().contains(key);
  }

  private void press(String word, Optional<String> argument) throws ScenarioProblem {
    events.accept(new FlowEvent.Pressed(KeyWords.key(word, argument)));
  }
}
