package org.libstation.policy.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A document that somebody puts into a place: a stick, a shared folder.
///
/// @param file which need not be there yet
public record FileFeed(Path file) implements Feed {

  @Override
  public Fetched fetch(Optional<String> known) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return new Fetched.Unreachable(file + " is larger than " + MOST_BYTES + " bytes");
      }
      byte[] bytes = Files.readAllBytes(file);
      String mark = mark(bytes);
      return known.filter(mark::equals).isPresent()
          ? new Fetched.NotChanged()
          : new Fetched.Document(new String(bytes, StandardCharsets.UTF_8), Optional.of(mark));
    } catch (IOException e) {
      return new Fetched.Unreachable(file + " cannot be read: " + e.getMessage());
    }
  }

  /// What tells one document from another.
  public static String mark(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
