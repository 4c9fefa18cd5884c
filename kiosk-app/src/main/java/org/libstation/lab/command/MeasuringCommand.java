package org.libstation.lab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.libstation.command.PrintingCommand;

/// A command that measures. It judges nothing: whatever the figures, it ends with 0.
abstract class MeasuringCommand extends PrintingCommand {

  /// Of the project's own example site, which is what is measured.
  static Path config() {
    return Path.of(System.getProperty("libstation.home", "."), "config");
  }

  /// Prints a table and leaves it in a file.
  final int told(String table, Path file) throws IOException {
    Files.writeString(file, table + "\n");
    say(table);
    return 0;
  }
}
