package org.libstation.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.libstation.ops.OldWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Takes a central system's own words, which older programs kept, out of a stopped station's files.
@Command(
    name = "words",
    mixinStandardHelpOptions = true,
    description =
        "Takes what the library system wrote in its own words out of journal, set-aside journals"
            + " and logs, and removes traces, support bundles and kept receipts of older programs."
            + " A station does the same once when it starts. Doing it twice changes nothing. The"
            + " station must not run meanwhile.",
    footer = {"", "Examples:", "  ./station journal words --config config"})
final class OldWordsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      required = true,
      paramLabel = "DIR",
      description = "the site's directory: it names the data directory")
  private Path config = Path.of("config");

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(OldWords.erased(config));
    out.flush();
    return 0;
  }
}
