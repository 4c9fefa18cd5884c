package org.libstation.command;

import org.libstation.service.BeforeLive;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Records that a person did a test that a site needs before it goes live.
@Command(
    name = "confirm",
    description =
        "Records that a test was done which a site needs before it goes live. overdue-test: an"
            + " overdue item of a test patron was returned, and what the library charged is what the"
            + " policy says. Who says so is kept and logged. The record holds for this central"
            + " system and this dialect; with another one the test is asked for again.",
    footer = {
      "",
      "Examples:",
      "  ./station setup confirm overdue-test --config config --by \"Chan Tai-man\"",
      "Exit status: 0 recorded; 1 it is not."
    })
final class ConfirmTestCommand extends SiteCommand {
  private static final String OVERDUE = "overdue-test";

  @Parameters(paramLabel = "TEST", description = "overdue-test")
  private String test = "";

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "who did it")
  private String by = "";

  @Override
  protected int run() {
    String name = StaffWriting.said("--by", by);
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new SiteProblem("--by: expected a name in one line");
    }
    if (!test.equals(OVERDUE)) {
      throw new SiteProblem("TEST: expected " + OVERDUE);
    }
    BeforeLive.tested(site(), name);
    say("recorded: the return of an overdue item was tried, says " + name);
    return 0;
  }
}
