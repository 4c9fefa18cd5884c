package org.libstation.lab.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.central.sip2.site.DialectSettings;
import org.libstation.command.PrintingCommand;
import org.libstation.command.UntilEnded;
import org.libstation.lab.embedded.EmbeddedLibrary;
import org.libstation.lab.embedded.FeedServer;
import org.libstation.lab.embedded.LedgerException;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.lab.scenario.Ledgers;
import org.libstation.policy.PolicyBundle;
import org.libstation.site.DialectFiles;
import org.libstation.site.PolicyFile;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the embedded library on loopback and serves until it is ended. What a parent process
/// reads on standard output is `listening on port N` and `controlled on port N`.
@Command(
    name = "library",
    description =
        "Starts the embedded library: a SIP2 server with its own ledger, for demo, training and"
            + " tests. It listens on this machine only, until it is ended (Ctrl-C).",
    footer = {
      "",
      "Examples:",
      "  ./station library",
      "  ./station library --port 6002 --data /var/tmp/library",
      "  ./station library --policy config/policy/hkpl-example.yaml",
      "  ./station library --port 0 --control 0          any free ports; it prints which",
      "  ./station library --dialect koha-2014           answers as that central system does",
      "",
      "Log in as station1 with password station1. What the control port understands is in",
      "docs/embedded-library.md."
    })
public final class LibraryCommand extends PrintingCommand {
  private static final int HIGHEST_PORT = 65535;

  private final InstantSource clock;
  private final InputStream input;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "6001",
      description = "for SIP2; 0 for any free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--control",
      paramLabel = "N",
      defaultValue = "0",
      description = "for commands that make it go wrong; 0 for any free one (the default)")
  private int control;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "library-data",
      description = "where its ledger lies, made when missing (default: ${DEFAULT-VALUE})")
  private Path data = Path.of("library-data");

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "calendar, loan periods and fines (default: those it comes with)")
  private @Nullable Path policy;

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      defaultValue = DialectFiles.EMBEDDED,
      description =
          "answers as this central system does: a name, or a file that ends in .yaml (default:"
              + " ${DEFAULT-VALUE}, its own)")
  private String dialect = DialectFiles.EMBEDDED;

  @Option(
      names = "--feed",
      paramLabel = "N",
      description =
          "serves --serve-policy as /policy and --serve-blocked as /blocked-cards by HTTP there; 0"
              + " for any free port")
  private @Nullable Integer feed;

  @Option(
      names = "--serve-policy",
      paramLabel = "FILE",
      defaultValue = "policy.signed.json",
      description = "what './station policy sign' wrote (default: ${DEFAULT-VALUE})")
  private Path servedPolicy = Path.of("policy.signed.json");

  @Option(
      names = "--serve-blocked",
      paramLabel = "FILE",
      defaultValue = "blocked-cards.txt",
      description = "what './station policy block' wrote (default: ${DEFAULT-VALUE})")
  private Path servedBlocked = Path.of("blocked-cards.txt");

  @Option(
      names = "--with-parent",
      hidden = true,
      description = "ends when the process that started it ends (demo, scenarios)")
  private boolean withParent;

  /// @param clock the library's own
  /// @param input standard input, whose end tells that the parent process is gone
  public LibraryCommand(InstantSource clock, InputStream input) {
    this.clock = clock;
    this.input = input;
  }

  @Override
  protected int run() {
    LibraryRules rules = rules();
    Optional<FeedServer> serving = serving();
    try (EmbeddedLibrary library = started(rules);
        UntilEnded ending = UntilEnded.closing(library::close)) {
      say("listening on port " + library.port());
      say("controlled on port " + library.controlPort());
      serving.ifPresent(server -> say("feeding on port " + server.port()));
      if (withParent) {
        ending.awaitEndOf(input);
      } else {
        ending.await();
      }
    } finally {
      serving.ifPresent(FeedServer::close);
    }
    return 0;
  }

  private Optional<FeedServer> serving() {
    if (feed == null) {
      return Optional.empty();
    }
    check("--feed", feed);
    try {
      return Optional.of(
          new FeedServer(feed, Map.of("/policy", servedPolicy, "/blocked-cards", servedBlocked)));
    } catch (IOException e) {
      throw new SiteProblem("the feed cannot listen on port " + feed + ": " + e.getMessage());
    }
  }

  private LibraryRules rules() {
    LibraryRules standard =
        LibraryRules.standard()
            .withDialect(DialectSettings.dialect(DialectFiles.usual(Path.of("")).read(dialect)));
    if (policy == null) {
      return standard;
    }
    PolicyBundle read = PolicyFile.read(policy);
    if (!read.currency().equals(standard.policy().currency())) {
      throw new SiteProblem(
          "%s: currency: expected %s, which the embedded library counts in, not %s"
              .formatted(policy, standard.policy().currency(), read.currency()));
    }
    return standard.withPolicy(read);
  }

  private EmbeddedLibrary started(LibraryRules rules) {
    check("--port", port);
    check("--control", control);
    try {
      Files.createDirectories(data);
      return EmbeddedLibrary.start(
          data.resolve(Ledgers.LEDGER),
          rules,
          clock,
          EmbeddedLibrary.Listen.loopback(port, control));
    } catch (IOException e) {
      throw new SiteProblem(data + ": cannot be made: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw new SiteProblem(
          "the library cannot listen on ports %d and %d (0 means any): %s; another one may be"
                  .formatted(port, control, e.getMessage())
              + " running");
    } catch (LedgerException e) {
      throw new SiteProblem("the library's ledger cannot be opened: " + e.getMessage());
    }
  }

  private static void check(String option, int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new SiteProblem(
          option + ": expected a port from 0 to " + HIGHEST_PORT + ", not " + port);
    }
  }
}
