package org.libstation.lab.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libstation.command.CommandProvider;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.lab.SimulatedTerminal;
import org.libstation.site.Laboratory;
import org.libstation.site.TimeOfDay;

/// What the laboratory gives the program it stands beside.
public final class LaboratoryCommands implements CommandProvider, Laboratory {

  @Override
  public List<Object> commands() {
    return List.of(
        new DemoCommand(),
        new ScenarioCommand(),
        new LibraryCommand(TimeOfDay.wall(), System.in),
        new LedgerCommand(),
        new CacheCommand(),
        new BenchCommand(),
        new EmulateCommand(System.in));
  }

  @Override
  public PaymentTerminal terminal(String currency, Path memory) {
    return new SimulatedTerminal(currency, Optional.of(memory));
  }
}
