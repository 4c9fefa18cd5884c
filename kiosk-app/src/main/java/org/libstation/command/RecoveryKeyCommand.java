package org.libstation.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.SyncFailedException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
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

/// Carries out `recovery-key`: makes the pair whose private half opens the cards of a dead station.
@Command(
    name = "recovery-key",
    description = {
      "Makes the site's recovery key: the private half goes to a stick and from there into a safe,"
          + " the public half beside the settings, where a live station must have it. The journal's"
          + " card numbers are sealed for both the machine and this key.",
      "One key for all stations of a library: copy the public half to each."
    },
    footer = {
      "",
      "Examples:",
      "  ./station recovery-key --config config --to /mnt/stick/recovery-private.pem",
      "  ./station recovery-key --config config --to - | lp        on paper, into the safe",
      "  ./station recovery-key --to private.pem          on a machine that is no station: the"
          + " public",
      "                                                   half lies beside it",
      "Exit status: 0 made; 2 nothing was made: a file is there already, or the private half would",
      "lie on the station's own disk."
    })
public final class RecoveryKeyCommand extends PrintingCommand {
  private static final String STANDARD_OUTPUT = "-";

  private final Supplier<LibraryKey.LibraryKeyPair> pairs;
  private final RecoveryKeyPrinter print;

  /// Where a private half is printed; it fails when not all of it arrives.
  @FunctionalInterface
  public interface RecoveryKeyPrinter {
    void text(String text) throws IOException;
  }

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "where the private half goes; - prints it")
  private String to = "";

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "the site's directory, which takes the public half")
  private @Nullable Path config;

  /// @param pairs makes a pair, which takes seconds
  public RecoveryKeyCommand(Supplier<LibraryKey.LibraryKeyPair> pairs, RecoveryKeyPrinter print) {
    this.pairs = pairs;
    this.print = print;
  }

  /// Prints on this process's standard output; a full disk behind it is told.
  public static RecoveryKeyCommand onStandardOutput(SecureRandom random) {
    return new RecoveryKeyCommand(
        () -> LibraryKey.pair(random),
        text -> {
          FileOutputStream out = new FileOutputStream(FileDescriptor.out);
          out.write(text.getBytes(StandardCharsets.US_ASCII));
          try {
            FileDescriptor.out.sync();
          } catch (SyncFailedException _) {
            // No file but a pipe or a terminal.
          }
        });
  }

  @Override
  protected int run() {
    boolean printed = to.equals(STANDARD_OUTPUT);
    Path privatePem = Path.of(to).toAbsolutePath().normalize();
    if (config == null && printed) {
      throw new SiteProblem("--to - needs --config: somewhere the public half must go");
    }
    Path publicPem =
        (config == null ? Objects.requireNonNull(privatePem.getParent()) : config)
            .resolve(JournalParts.PUBLIC_KEY);
    if (Files.exists(publicPem)) {
      throw new SiteProblem(
          publicPem
              + " is there already: a new key would not open what was sealed for the old one. To"
              + " change keys, move it away, and keep the old private half as long as its"
              + " journals");
    }
    if (config != null && !printed) {
      elsewhere(privatePem, config);
    }
    LibraryKey.LibraryKeyPair pair = pairs.get();
    Path aside = publicPem.resolveSibling("." + JournalParts.PUBLIC_KEY + ".new");
    try {
      // The public half first, but under its name last: a station that has it can rely on the
      // other.
      Files.deleteIfExists(aside);
      write(aside, "rw-r--r--", pair.publicPem());
      owned(aside);
      if (printed) {
        print.text(pair.privatePem());
      } else {
        kept(privatePem, pair.privatePem());
      }
      Files.move(aside, publicPem, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      removed(aside);
      throw new SiteProblem(
          "no key was made, and what was "
              + (printed ? "printed" : "written")
              + " of one is worth nothing: "
              + words(e));
    }
    warn("private half  " + (printed ? "printed" : privatePem) + ": into a safe, on no station");
    warn("public half   " + publicPem);
    return 0;
  }

  /// A private half that is not whole does not stay.
  private static void kept(Path file, String text) throws IOException {
    boolean there = Files.exists(file);
    try {
      write(file, "rw-------", text);
    } catch (IOException e) {
      if (!there) {
        removed(file);
      }
      throw e;
    }
  }

  private static void removed(Path file) {
    try {
      boolean _ = Files.deleteIfExists(file);
    } catch (IOException _) {
      // A stick that was pulled: nothing is there any more.
    }
  }

  /// What root lays belongs to whoever the site belongs to.
  private static void owned(Path file) {
    try {
      Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
      Files.setOwner(file, Files.getOwner(directory));
    } catch (IOException | UnsupportedOperationException _) {
      // Only root gives files away; the others have their own.
    }
  }

  /// The disk of the journal is what the key is to outlive.
  private static void elsewhere(Path privatePem, Path config) {
    Path beside = Objects.requireNonNull(privatePem.getParent());
    try {
      for (Path own : List.of(config, existing(data(config)))) {
        if (Files.isDirectory(beside)
            && Files.getFileStore(beside).equals(Files.getFileStore(own))) {
          throw new SiteProblem(
              privatePem
                  + " lies on the disk of "
                  + own
                  + ", and would be lost and stolen with it: name a file on a stick, or - to print"
                  + " it");
        }
      }
    } catch (IOException e) {
      throw new SiteProblem(privatePem + ": " + words(e));
    }
  }

  /// Also before the settings are such that a station starts.
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

  private static void write(Path file, String rights, String text) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        int _ = channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static String words(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException there -> there.getFile() + " is there already";
      case NoSuchFileException none -> none.getFile() + ": there is no such directory";
      default -> String.valueOf(e.getMessage());
    };
  }
}
