package org.libstation.journal.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The recovery key of every library of these tests. Making an RSA pair takes some seconds: this
/// one was made once (`openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072`), and
/// everybody may know its private half.
public final class RecoveryKeys {
  private static final Path DIRECTORY = directory();
  private static final LibraryKey KEY = LibraryKey.read(publicPem());

  private RecoveryKeys() {}

  private static Path directory() {
    try {
      Path directory = Files.createTempDirectory("libstation-keys");
      // What is registered last goes first.
      directory.toFile().deleteOnExit();
      copy("recovery-public.pem", directory.resolve("public.pem"));
      copy("recovery-private.pem", directory.resolve("private.pem"));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(String resource, Path to) throws IOException {
    to.toFile().deleteOnExit();
    try (InputStream from =
        Objects.requireNonNull(RecoveryKeys.class.getResourceAsStream(resource), resource)) {
      Files.copy(from, to);
    }
  }

  public static LibraryKey key() {
    return KEY;
  }

  public static Path publicPem() {
    return DIRECTORY.resolve("public.pem");
  }

  public static Path privatePem() {
    return DIRECTORY.resolve("private.pem");
  }
}
