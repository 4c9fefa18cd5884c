package org.libstation.payment.zvt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.libstation.file.DurableFiles;

/// Where the notes of a terminal are stored.
public interface NoteStore {
  /// The stored text; empty if none was ever written. Bytes that are not UTF-8 become U+FFFD.
  Optional<String> read() throws IOException;

  /// Stores the whole text. It is on disk when this method returns.
  void write(String text) throws IOException;

  /// Stores the notes in this file. Its directory is created if missing.
  static NoteStore in(Path file) {
    return new NoteStore() {
      @Override
      public Optional<String> read() throws IOException {
        return Files.exists(file)
            ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
            : Optional.empty();
      }

      @Override
      public void write(String text) throws IOException {
        DurableFiles.write(file, text);
      }
    };
  }
}
