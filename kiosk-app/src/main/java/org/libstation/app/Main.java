package org.libstation.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.libstation.command.CashUpCommand;
import org.libstation.command.ClockCommand;
import org.libstation.command.CommandFault;
import org.libstation.command.CommandProvider;
import org.libstation.command.DoctorCommand;
import org.libstation.command.JournalCommand;
import org.libstation.command.ManifestCommand;
import org.libstation.command.MissingArchiveCommand;
import org.libstation.command.PinCommand;
import org.libstation.command.RecoveryKeyCommand;
import org.libstation.command.ResolveCommand;
import org.libstation.command.RestartCommand;
import org.libstation.command.SetupBusCommand;
import org.libstation.command.SetupCommand;
import org.libstation.command.StationCommand;
import org.libstation.command.StatisticsCommand;
import org.libstation.command.SupportBundleCommand;
import org.libstation.command.TerminalGuard;
import org.libstation.command.TestScanCommand;
import org.libstation.command.TraceCommand;
import org.libstation.command.VerifyReturnCommand;
import org.libstation.process.StartMarks;
import org.libstation.station.parts.PatronPayments;
import picocli.CommandLine;

/// Entry point of the `station` program.
///
/// Exit status: 0 success; 1 an expectation did not hold; 2 wrong command line or site files,
/// reported in plain words; 70 a bug, with its stack trace.
public final class Main {

  private Main() {}

  /// @param args the words after `station`
  public static void main(String[] args) {
    StartMarks.mark("the settings");
    System.exit(
        RunWords.plain(List.of(args)).map(Main::run).orElseGet(() -> commandLine().execute(args)));
  }

  private static int run(RunWords words) {
    try {
      return words.runAlone();
    } catch (Exception problem) {
      return CommandFault.told(problem, System.err);
    }
  }

  /// Makes the command line with all commands, including those of other archives.
  public static CommandLine commandLine() {
    InstantSource clock = InstantSource.system();
    CommandLine line =
        StationCommand.with(
            new RunCommand(),
            new RestartCommand(),
            JournalCommand.with(clock),
            ResolveCommand.whole(),
            new ManifestCommand(),
            new TestScanCommand(),
            new VerifyReturnCommand(System.in),
            new SetupBusCommand(),
            new PinCommand(System.in, new SecureRandom()),
            RecoveryKeyCommand.onStandardOutput(new SecureRandom()),
            new TraceCommand(),
            new StatisticsCommand(),
            new CashUpCommand(PatronPayments::beside),
            new SupportBundleCommand(),
            ClockCommand.whole(),
            new DoctorCommand(System.in),
            SetupCommand.with(System.in));
    CommandProvider.present().forEach(each -> each.commands().forEach(line::addSubcommand));
    MissingArchiveCommand.standIn(line);
    return TerminalGuard.around(line, System.out, System.err);
  }
}
