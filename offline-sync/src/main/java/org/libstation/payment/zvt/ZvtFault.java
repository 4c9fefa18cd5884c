package org.libstation.payment.zvt;

import java.io.IOException;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;

/// It is not known what the terminal did, and the station can say why; staff read the reason as a
/// note.
final class ZvtFault extends IOException {
  private static final long serialVersionUID = 1L;

  private final TaskNoteCode code;

  /// @param code code of a note without values
  /// @param message the same in English, for logs
  ZvtFault(TaskNoteCode code, String message) {
    super(message);
    this.code = code;
  }

  ZvtFault(TaskNoteCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /// The note for staff about a failure of the terminal or of its line.
  static TaskNote note(IOException failure) {
    return failure instanceof ZvtFault fault
        ? TaskNote.of(fault.code)
        : TaskNote.text(String.valueOf(failure.getMessage()));
  }
}
