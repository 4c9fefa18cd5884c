package org.libstation.tools.command.policy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.libstation.command.CommandFile;
import org.libstation.command.PrintingCommand;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyWords;
import org.libstation.policy.document.Json;
import org.libstation.site.PolicyFile;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out `station policy show`.
@Command(
    name = "show",
    description = "Shows the rules as they were known at a moment.",
    footer = {
      "",
      "Examples:",
      "  ./station policy show config/policy/hkpl-example.yaml",
      "  ./station policy show config/policy/hkpl-example.yaml --at 2020-07-10T12:00+08:00",
      "  ./station policy show config/policy/hkpl-example.yaml --at 2020-07-15 --place island-east",
      "  ./station policy show config/policy/hkpl-example.yaml --json > policy.json",
      "  ./station policy show config/policy/examples/staged.yaml --pdf policy.pdf"
    })
final class ShowCommand extends PrintingCommand {
  private final InstantSource clock;

  @Parameters(paramLabel = "FILE", description = "a policy, in YAML or JSON")
  private Path file = Path.of("policy.yaml");

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "2020-07-10T12:00+08:00, 2020-07-10T12:00 in the policy's zone, or 2020-07-10")
  private @Nullable String at;

  @Option(
      names = "--place",
      paramLabel = "NAME",
      description = "by the calendar of this place (default: the lending place)")
  private @Nullable String place;

  @Option(names = "--json", description = "the whole document as it goes over the wire")
  private boolean json;

  @Option(
      names = "--pdf",
      paramLabel = "FILE",
      description =
          "draws it there: the days that count, and what a return costs by how late it is")
  private @Nullable Path pdf;

  ShowCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  protected int run() {
    PolicyBundle bundle = PolicyFile.read(file);
    if (json) {
      say(Json.of(bundle.document()));
    } else {
      String named = place == null ? bundle.lendingPlace() : place;
      if (!bundle.places().containsKey(named)) {
        throw new SiteProblem(
            "--place: expected one of "
                + String.join(", ", bundle.places().keySet().stream().sorted().toList())
                + ", found "
                + named);
      }
      Instant moment = PolicyCommand.moment(at, bundle.zone(), clock);
      PolicyWords.of(bundle, moment, named).forEach(this::say);
      if (pdf != null) {
        CommandFile.write(pdf, out -> out.write(PolicyPdf.of(bundle, moment, named)));
      }
    }
    return 0;
  }
}
