package org.libstation.lab.emulate;

import java.util.List;
import java.util.Optional;
import org.libstation.lab.link.Twin;

/// A device of one model, played by its twin and moved by plain words.
public interface Emulated {

  /// As in `station.yaml`.
  String model();

  Twin twin();

  /// The usual speed of its line, in bits per second.
  int baud();

  /// Data bits, parity and stop bits of its line, such as `8N1`.
  default String frame() {
    return "8N1";
  }

  /// What it understands, a line a command.
  List<String> help();

  /// Does what a person says.
  ///
  /// @param words of one line; never empty
  /// @return what to answer; empty when it does not understand
  Optional<String> act(List<String> words);

  /// Those there are.
  static List<Emulated> all() {
    return List.of(
        new EmulatedScanner(), new EmulatedPad(), new EmulatedBin(), new EmulatedPrinter());
  }
}
