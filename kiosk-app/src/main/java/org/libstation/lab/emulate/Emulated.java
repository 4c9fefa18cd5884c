package org.libstation.lab.emulate;

import java.util.List;
import java.util.Optional;

/// Moves a twin by plain words.
public interface Emulated {

  /// Commands that it understands, one on each line.
  List<String> help();

  /// Does what a person typed.
  ///
  /// @param words of one line; never empty
  /// @return the answer; empty when the words are not understood
  Optional<String> act(List<String> words);
}
