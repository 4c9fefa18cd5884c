package org.libstation.command;

import org.libstation.service.BeforeLive;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The command `setup confirm`: records that a person did a test that a site needs before it goes
/// live.
@Command(name = "confirm")
final class ConfirmTestCommand extends SiteCommand {
  private static final String OVERDUE = "overdue-test";

  @Parameters(paramLabel = "TEST")
  private String test = "";

  @Mixin private StaffName by = new StaffName();

  @Override
  protected int run() {
    String name = by.inOneLine();
    if (!test.equals(OVERDUE)) {
      throw new SiteProblem("TEST: expected " + OVERDUE);
    }
    BeforeLive.tested(site(), name);
    say("recorded: the return of an overdue item was tried, says " + name);
    return 0;
  }
}
