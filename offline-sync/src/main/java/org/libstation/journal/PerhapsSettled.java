package org.libstation.journal;

import java.util.List;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;

/// Makes marks for open entries that may have been settled without this journal's knowledge. This
/// happens if the journal is an older state, or may be a copy.
public final class PerhapsSettled {
  private PerhapsSettled() {}

  /// Returns the marks by which the entry's request counts as sent and not answered, so that it is
  /// looked up before anything is sent.
  ///
  /// A request that was cut short first gets its missing answer. The last mark then answers no
  /// request, and so says that more may have happened.
  ///
  /// @return an empty list if nothing of the entry is sent any more, or nothing ever is
  public static List<Mark> asSent(JournalEntry entry, TaskNote why) {
    return switch (entry.state()) {
      case CLOSED, WITH_STAFF, ACCEPTED, REFUSED -> List.of();
      case WRITTEN, WAITING, IN_DOUBT ->
          EventKind.of(entry.what()).subject() == EventKind.EventSubject.STATION
              ? List.of()
              : isCutShort(entry)
                  ? List.of(
                      Mark.OutcomeUnknown.of(TaskNote.of(TaskNoteCode.CUT_SHORT)),
                      Mark.OutcomeUnknown.of(why))
                  : List.of(Mark.OutcomeUnknown.of(why));
    };
  }

  private static boolean isCutShort(JournalEntry entry) {
    return entry.marks().reversed().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.OfRequest.class::isInstance)
        .findFirst()
        .filter(Mark.Sending.class::isInstance)
        .isPresent();
  }
}
