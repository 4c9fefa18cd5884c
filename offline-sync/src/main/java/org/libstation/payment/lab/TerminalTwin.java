package org.libstation.payment.lab;

import java.util.List;
import java.util.Optional;

/// A simulated card terminal at a port of this machine, controlled by typed commands. They decide
/// what the next person does at it, and what happens to its line and its power.
public interface TerminalTwin extends AutoCloseable {

  /// The terminal's address `HOST:PORT`, as a station reaches it.
  String place();

  /// The commands, one a line.
  List<String> help();

  /// Carries out one command.
  ///
  /// @param words the words of one line; never empty
  /// @return the reply; empty if the command is not known
  Optional<String> act(List<String> words);

  @Override
  void close();
}
