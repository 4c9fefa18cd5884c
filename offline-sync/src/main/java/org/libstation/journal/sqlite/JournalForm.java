package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.libstation.journal.JournalException;

/// Which forms of a journal this program reads and writes. A form is the number that stands in the
/// file ([JournalSchema#VERSION]); each newer one holds all that older ones did.
///
/// A program that is on trial must not bring a journal to a newer form: the program before it could
/// not go on with what was written meanwhile. Whoever tries it lays the file [#HELD] beside the
/// journal; as long as that lies there, no journal is brought beyond the number in it. A kind of
/// entry or mark that a newer form brings may be written only to a journal of that form.
public final class JournalForm {
  /// Holds the number and a line's end.
  public static final String HELD = "held-form";

  /// The oldest form that this program reads and writes.
  public static final int GOES_ON_WITH = 4;

  /// For trials of an update before there is a newer form: it differs by its number alone.
  private static final String PLANTED = "libstation.journal.form";

  private JournalForm() {}

  /// The form that this program brings a journal to when nothing holds it.
  public static int newest() {
    return Integer.getInteger(PLANTED, JournalSchema.VERSION);
  }

  /// The form of the journal of a directory, read without touching it; 0 where none is.
  ///
  /// @throws IOException when it cannot be read
  public static int here(Path directory) throws IOException {
    return JournalSchema.versionInHeader(directory.resolve(JournalFiles.FILE));
  }

  /// The form that a journal of this directory is brought to. What lies there as [#HELD] and is no
  /// number holds it as far back as this program can.
  static int to(Path directory) throws IOException {
    OptionalInt held = held(directory);
    return held.isPresent()
        ? Math.max(GOES_ON_WITH, Math.min(newest(), held.getAsInt()))
        : newest();
  }

  /// Refuses a form that this program does not read.
  ///
  /// @param form as it stands in the file; 0 for a file without tables
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
          "%s was written by an older version of this program: it is of version %d, this program knows versions from %d on; install the version that wrote it"
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
