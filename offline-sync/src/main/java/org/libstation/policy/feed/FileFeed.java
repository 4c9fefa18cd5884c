package org.libstation.policy.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/// Reads a document from a file that is placed on a stick or in a shared folder. Only a plain file
/// is opened, not a device or pipe, even behind a link. A file that changes while it is read is
/// refused.
///
/// @param file need not exist yet
public record FileFeed(Path file) implements Feed {

  @Override
  public Fetched fetch(Optional<String> known) {
    try {
      BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
      if (!before.isRegularFile()) {
        return new Fetched.FeedUnreachable(file + " is not a plain file, so it is not read");
      }
      if (before.size() > MOST_BYTES) {
        return new Fetched.FeedUnreachable(file + " is larger than " + MOST_BYTES + " bytes");
      }
      byte[] bytes = atMost(before.size() + 1);
      BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
      return bytes.length == before.size() && unchanged(before, after)
          ? document(bytes, known)
          : new Fetched.FeedUnreachable(
              file + " changed while it was read: write a new file, then rename it");
    } catch (NoSuchFileException _) {
      return new Fetched.FeedUnreachable(file + " is not there");
    } catch (IOException e) {
      return new Fetched.FeedUnreachable(file + " cannot be read: " + e.getMessage());
    }
  }

  private byte[] atMost(long bytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes((int) bytes);
    }
  }

  private static boolean unchanged(BasicFileAttributes before, BasicFileAttributes after) {
    return before.size() == after.size()
        && before.lastModifiedTime().equals(after.lastModifiedTime())
        && Objects.equals(before.fileKey(), after.fileKey());
  }

  private static Fetched document(byte[] bytes, Optional<String> known) {
    String mark = mark(bytes);
    return known.filter(mark::equals).isPresent()
        ? new Fetched.NotChanged()
        : new Fetched.Document(new String(bytes, StandardCharsets.UTF_8), Optional.of(mark));
  }

  /// The mark of a document: its SHA-256 in hex digits.
  public static String mark(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
