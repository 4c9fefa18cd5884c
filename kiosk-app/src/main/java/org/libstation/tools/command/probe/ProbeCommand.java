package org.libstation.tools.command.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.libstation.central.CentralBehaviourProbe;
import org.libstation.central.CentralProvider;
import org.libstation.central.Centrals;
import org.libstation.central.DialectFile;
import org.libstation.central.ProbeReport;
import org.libstation.central.Trial;
import org.libstation.central.link.Transport;
import org.libstation.command.CentralSystemOptions;
import org.libstation.command.PrintingCommand;
import org.libstation.device.receipt.PdfReceipt;
import org.libstation.policy.PolicyBundle;
import org.libstation.site.DialectFiles;
import org.libstation.site.PolicyFile;
import org.libstation.site.SiteProblem;
import org.libstation.sync.ZoneWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Finds out how a central system behaves. Writes its dialect file and a page for the commissioning
/// folder.
@Command(name = "probe")
public final class ProbeCommand extends PrintingCommand {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

  private final InstantSource clock;

  @Mixin private CentralSystemOptions reach = new CentralSystemOptions();

  @Option(names = "--protocol", paramLabel = "NAME")
  private String protocol = "";

  @Option(names = "--user", required = true, paramLabel = "NAME")
  private String user = "";

  @Option(
      names = "--password",
      required = true,
      arity = "0..1",
      interactive = true,
      paramLabel = "PASSWORD")
  private String password = "";

  @Option(names = "--institution", paramLabel = "CODE")
  private String institution = "";

  @Option(names = "--location", paramLabel = "PLACE")
  private String location = "";

  @Option(names = "--card", required = true, paramLabel = "CARD")
  private String card = "";

  @Option(names = "--pin", required = true, arity = "0..1", interactive = true, paramLabel = "PIN")
  private String pin = "";

  @Option(names = "--item", required = true, paramLabel = "ITEM")
  private String item = "";

  @Option(names = "--other-card", paramLabel = "CARD")
  private String otherCard = "";

  @Option(names = "--other-pin", paramLabel = "PIN")
  private String otherPin = "";

  @Option(names = "--overdue-item", paramLabel = "ITEM")
  private String overdueItem = "";

  @Option(names = "--zone", paramLabel = "ZONE")
  private String zone = "";

  @Option(names = "--idle", paramLabel = "SECONDS")
  private int idle;

  @Option(names = "--based-on", paramLabel = "NAME")
  private String base = "";

  @Option(names = "--policy", paramLabel = "FILE")
  private @Nullable Path policy;

  @Option(names = "--name", paramLabel = "NAME")
  private String name = "probed";

  @Option(names = "--out", paramLabel = "DIR")
  private Path out = Path.of(".");

  public ProbeCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  protected int run() {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new SiteProblem("--name: expected small letters, digits and dashes, not " + name);
    }
    if (idle < 0) {
      throw new SiteProblem("--idle: expected seconds from 0");
    }
    CentralProvider provider =
        protocol.isEmpty()
            ? Centrals.usual()
            : Centrals.of(protocol)
                .orElseThrow(
                    () ->
                        new SiteProblem(
                            "--protocol: expected one of "
                                + String.join(", ", Centrals.protocols())));
    CentralBehaviourProbe probe =
        ServiceLoader.load(CentralBehaviourProbe.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.protocol().equals(provider.protocol()))
            .findFirst()
            .orElseThrow(() -> new SiteProblem("--protocol: " + protocol + " has no probe"));
    Optional<DialectFiles> dialects =
        provider.dialects().map(folder -> new DialectFiles(Path.of(""), folder));
    Optional<DialectFile> on =
        base.isEmpty() ? Optional.empty() : dialects.map(files -> files.read(base));
    on.ifPresent(provider::check);
    Optional<PolicyBundle> rules = Optional.ofNullable(policy).map(PolicyFile::read);
    Trial trial =
        new Trial(
            user,
            password,
            institution,
            location,
            card,
            pin,
            item,
            otherCard,
            otherPin,
            overdueItem,
            zone(),
            Duration.ofSeconds(idle));
    try (Transport link = reach.transport()) {
      ProbeReport report =
          probe.run(
              link,
              trial,
              new CentralBehaviourProbe.Means(
                  clock,
                  () -> Duration.ofNanos(System.nanoTime()),
                  reach.timeout(),
                  (at, difference) -> ZoneWatch.explaining(trial.zone(), at, difference),
                  dialects.stream()
                      .flatMap(files -> files.shipped().stream().map(files::read))
                      .toList()));
      report.stopped().ifPresent(this::say);
      List<String> remarks = List.of(LoanPeriods.compared(rules, report.loan(), clock.instant()));
      Optional<Path> draft = write(report, on, remarks);
      draft.ifPresent(
          file ->
              dialects.ifPresent(
                  files -> provider.check(files.read(file.toAbsolutePath().toString()))));
      report.told(on, remarks).forEach(this::say);
      return report.stopped().isEmpty() ? 0 : 1;
    }
  }

  private ZoneId zone() {
    try {
      return zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      throw new SiteProblem("--zone: expected a zone such as Asia/Hong_Kong, not " + zone);
    }
  }

  /// Writes the files.
  ///
  /// @return the dialect's file; empty if there is none
  private Optional<Path> write(ProbeReport report, Optional<DialectFile> on, List<String> remarks) {
    String when = WHEN.format(clock.instant().atZone(zone()));
    Path page = out.resolve(name + ".pdf");
    Path said = out.resolve(name + ".txt");
    Optional<String> draft = report.dialect(on, reach.address(), when, remarks);
    Optional<Path> file = draft.map(_ -> out.resolve(name + ".yaml"));
    try {
      Files.createDirectories(out);
      if (draft.isPresent()) {
        Files.writeString(file.orElseThrow(), draft.get());
      }
      PdfReceipt.write(ProbeSheet.page(report.page(on, remarks), reach.address(), when), page);
      Files.write(said, report.transcript());
    } catch (IOException e) {
      throw new SiteProblem(out + ": cannot be written: " + e.getMessage());
    }
    say("Written: %s%s and %s".formatted(file.map(path -> path + ", ").orElse(""), page, said));
    return file;
  }
}
