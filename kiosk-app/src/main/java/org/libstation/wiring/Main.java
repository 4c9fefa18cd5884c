package org.libstation.wiring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ServiceLoader;
import org.libstation.command.AwayCommand;
import org.libstation.command.ClockCommand;
import org.libstation.command.CommandProvider;
import org.libstation.command.Dialects;
import org.libstation.command.DoctorCommand;
import org.libstation.command.FinesCommand;
import org.libstation.command.JournalCommand;
import org.libstation.command.ManifestCommand;
import org.libstation.command.OldWordsCommand;
import org.libstation.command.PinCommand;
import org.libstation.command.ResolveCommand;
import org.libstation.command.RunCommand;
import org.libstation.command.SetupBusCommand;
import org.libstation.command.SetupCommand;
import org.libstation.command.StationCommand;
import org.libstation.command.StatisticsCommand;
import org.libstation.command.SupportBundleCommand;
import org.libstation.command.TerminalGuard;
import org.libstation.command.TestScanCommand;
import org.libstation.command.TraceCommand;
import org.libstation.command.VerifyReturnCommand;
import org.libstation.command.policy.PolicyCommand;
import org.libstation.command.probe.ProbeCommand;
import org.libstation.command.sip2.Sip2Command;
import org.libstation.ops.ClockPlaces;
import org.libstation.ops.DoctorPlaces;
import org.libstation.ops.OldWords;
import org.libstation.ops.SiteOffice;
import org.libstation.parts.BusPlaces;
import org.libstation.parts.JournalParts;
import org.libstation.parts.ScanPlaces;
import org.libstation.rules.PolicyFeeds;
import org.libstation.site.DialectFiles;
import org.libstation.site.PolicyFile;
import org.libstation.site.SiteReader;
import org.libstation.site.Version;
import org.libstation.site.form.SetupPlaces;
import picocli.CommandLine;

/// Where `station` begins.
///
/// Exit status: 0 good; 1 an expectation did not hold; 2 wrong words on the command line, or
/// something in the site's files that cannot be, told in plain words; 70 a bug, with its trace.
public final class Main {

  private Main() {}

  /// @param args the words after `station`
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  public static CommandLine commandLine() {
    Dialects dialects = new DialectFiles(Path.of(""))::read;
    CommandLine line =
        StationCommand.with(
            new RunCommand(new StationProgram(), new SupervisorProgram()),
            new FinesCommand(PolicyFile::read),
            PolicyCommand.with(
                PolicyFile::read, PolicyFeeds::asStation, InstantSource.system(), System.in),
            JournalCommand.with(
                    SiteReader::read,
                    JournalParts::open,
                    new SiteOffice(),
                    PolicyFile::read,
                    InstantSource.system())
                .addSubcommand(new OldWordsCommand(OldWords::erased)),
            ResolveCommand.with(JournalParts::open),
            new ManifestCommand(new SiteOffice()),
            Sip2Command.with(System.in, System.out),
            new ProbeCommand(
                dialects, DialectFiles::shipped, PolicyFile::read, InstantSource.system()),
            new TestScanCommand(ScanPlaces::of),
            new VerifyReturnCommand(System.in),
            new SetupBusCommand(BusPlaces::of),
            new PinCommand(System.in, new SecureRandom()),
            new TraceCommand(),
            new StatisticsCommand(),
            new SupportBundleCommand(),
            ClockCommand.with(new ClockPlaces()),
            new DoctorCommand(DoctorPlaces::of, System.in, Version.NUMBER),
            SetupCommand.with(new SetupPlaces(), System.in));
    ServiceLoader.load(CommandProvider.class)
        .forEach(provider -> provider.commands().forEach(line::addSubcommand));
    AwayCommand.standIn(line);
    return TerminalGuard.around(line, System.out, System.err);
  }
}
