package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.libstation.journal.JournalException;

/// The forms of a journal that this program reads and writes. A form is the version number in the
/// file ([JournalSchema#VERSION]). Each newer form holds all that older ones did.
///
/// A program on trial must not bring a journal to a newer form, because the previous program could
/// then not continue with it. A trial therefore puts the file [#HELD] beside the journal. While
/// that file is there, no journal is brought beyond the form in it. A kind of entry or mark that is
/// new in a form may be written only to a journal of that form.
public final class JournalForm {
  /// Name of the file that holds the number of a form and a line end.
  public static final String HELD = "held-form";

  /// The oldest form that this program reads and writes.
  public static final int GOES_ON_WITH = 4;

  /// System property that sets the newest form, to try an update before a newer form exists. Such a
  /// form differs only in its number.
  private static final String PLANTED = "libstation.journal.form";

  private JournalForm() {}

  /// Returns the form to which this program brings a journal if no file holds it back.
  public static int newest() {
    return Integer.getInteger(PLANTED, JournalSchema.VERSION);
  }

  /// Returns the form of the journal in a directory without changing it; 0 if there is none.
  ///
  /// @throws IOException if it cannot be read
  public static int here(Path directory) throws IOException {
    return JournalSchema.versionInHeader(directory.resolve(JournalFiles.FILE));
  }

  /// Returns the form to which a journal in this directory is brought. If [#HELD] contains no
  /// number, the journal is held at the oldest form that this program can write.
  static int to(Path directory) throws IOException {
    OptionalInt held = held(directory);
    return held.isPresent()
        ? Math.max(GOES_ON_WITH, Math.min(newest(), held.getAsInt()))
        : newest();
  }

  /// Refuses a form that this program does not read.
  ///
  /// @param form as it is in the file; 0 for a file without tables
  /// @throws JournalException NEWER or OLD_FORM, with the version to install
  static void check(Path file, int form) {
    if (form > newest()) {
      throw new JournalException(
          JournalException.FaultKind.NEWER,
          "%s was written by a newer version of this program: it is of version %d, this program knows up to %d; install the newer program"
              .formatted(file, form, newest()));
    }
    if (form != 0 && form < GOES_ON_WITH) {
      throw new JournalException(
          JournalException.FaultKind.OLD_FORM,
          "%s was written by an older version of this program: it is of version %d, this program knows versions from %d on; install the version that wrote it, or move the file away, and 'station journal new' goes on without it"
              .formatted(file, form, GOES_ON_WITH));
    }
  }

  private static OptionalInt held(Path directory) throws IOException {
    Path file = directory.resolve(HELD);
    if (!Files.exists(file)) {
      return OptionalInt.empty();
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    return OptionalInt.of(text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0);
  }
}
