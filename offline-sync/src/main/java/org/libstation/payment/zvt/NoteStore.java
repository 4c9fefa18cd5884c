package org.libstation.payment.zvt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.libstation.file.DurableFiles;

/// Where the notes of a terminal lie.
public interface NoteStore {
  /// Empty where nothing was ever written.
  Optional<String> read() throws IOException;

  /// It is on the disk, whole, when this returns.
  void write(String text) throws IOException;

  /// In a file of that name, in a directory that is made where there is none.
  static NoteStore in(Path file) {
    return new NoteStore() {
      @Override
      public Optional<String> read() throws IOException {
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
      }

      @Override
      public void write(String text) throws IOException {
        DurableFiles.write(file, text);
      }
    };
  }
}
