package org.libstation.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import org.libstation.file.BoundedFile;
import org.libstation.policy.SignedPolicy;
import org.libstation.site.SiteProblem;

/// Reads and writes files named on the command line, and typed input. Faults are reported in plain
/// words.
public final class CommandFile {

  /// Converts the lines of a file.
  @FunctionalInterface
  public interface CommandFileReading<T> {
    T of(BufferedReader lines) throws IOException;
  }

  /// Writes the content of a file.
  @FunctionalInterface
  public interface FileContent {
    void to(OutputStream out) throws IOException;
  }

  private CommandFile() {}

  /// @throws SiteProblem if the file cannot be written
  public static void write(Path file, FileContent writing) {
    try (OutputStream out = Files.newOutputStream(file)) {
      writing.to(out);
    } catch (NoSuchFileException _) {
      throw new SiteProblem(file + " cannot be written: there is no such folder");
    } catch (AccessDeniedException _) {
      throw new SiteProblem(file + " cannot be written: permission denied");
    } catch (FileSystemException e) {
      throw new SiteProblem(file + " cannot be written: " + e.getReason());
    } catch (IOException e) {
      throw new SiteProblem(file + " cannot be written: " + e.getMessage());
    }
  }

  /// @throws SiteProblem if the file cannot be read
  public static String text(Path file) {
    try {
      return BoundedFile.text(file);
    } catch (IOException e) {
      throw new SiteProblem(file + " cannot be read: " + BoundedFile.why(e));
    }
  }

  /// @param file a public key of the library (X.509 in PEM)
  /// @throws SiteProblem if the key cannot be read
  public static PublicKey publicKey(Path file) {
    try {
      return SignedPolicy.publicKey(text(file));
    } catch (IllegalArgumentException e) {
      throw new SiteProblem(file + ": " + e.getMessage());
    }
  }

  /// Reads a line of standard input; empty at its end.
  ///
  /// @param wanted what the line is for, as a prefix of error messages
  /// @throws SiteProblem if standard input cannot be read
  public static Optional<String> line(InputStream in, String wanted) {
    try {
      return Optional.ofNullable(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine());
    } catch (IOException e) {
      throw new SiteProblem(wanted + "standard input cannot be read: " + e.getMessage());
    }
  }

  /// The terminal, if a person types at one. JDK 25 has no console if standard input is a file.
  public static Optional<Console> terminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  /// Reads lines whose length is limited, so that none fills the memory.
  public static BufferedReader bounded(Reader text) {
    return new BufferedReader(new BoundedLines(text));
  }

  /// Reads a file in UTF-8.
  ///
  /// @throws SiteProblem if the file is missing or cannot be read
  public static <T> T lines(Path file, CommandFileReading<T> reading) {
    try {
      BoundedFile.checkPlain(file);
      try (BufferedReader in = bounded(Files.newBufferedReader(file))) {
        return reading.of(in);
      }
    } catch (CharacterCodingException _) {
      throw new SiteProblem(file + " is not in UTF-8");
    } catch (IOException e) {
      throw new SiteProblem(file + " cannot be read: " + BoundedFile.why(e));
    }
  }
}
