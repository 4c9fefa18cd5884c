package org.libstation.tools.command.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.libstation.circulation.PatronId;
import org.libstation.command.CommandFile;
import org.libstation.command.PrintingCommand;
import org.libstation.policy.SignedPolicy;
import org.libstation.policy.feed.BlockedCards;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Carries out `station policy block`.
@Command(name = "block")
final class BlockCommand extends PrintingCommand {
  private final InstantSource clock;
  private final InputStream input;

  @Option(names = "--site", required = true, paramLabel = "NAME")
  private String site = "";

  @Option(names = "--hash-key", required = true, paramLabel = "FILE")
  private Path hashKey = Path.of("hash.key");

  @Option(names = "--key", required = true, paramLabel = "FILE")
  private Path key = Path.of("private.pem");

  BlockCommand(InstantSource clock, InputStream input) {
    this.clock = clock;
    this.input = input;
  }

  @Override
  protected int run() {
    byte[] hashing = hashing();
    try {
      out()
          .print(
              BlockedCards.write(
                  site,
                  clock.instant(),
                  cards(),
                  hashing,
                  SignedPolicy.privateKey(CommandFile.text(key))));
      return 0;
    } catch (IllegalArgumentException e) {
      throw new SiteProblem(key + ": " + e.getMessage());
    }
  }

  private byte[] hashing() {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(CommandFile.text(hashKey).strip());
      if (bytes.length < BlockedCards.LEAST_KEY_BYTES) {
        throw new SiteProblem(
            hashKey + ": expected at least " + BlockedCards.LEAST_KEY_BYTES + " bytes in Base64");
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new SiteProblem(hashKey + ": expected bytes in Base64: " + e.getMessage());
    }
  }

  private List<PatronId> cards() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      return lines.lines().map(String::strip).filter(l -> !l.isEmpty()).map(PatronId::new).toList();
    } catch (IOException e) {
      throw new SiteProblem("the card numbers cannot be read: " + e.getMessage());
    }
  }
}
