package org.libstation.tools.command.policy;

import java.nio.file.Path;
import org.libstation.command.PrintingCommand;
import org.libstation.policy.PolicyDifferences;
import org.libstation.site.PolicyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Carries out `station policy diff`.
@Command(name = "diff")
final class DiffCommand extends PrintingCommand {
  private static final int UNKEPT = 1;

  @Parameters(index = "0", paramLabel = "A")
  private Path older = Path.of("a.yaml");

  @Parameters(index = "1", paramLabel = "B")
  private Path newer = Path.of("b.yaml");

  @Override
  protected int run() {
    PolicyDifferences difference =
        PolicyDifferences.between(PolicyFile.read(older), PolicyFile.read(newer));
    difference.lines().forEach(this::say);
    if (difference.lines().isEmpty()) {
      say("the two policies are the same");
    }
    difference.unkept().forEach(what -> warn(what + ": it was announced, and is gone or altered"));
    return difference.unkept().isEmpty() ? 0 : UNKEPT;
  }
}
