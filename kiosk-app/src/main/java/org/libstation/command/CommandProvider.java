package org.libstation.command;

import java.util.List;

/// Commands that an archive beside the program brings along, found by [java.util.ServiceLoader].
public interface CommandProvider {

  /// Annotated commands, or a [picocli.CommandLine] of one with commands of its own.
  List<Object> commands();
}
