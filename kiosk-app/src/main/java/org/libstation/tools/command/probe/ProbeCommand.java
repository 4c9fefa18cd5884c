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
import org.libstation.central.CentralProbe;
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

/// Finds out how a central system behaves and writes its dialect file and a page for the folder.
@Command(
    name = "probe",
    description =
        "Finds out how a central system really behaves, with a test patron and a test item, and"
            + " writes its dialect file, a page (PDF) for the commissioning folder and a"
            + " transcript. None of them names a person, a card or an item. What it does is real:"
            + " it lends the test item, renews it and takes it back, and says at the end what it"
            + " could not undo. Never use a real patron's card.",
    footer = {
      "",
      "Examples:",
      "  ./station library --dialect koha-2014 &            something to try it on",
      "  ./station probe 127.0.0.1:6001 --user station1 --password=station1 --institution SEL \\",
      "      --location SEL-1 --card 28801000000306 --pin=5050 --item 38801000002151",
      "  ./station probe sip.example.org:6001 --tls --user kiosk1 --password --card 2000000417"
          + " --pin \\",
      "      --item 3100000000222 --other-card 2000000418 --out commissioning --name koha-main",
      "",
      "--password and --pin without a value are asked for. The item must be on the shelf. With",
      "--overdue-item, on loan to the test patron, it finds out whether a return date counts; with",
      "--other-card whether no block takes an item off somebody; with --idle when it hangs up;"
          + " with",
      "--policy whether the library lends for as long as the policy says.",
      "Exit status: 0 found out; 1 it could not go on (what it found is written all the same)."
    })
public final class ProbeCommand extends PrintingCommand {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

  private final InstantSource clock;

  @Mixin private CentralSystemOptions reach = new CentralSystemOptions();

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description = "what it speaks (default: that of a site that names none)")
  private String protocol = "";

  @Option(names = "--user", required = true, paramLabel = "NAME", description = "who logs in")
  private String user = "";

  @Option(
      names = "--password",
      required = true,
      arity = "0..1",
      interactive = true,
      paramLabel = "PASSWORD",
      description = "of that login")
  private String password = "";

  @Option(
      names = "--institution",
      paramLabel = "CODE",
      description = "the code of the library in each message")
  private String institution = "";

  @Option(names = "--location", paramLabel = "PLACE", description = "where the station stands")
  private String location = "";

  @Option(names = "--card", required = true, paramLabel = "CARD", description = "the test patron")
  private String card = "";

  @Option(
      names = "--pin",
      required = true,
      arity = "0..1",
      interactive = true,
      paramLabel = "PIN",
      description = "the test patron's PIN; --pin= for none")
  private String pin = "";

  @Option(
      names = "--item",
      required = true,
      paramLabel = "ITEM",
      description = "the test item, on the shelf; best with an accent in its title")
  private String item = "";

  @Option(names = "--other-card", paramLabel = "CARD", description = "a second test patron")
  private String otherCard = "";

  @Option(
      names = "--other-pin",
      paramLabel = "PIN",
      description = "of the second test patron, where checkouts need it")
  private String otherPin = "";

  @Option(
      names = "--overdue-item",
      paramLabel = "ITEM",
      description = "an item on loan to the test patron, overdue: it is returned and lent anew")
  private String overdueItem = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "of the central system's clock (default: this machine's)")
  private String zone = "";

  @Option(
      names = "--idle",
      paramLabel = "SECONDS",
      description = "wait so long for it to hang up on an idle connection (default: not tried)")
  private int idle;

  @Option(
      names = "--based-on",
      paramLabel = "NAME",
      description = "the dialect that holds where nothing was found (default: the one that fits)")
  private String base = "";

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "the station's policy, whose loan periods are compared")
  private @Nullable Path policy;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "of the three files (default: ${DEFAULT-VALUE})")
  private String name = "probed";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where they are written, made when missing (default: here)")
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
    CentralProbe probe =
        ServiceLoader.load(CentralProbe.class).stream()
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
              new CentralProbe.Means(
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

  /// The dialect's file, where there is one.
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
