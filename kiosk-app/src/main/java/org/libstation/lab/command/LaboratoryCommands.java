package org.libstation.lab.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libstation.command.CommandProvider;
import org.libstation.lab.bench.BenchProgram;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.lab.SimulatedTerminal;
import org.libstation.site.DialectFiles;
import org.libstation.site.Laboratory;
import org.libstation.site.PolicyFile;
import org.libstation.site.SiteReader;
import org.libstation.site.TimeOfDay;
import picocli.CommandLine;

/// What the laboratory gives the program it stands beside.
public final class LaboratoryCommands implements CommandProvider, Laboratory {

  @Override
  public List<Object> commands() {
    return List.of(
        new DemoCommand(SiteReader::read, BenchProgram::run),
        new ScenarioCommand(SiteReader::read),
        new LibraryCommand(
            PolicyFile::read, new DialectFiles(Path.of(""))::read, TimeOfDay.wall(), System.in),
        new LedgerCommand(),
        new CacheCommand(SiteReader::read),
        new CommandLine(new BenchCommand(SiteReader::read, PolicyFile::read))
            .addSubcommand(new BenchDropCommand(PolicyFile::read)),
        new EmulateCommand(System.in));
  }

  @Override
  public PaymentTerminal terminal(String currency, Path memory) {
    return new SimulatedTerminal(currency, Optional.of(memory));
  }
}
