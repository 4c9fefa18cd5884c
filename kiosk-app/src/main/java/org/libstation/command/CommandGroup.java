package org.libstation.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A word that another must follow: alone it shows what can.
@Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public abstract class CommandGroup implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  protected CommandGroup() {}

  @Override
  public final void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
  }
}
