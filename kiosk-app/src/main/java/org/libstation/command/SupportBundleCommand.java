package org.libstation.command;

import java.nio.file.Path;
import org.libstation.service.SupportBundle;
import picocli.CommandLine.Command;

/// Carries out `support-bundle`: one archive for those who help.
@Command(
    name = "support-bundle",
    description =
        "Makes one archive for those who help: what the checks find (as text, JSON and PDF with"
            + " plots), counts, measurements, settings without secrets, logs and traces. No"
            + " personal data and no secret is in it. The station may run meanwhile.",
    footer = {
      "",
      "Examples:",
      "  ./station support-bundle --config config",
      "The last three are kept, in data/support."
    })
public final class SupportBundleCommand extends SettableCommand {
  @Override
  protected int run() throws Exception {
    Path made = SupportBundle.made(site());
    say(made.toString());
    return 0;
  }
}
