package org.libstation.command.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.libstation.policy.PolicyDifference;
import org.libstation.site.PolicyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `station policy diff`.
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what differs between two states of a policy, rule by rule.",
      "Status 1 when something that was announced is gone from the newer one, or altered: a"
          + " correction is a new entry."
    },
    footer = {"", "Examples:", "  ./station policy diff held.yaml draft.yaml"})
final class DiffCommand implements Callable<Integer> {
  private static final int UNKEPT = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "A", description = "the older one")
  private Path older = Path.of("a.yaml");

  @Parameters(index = "1", paramLabel = "B", description = "the newer one")
  private Path newer = Path.of("b.yaml");

  @Override
  public Integer call() {
    PolicyDifference difference =
        PolicyDifference.between(PolicyFile.read(older), PolicyFile.read(newer));
    PrintWriter out = spec.commandLine().getOut();
    difference.lines().forEach(out::println);
    if (difference.lines().isEmpty()) {
      out.println("they say the same");
    }
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    difference
        .unkept()
        .forEach(what -> err.println(what + ": it was announced, and is gone or altered"));
    err.flush();
    return difference.unkept().isEmpty() ? 0 : UNKEPT;
  }
}
