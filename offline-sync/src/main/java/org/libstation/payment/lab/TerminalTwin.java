package org.libstation.payment.lab;

import java.util.List;
import java.util.Optional;

/// A card terminal played at a port of this machine, which plain words move: what the next person
/// does at it, and what becomes of its line and its power.
public interface TerminalTwin extends AutoCloseable {

  /// `HOST:PORT`, as a station reaches it.
  String place();

  /// What it understands, a line a command.
  List<String> help();

  /// Does what is said.
  ///
  /// @param words of one line; never empty
  /// @return what to answer; empty when it does not understand
  Optional<String> act(List<String> words);

  @Override
  void close();
}
