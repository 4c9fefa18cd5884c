package org.libstation.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.SyncFailedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.libstation.journal.sqlite.LibraryKey;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.station.parts.JournalParts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `recovery-key`: makes the key pair whose private half opens the card numbers of a
/// broken station.
@Command(name = "recovery-key")
public final class RecoveryKeyCommand extends PrintingCommand {
  private static final String STANDARD_OUTPUT = "-";

  private final Supplier<LibraryKey.LibraryKeyPair> pairs;
  private final RecoveryKeyPrinter print;

  /// Prints a private half; fails if not all of it is written.
  @FunctionalInterface
  public interface RecoveryKeyPrinter {
    void text(String text) throws IOException;
  }

  @Option(names = "--to", required = true, paramLabel = "FILE")
  private String to = "";

  @Option(names = "--config", paramLabel = "DIR")
  private @Nullable Path config;

  /// @param pairs makes a pair, which takes seconds
  public RecoveryKeyCommand(Supplier<LibraryKey.LibraryKeyPair> pairs, RecoveryKeyPrinter print) {
    this.pairs = pairs;
    this.print = print;
  }

  /// Prints on this process's standard output and reports a full disk behind it.
  public static RecoveryKeyCommand onStandardOutput(SecureRandom random) {
    return new RecoveryKeyCommand(
        () -> LibraryKey.pair(random),
        text -> {
          FileOutputStream out = new FileOutputStream(FileDescriptor.out);
          out.write(text.getBytes(StandardCharsets.US_ASCII));
          try {
            FileDescriptor.out.sync();
          } catch (SyncFailedException _) {
            // Standard output is a pipe or a terminal, which cannot be synced.
          }
        });
  }

  @Override
  protected int run() {
    boolean printed = to.equals(STANDARD_OUTPUT);
    Path privatePem = Path.of(to).toAbsolutePath().normalize();
    if (config == null && printed) {
      throw new SiteProblem("--to - needs --config: the public half is written there");
    }
    Path publicPem =
        (config == null ? Objects.requireNonNull(privatePem.getParent()) : config)
            .resolve(JournalParts.PUBLIC_KEY);
    if (Files.exists(publicPem)) {
      throw new SiteProblem(
          publicPem
              + " exists: a new key would not open what was sealed for the old one. To"
              + " change keys, move it away, and keep the old private half as long as its"
              + " journals");
    }
    if (config != null && !printed) {
      elsewhere(privatePem, config);
    }
    LibraryKey.LibraryKeyPair pair = pairs.get();
    Path aside = publicPem.resolveSibling("." + JournalParts.PUBLIC_KEY + ".new");
    try {
      // Write the public half first, but give it its name last. A station that has it can then rely
      // on the private half.
      Files.deleteIfExists(aside);
      pair.writePublic(aside);
      owned(aside);
      if (printed) {
        print.text(pair.privatePem());
      } else {
        pair.writePrivate(privatePem);
      }
      Files.move(aside, publicPem, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      removed(aside);
      throw new SiteProblem(
          "no key was made; discard what was "
              + (printed ? "printed" : "written")
              + " of one: "
              + words(e));
    }
    warn(
        "private half  "
            + (printed ? "printed" : privatePem)
            + ": put it into a safe, not on a station");
    warn("public half   " + publicPem);
    return 0;
  }

  private static void removed(Path file) {
    try {
      boolean _ = Files.deleteIfExists(file);
    } catch (IOException _) {
      // The stick was pulled out, so the file is gone.
    }
  }

  /// Gives a file that root wrote to the owner of the site's directory.
  private static void owned(Path file) {
    try {
      Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
      Files.setOwner(file, Files.getOwner(directory));
    } catch (IOException | UnsupportedOperationException _) {
      // Only root can change the owner; other users own the file already.
    }
  }

  /// Refuses a private half on the disk of the site or its data, because the key must outlive that
  /// disk.
  private static void elsewhere(Path privatePem, Path config) {
    Path beside = Objects.requireNonNull(privatePem.getParent());
    try {
      for (Path own : List.of(config, existing(data(config)))) {
        if (Files.isDirectory(beside)
            && Files.getFileStore(beside).equals(Files.getFileStore(own))) {
          throw new SiteProblem(
              privatePem
                  + " is on the disk of "
                  + own
                  + ", and would be lost or stolen with it: name a file on a stick, or - to print"
                  + " it");
        }
      }
    } catch (IOException e) {
      throw new SiteProblem(privatePem + ": " + words(e));
    }
  }

  /// The data directory, or the site's directory if its settings are not yet complete.
  private static Path data(Path config) {
    try {
      return Site.open(config).data();
    } catch (SiteProblem _) {
      return config;
    }
  }

  private static Path existing(Path path) {
    Path there = path.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = Objects.requireNonNull(there.getParent());
    }
    return there;
  }

  private static String words(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException there -> there.getFile() + " is there already";
      case NoSuchFileException none -> none.getFile() + ": there is no such directory";
      default -> String.valueOf(e.getMessage());
    };
  }
}
