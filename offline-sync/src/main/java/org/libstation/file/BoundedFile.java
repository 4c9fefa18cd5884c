package org.libstation.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Reads whole files that a person names. It opens only plain files of bounded size: a device could
/// be endless, and a pipe could block the reader for ever.
public final class BoundedFile {
  /// Larger than any file of settings, rules, keys or texts.
  public static final int MOST_BYTES = 16 * 1024 * 1024;

  private static final int MIB = 1024 * 1024;

  private BoundedFile() {}

  /// Reads a text in UTF-8.
  ///
  /// @throws CharacterCodingException if it is in another encoding
  /// @throws IOException if it cannot be read; [#why] gives the reason
  public static String text(Path file) throws IOException {
    return text(file, StandardCharsets.UTF_8);
  }

  /// Reads a text as [#text(Path)] does, in another encoding.
  public static String text(Path file, Charset charset) throws IOException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes(file, MOST_BYTES))).toString();
  }

  /// Reads a file.
  ///
  /// @param most largest size in bytes
  /// @throws IOException if it cannot be read or is larger; [#why] gives the reason
  public static byte[] bytes(Path file, int most) throws IOException {
    checkPlain(file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        String limit = most >= MIB ? most / MIB + " MiB" : most + " bytes";
        throw new FileSystemException(file.toString(), null, "it is larger than " + limit);
      }
      return bytes;
    }
  }

  /// Checks that it is a plain file, without opening it.
  ///
  /// @throws IOException if it is not; [#why] says what it is
  public static void checkPlain(Path file) throws IOException {
    BasicFileAttributes kind = Files.readAttributes(file, BasicFileAttributes.class);
    if (!kind.isRegularFile()) {
      throw new FileSystemException(
          file.toString(),
          null,
          kind.isDirectory() ? "it is a directory" : "it is a device or a pipe, not a plain file");
    }
  }

  /// Says why a file cannot be read, without its name.
  public static String why(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ ->
          "user " + System.getProperty("user.name") + " may not read it";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      case CharacterCodingException _ -> "it is not in UTF-8";
      default -> String.valueOf(e.getMessage());
    };
  }
}
