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
@Command(
    name = "sign",
    description = {
      "Writes a policy to standard output as JSON in a cover signed with an Ed25519 key.",
      "A policy with a fault is not signed."
    },
    footer = {
      "",
      "Examples:",
      "  openssl genpkey -algorithm ed25519 -out private.pem",
      "  openssl pkey -in private.pem -pubout -out public.pem",
      "  ./station policy sign policy.yaml --key private.pem > policy.signed.json",
      "  ./station policy check policy.signed.json --key public.pem"
    })
final class SignCommand extends PrintingCommand {
  private final InstantSource clock;

  @Parameters(paramLabel = "FILE", description = "a policy, in YAML or JSON")
  private Path file = Path.of("policy.yaml");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "the library's private key (PKCS #8 in PEM)")
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
