package org.libstation.tools.command;

import java.time.InstantSource;
import java.util.List;
import org.libstation.command.CommandProvider.ToolCommandProvider;
import org.libstation.tools.command.policy.PolicyCommand;
import org.libstation.tools.command.probe.ProbeCommand;
import org.libstation.tools.command.sip2.Sip2Command;

/// Provides the commands of this archive.
public final class ToolCommands implements ToolCommandProvider {
  private final InstantSource clock = InstantSource.system();

  @Override
  public List<Object> commands() {
    return List.of(
        new FinesCommand(),
        PolicyCommand.with(clock, System.in),
        Sip2Command.with(System.in, System.out),
        new ProbeCommand(clock));
  }

  @Override
  public List<Object> journalCommands() {
    return List.of(
        new RehearseCommand(),
        new MergeCommand(),
        new ToldFinesCommand(),
        new RecountCommand(clock));
  }
}
