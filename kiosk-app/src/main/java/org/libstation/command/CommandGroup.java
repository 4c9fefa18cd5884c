package org.libstation.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that needs a subcommand; alone it prints its usage.
@Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public abstract class CommandGroup implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  protected CommandGroup() {}

  @Override
  public final void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
  }
}
