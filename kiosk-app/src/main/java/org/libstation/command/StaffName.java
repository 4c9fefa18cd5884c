package org.libstation.command;

import org.libstation.site.SiteProblem;
import picocli.CommandLine.Option;

/// The name of the person who gives a command.
final class StaffName {
  @Option(names = "--by", required = true, paramLabel = "NAME")
  private String by = "";

  /// @throws SiteProblem if the name is blank
  String get() {
    return StaffWriting.said("--by", by);
  }

  /// The name for a record of one line.
  ///
  /// @throws SiteProblem if the name is blank or has several lines
  String inOneLine() {
    String name = get();
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new SiteProblem("--by: expected a name in one line");
    }
    return name;
  }
}
