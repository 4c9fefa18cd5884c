package org.libstation.journal.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The recovery key of every library of these tests. Making an RSA pair takes a good part of a
/// second: one for all tests of a process.
public final class RecoveryKeys {
  private static final Path DIRECTORY = directory();
  private static final LibraryKey KEY =
      LibraryKey.createPair(publicPem(), privatePem(), new SecureRandom());

  private RecoveryKeys() {}

  private static Path directory() {
    try {
      Path directory = Files.createTempDirectory("libstation-keys");
      // What is registered last goes first.
      directory.toFile().deleteOnExit();
      directory.resolve("public.pem").toFile().deleteOnExit();
      directory.resolve("private.pem").toFile().deleteOnExit();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
