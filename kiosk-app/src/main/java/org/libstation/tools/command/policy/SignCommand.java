package org.libstation.tools.command.policy;

import java.nio.file.Path;
import java.time.InstantSource;
import org.libstation.command.CommandFile;
import org.libstation.command.PrintingCommand;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.SignedPolicy;
import org.libstation.site.PolicyFile;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out `station policy sign`.
@Command(name = "sign")
final class SignCommand extends PrintingCommand {
  private final InstantSource clock;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("policy.yaml");

  @Option(names = "--key", required = true, paramLabel = "FILE")
  private Path key = Path.of("private.pem");

  SignCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  protected int run() {
    PolicyBundle bundle = PolicyFile.read(file);
    try {
      say(
          SignedPolicy.sign(
              bundle, clock.instant(), SignedPolicy.privateKey(CommandFile.text(key))));
    } catch (IllegalArgumentException e) {
      throw new SiteProblem(key + ": " + e.getMessage());
    }
    return 0;
  }
}
