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
import org.libstation.site.PolicyFeedSettings;
import org.libstation.site.PolicyFile;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out `station policy check`.
@Command(name = "check")
final class CheckCommand extends PrintingCommand {
  private final InstantSource clock;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("policy.yaml");

  CheckCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Option(names = "--key", paramLabel = "FILE")
  private @Nullable Path key;

  @Option(names = "--config", paramLabel = "DIR")
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

  /// Opens the signed policy as the station of this site would. The message about a faulty policy
  /// gets the name of the policy's file in front. A message that already begins with this name or
  /// with the site's directory stays as it is.
  private PolicyBundle asStation(Path site) {
    try {
      Site opened = Site.open(site);
      return new PolicyFeedSettings(opened.settings(), opened.directory())
          .open(CommandFile.text(file));
    } catch (SiteProblem problem) {
      String words = String.valueOf(problem.getMessage());
      throw words.startsWith(site.toString()) || words.startsWith(file + ":")
          ? problem
          : new SiteProblem(file + ": " + words);
    }
  }

  private PolicyBundle signed(Path publicKey) {
    PublicKey library = CommandFile.publicKey(publicKey);
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
