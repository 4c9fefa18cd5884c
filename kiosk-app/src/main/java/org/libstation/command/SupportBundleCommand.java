package org.libstation.command;

import java.nio.file.Path;
import org.libstation.service.SupportBundle;
import picocli.CommandLine.Command;

/// The command `support-bundle`: makes one archive for remote support.
@Command(name = "support-bundle")
public final class SupportBundleCommand extends SettableCommand {
  @Override
  protected int run() throws Exception {
    Path made = SupportBundle.made(site());
    say(made.toString());
    return 0;
  }
}
