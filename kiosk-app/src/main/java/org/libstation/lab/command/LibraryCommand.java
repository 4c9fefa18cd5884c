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

/// Starts the embedded library on loopback and serves until it is ended. On standard output a
/// parent process reads `listening on port N` and `controlled on port N`.
@Command(name = "library")
public final class LibraryCommand extends PrintingCommand {
  private static final int HIGHEST_PORT = 65535;

  private final InstantSource clock;
  private final InputStream input;

  @Option(names = "--port", paramLabel = "N", defaultValue = "6001")
  private int port;

  @Option(names = "--control", paramLabel = "N", defaultValue = "0")
  private int control;

  @Option(names = "--data", paramLabel = "DIR", defaultValue = "library-data")
  private Path data = Path.of("library-data");

  @Option(names = "--policy", paramLabel = "FILE")
  private @Nullable Path policy;

  @Option(names = "--dialect", paramLabel = "NAME", defaultValue = DialectFiles.EMBEDDED)
  private String dialect = DialectFiles.EMBEDDED;

  @Option(names = "--feed", paramLabel = "N")
  private @Nullable Integer feed;

  @Option(names = "--serve-policy", paramLabel = "FILE", defaultValue = "policy.signed.json")
  private Path servedPolicy = Path.of("policy.signed.json");

  @Option(names = "--serve-blocked", paramLabel = "FILE", defaultValue = "blocked-cards.txt")
  private Path servedBlocked = Path.of("blocked-cards.txt");

  /// Ends when the process that started it ends (demo, scenarios).
  @Option(names = "--with-parent", hidden = true)
  private boolean withParent;

  /// @param clock the library's own
  /// @param input standard input; it ends when the parent process is gone
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
