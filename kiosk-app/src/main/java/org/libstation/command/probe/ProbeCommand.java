package org.libstation.command.probe;

import java.io.IOException;
import java.io.PrintWriter;
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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.libstation.central.sip2.Transport;
import org.libstation.command.sip2.Reach;
import org.libstation.device.receipt.PdfReceipt;
import org.libstation.policy.PolicyBundle;
import org.libstation.site.DialectFiles;
import org.libstation.site.PolicyFile;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Finds out how a central system behaves and writes its dialect file and a page for the folder.
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    description =
        "Finds out how a central system really behaves, with a test patron and a test item, and"
            + " writes its dialect file, a page (PDF) for the commissioning folder and a transcript."
            + " None of them names a person, a card or an item. What it does"
            + " is real: it lends the test item, renews it and takes it back, and says at the end"
            + " what it could not undo. Never use a real patron's card.",
    footer = {
      "",
      "Examples:",
      "  ./station library --dialect koha-2014 &            something to try it on",
      "  ./station probe 127.0.0.1:6001 --user station1 --password=station1 --institution SEL \\",
      "      --location SEL-1 --card 28801000000306 --pin=5050 --item 38801000002151",
      "  ./station probe sip.example.org:6001 --tls --user kiosk1 --password --card 2000000417 --pin \\",
      "      --item 3100000000222 --other-card 2000000418 --out commissioning --name koha-main",
      "",
      "--password and --pin without a value are asked for. The item must be on the shelf. With",
      "--overdue-item, on loan to the test patron, it finds out whether a return date counts; with",
      "--other-card whether no block takes an item off somebody; with --idle when it hangs up; with",
      "--policy whether the library lends for as long as the policy says.",
      "Exit status: 0 found out; 1 it could not go on (what it found is written all the same)."
    })
public final class ProbeCommand implements Callable<Integer> {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

  private final DialectFiles dialects = new DialectFiles(Path.of(""));
  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Reach reach = new Reach();

  @Option(names = "--user", required = true, paramLabel = "CN", description = "who logs in")
  private String user = "";

  @Option(
      names = "--password",
      required = true,
      arity = "0..1",
      interactive = true,
      paramLabel = "CO",
      description = "of that login")
  private String password = "";

  @Option(
      names = "--institution",
      paramLabel = "AO",
      defaultValue = "",
      description = "the code of the library in each message")
  private String institution = "";

  @Option(
      names = "--location",
      paramLabel = "CP",
      defaultValue = "",
      description = "where the station stands")
  private String location = "";

  @Option(names = "--card", required = true, paramLabel = "AA", description = "the test patron")
  private String card = "";

  @Option(
      names = "--pin",
      required = true,
      arity = "0..1",
      interactive = true,
      paramLabel = "AD",
      description = "the test patron's PIN; --pin= for none")
  private String pin = "";

  @Option(
      names = "--item",
      required = true,
      paramLabel = "AB",
      description = "the test item, on the shelf; best with an accent in its title")
  private String item = "";

  @Option(
      names = "--other-card",
      paramLabel = "AA",
      defaultValue = "",
      description = "a second test patron")
  private String otherCard = "";

  @Option(
      names = "--other-pin",
      paramLabel = "AD",
      defaultValue = "",
      description = "of the second test patron, where checkouts need it")
  private String otherPin = "";

  @Option(
      names = "--overdue-item",
      paramLabel = "AB",
      defaultValue = "",
      description = "an item on loan to the test patron, overdue: it is returned and lent anew")
  private String overdueItem = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "",
      description = "of the central system's clock (default: this machine's)")
  private String zone = "";

  @Option(
      names = "--idle",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "wait so long for it to hang up on an idle connection (default: not tried)")
  private int idle;

  @Option(
      names = "--based-on",
      paramLabel = "NAME",
      defaultValue = "",
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
      defaultValue = "probed",
      description = "of the three files (default: ${DEFAULT-VALUE})")
  private String name = "probed";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "where they are written, made when missing (default: here)")
  private Path out = Path.of(".");

  public ProbeCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new SiteProblem("--name: expected small letters, digits and dashes, not " + name);
    }
    if (idle < 0) {
      throw new SiteProblem("--idle: expected seconds from 0");
    }
    if (!base.isEmpty()) {
      var _ = dialects.read(base);
    }
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
    try (Transport transport = reach.transport();
        ProbeWire wire =
            new ProbeWire(transport, () -> Duration.ofNanos(System.nanoTime()), reach.timeout())) {
      Probe probe = new Probe(wire, trial, clock);
      boolean whole = ran(probe);
      List<String> remarks = List.of(LoanPeriods.compared(rules, probe.loan(), clock.instant()));
      List<Fit> ranked = Fit.ranked(DialectFiles.shipped(), dialects::read, probe.findings());
      write(probe.findings(), ranked, remarks, wire.transcript());
      tell(probe.findings(), ranked, remarks);
      return whole ? 0 : 1;
    }
  }

  private ZoneId zone() {
    try {
      return zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      throw new SiteProblem("--zone: expected a zone such as Asia/Hong_Kong, not " + zone);
    }
  }

  private boolean ran(Probe probe) {
    try {
      probe.run();
      return true;
    } catch (Stopped stopped) {
      say("It cannot go on: " + stopped.getMessage());
    } catch (IOException broken) {
      say("The connection broke: " + broken.getMessage());
    }
    return false;
  }

  private void write(
      Findings found, List<Fit> ranked, List<String> remarks, Transcript transcript) {
    String when = WHEN.format(clock.instant().atZone(zone()));
    Path file = out.resolve(name + ".yaml");
    Path page = out.resolve(name + ".pdf");
    Path said = out.resolve(name + ".txt");
    Fit on = base.isEmpty() ? ranked.getFirst() : Fit.of(base, dialects.read(base), found);
    try {
      Files.createDirectories(out);
      Files.writeString(file, DialectDraft.yaml(found, on, ranked, reach.address(), when, remarks));
      PdfReceipt.write(ProbeSheet.page(found, ranked, remarks, reach.address(), when), page);
      Files.write(said, transcript.lines());
    } catch (IOException e) {
      throw new SiteProblem(out + ": cannot be written: " + e.getMessage());
    }
    var _ = dialects.read(file.toAbsolutePath().toString());
    say("Written: " + file + ", " + page + " and " + said);
  }

  private void tell(Findings found, List<Fit> ranked, List<String> remarks) {
    Fit.words(ranked).forEach(this::say);
    found
        .switches()
        .forEach(each -> say("%s: %s (%s)".formatted(each.key(), each.value(), each.reason())));
    found.requests().forEach(each -> say("request " + each));
    ranked.getFirst().untried(found).forEach((key, _) -> say(key + ": " + Tried.NOT_TRIED.words()));
    found.questions().forEach(each -> say(each.toString()));
    remarks.forEach(this::say);
    found
        .speeds()
        .forEach(
            (code, speed) ->
                say(
                    "answers to %s: %d, p50 %d ms, p95 %d ms"
                        .formatted(
                            code,
                            speed.answers(),
                            speed.p50().toMillis(),
                            speed.p95().toMillis())));
    found.notes().forEach(note -> say("Noted: " + note));
    found.undone().forEach(what -> say("Undone: " + what));
    found.notUndone().forEach(what -> say("NOT undone: " + what));
  }

  private void say(String line) {
    PrintWriter to = spec.commandLine().getOut();
    to.println(line);
    to.flush();
  }
}
