package org.libstation.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.libstation.file.BoundedFile;
import org.libstation.site.SiteProblem;

/// Files that a person names on the command line: what is wrong with them is said in plain words.
public final class CommandFile {

  /// What is made of a file's lines.
  @FunctionalInterface
  public interface CommandFileReading<T> {
    T of(BufferedReader lines) throws IOException;
  }

  /// What is written into a file.
  @FunctionalInterface
  public interface FileContent {
    void to(OutputStream out) throws IOException;
  }

  private CommandFile() {}

  /// @throws SiteProblem when it cannot be written
  public static void write(Path file, FileContent writing) {
    try (OutputStream out = Files.newOutputStream(file)) {
      writing.to(out);
    } catch (NoSuchFileException _) {
      throw new SiteProblem(file + " cannot be written: there is no such folder");
    } catch (AccessDeniedException _) {
      throw new SiteProblem(file + " cannot be written: it is not allowed");
    } catch (FileSystemException e) {
      throw new SiteProblem(file + " cannot be written: " + e.getReason());
    } catch (IOException e) {
      throw new SiteProblem(file + " cannot be written: " + e.getMessage());
    }
  }

  /// @throws SiteProblem when it cannot be read
  public static String text(Path file) {
    try {
      return BoundedFile.text(file);
    } catch (IOException e) {
      throw new SiteProblem(file + " cannot be read: " + BoundedFile.why(e));
    }
  }

  /// The lines of a text, none of which fills the memory.
  public static BufferedReader bounded(Reader text) {
    return new BufferedReader(new BoundedLines(text));
  }

  /// @param reading of a file in UTF-8
  /// @throws SiteProblem when there is none, or it cannot be read
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
