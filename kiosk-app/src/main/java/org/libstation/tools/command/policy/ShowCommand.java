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
@Command(name = "show")
final class ShowCommand extends PrintingCommand {
  private final InstantSource clock;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("policy.yaml");

  @Option(names = "--at", paramLabel = "INSTANT")
  private @Nullable String at;

  @Option(names = "--place", paramLabel = "NAME")
  private @Nullable String place;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--pdf", paramLabel = "FILE")
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
