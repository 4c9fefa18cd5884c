package org.libstation.tools.command.policy;

import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libstation.command.CommandFile;
import org.libstation.command.PrintingCommand;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyWords;
import org.libstation.policy.SignedPolicy;
import org.libstation.policy.feed.PolicyStore;
import org.libstation.site.PolicyFile;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.station.policy.PolicyFeeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out `station policy check`.
@Command(
    name = "check",
    description = {
      "Reads a policy and says everything that is wrong with it, with file, line and rule (status"
          + " 2); else what is still to be confirmed or worth a look (status 0)."
    },
    footer = {
      "",
      "Examples:",
      "  ./station policy check config/policy/hkpl-example.yaml",
      "  ./station policy check draft.yaml && ./station policy diff held.yaml draft.yaml",
      "  ./station policy check policy.signed.json --key public.pem",
      "  ./station policy check policy.signed.json --config /etc/libstation"
    })
final class CheckCommand extends PrintingCommand {
  private final InstantSource clock;

  @Parameters(paramLabel = "FILE", description = "a policy, in YAML or JSON")
  private Path file = Path.of("policy.yaml");

  CheckCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "the library's public key (PEM): the policy must be signed with its other half")
  private @Nullable Path key;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description =
          "a station's site: refuses what that station would refuse now (its key, its site, the"
              + " policy it holds, the places it names)")
  private @Nullable Path config;

  @Override
  protected int run() {
    PolicyBundle bundle = bundle();
    say(
        "%s: good; version %s of %s, %d places, %d classes, %d windows, %d notices"
            .formatted(
                file,
                bundle.version(),
                bundle.site(),
                bundle.places().size(),
                bundle.classes().size(),
                bundle.windows().size(),
                bundle.notices().size()));
    list("to be confirmed:", PolicyWords.toBeConfirmed(bundle));
    list("worth a look:", PolicyWords.worthALook(bundle));
    return 0;
  }

  private void list(String head, List<String> lines) {
    if (!lines.isEmpty()) {
      say(head);
      lines.forEach(line -> say("  " + line));
    }
  }

  private PolicyBundle bundle() {
    if (key != null) {
      return signed(key);
    }
    if (config == null) {
      return PolicyFile.read(file);
    }
    return asStation(config);
  }

  /// What is wrong with the site names the site already.
  private PolicyBundle asStation(Path site) {
    try {
      return PolicyFeeds.asStation(Site.open(site), CommandFile.text(file));
    } catch (SiteProblem problem) {
      String words = String.valueOf(problem.getMessage());
      throw words.startsWith(site.toString()) || words.startsWith(file + ":")
          ? problem
          : new SiteProblem(file + ": " + words);
    }
  }

  private PolicyBundle signed(Path publicKey) {
    PublicKey library;
    try {
      library = SignedPolicy.publicKey(CommandFile.text(publicKey));
    } catch (IllegalArgumentException e) {
      throw new SiteProblem(publicKey + ": " + e.getMessage());
    }
    SignedPolicy.SignedPolicyOpening opened =
        SignedPolicy.open(file.toString(), CommandFile.text(file), library);
    if (opened instanceof SignedPolicy.SignedPolicyOpening.PolicyOpened(var bundle)) {
      PolicyStore.wrongDate(bundle, clock)
          .ifPresent(
              words -> {
                throw new SiteProblem(file + ": " + words);
              });
      return bundle;
    }
    throw new SiteProblem(String.join("\n", SignedPolicy.words(file.toString(), opened)));
  }
}
