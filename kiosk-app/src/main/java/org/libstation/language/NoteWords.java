package org.libstation.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNote.NoteMoment;
import org.libstation.circulation.TaskNoteCode.NoteJoin;
import org.libstation.circulation.TaskNoteCode.NoteValueKind;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Language;

/// Words for the notes of a staff task, in one language.
///
/// @param zone time zone of the moments; empty for a technician, who then gets values as in the
///   journal
public record NoteWords(Words words, Optional<ZoneId> zone) {
  private static final String KEY = "note.";

  /// Returns all notes of a task as one text.
  public String of(List<TaskNote> notes) {
    StringBuilder said = new StringBuilder();
    NoteJoin before = NoteJoin.LEADS;
    for (TaskNote note : notes) {
      NoteJoin join = note.code().join();
      if (before != NoteJoin.LEADS && join != NoteJoin.ATTACHED) {
        said.append(words.say(KEY + "apart"));
      }
      said.append(of(note));
      before = join;
    }
    return said.toString();
  }

  private String of(TaskNote note) {
    List<NoteValueKind> kinds = note.code().kinds();
    Object[] values = new Object[kinds.size()];
    for (int at = 0; at < values.length; at++) {
      values[at] = value(kinds.get(at), note.values().get(at));
    }
    return words.say(KEY + note.code(), values);
  }

  /// Returns a value in words; a value of another kind than expected stays as it is.
  private String value(NoteValueKind kind, String value) {
    try {
      return switch (kind) {
        case MOMENT -> moment(value);
        case DUE -> value.isEmpty() ? words.say(KEY + "nottold") : value;
        case DAY -> value.isEmpty() ? words.say(KEY + "notknown") : LocalDate.parse(value) + "";
        case MONEY -> value.isEmpty() ? words.say(KEY + "nothing") : value;
        case REASON -> zone.isPresent() && isReason(value) ? reason(value) : value;
        case NUMBERS -> numbers(value);
        case CODE -> value + ": " + meaning(Code.valueOf(value));
        case SAID -> zone.isPresent() ? MachineMessage.in(words, value) : value;
        case TEXT -> value;
      };
    } catch (DateTimeException | IllegalArgumentException _) {
      return value;
    }
  }

  private String moment(String value) {
    NoteMoment moment = NoteMoment.of(value);
    String told =
        zone.map(moment.at()::atZoneSameInstant)
            .map(
                at ->
                    words.say(
                        KEY + "moment",
                        words.fullDate(at.toLocalDate()),
                        words.time(at.toLocalTime())))
            .orElseGet(() -> value.split(" ", 2)[0]);
    return moment.doubtful() ? told + words.say(KEY + "doubtful") : told;
  }

  private static boolean isReason(String value) {
    return Arrays.stream(Refusal.RefusalReason.values())
        .anyMatch(reason -> reason.name().equals(value));
  }

  private String reason(String value) {
    return words.say("plot.reason." + value);
  }

  private String numbers(String value) {
    if (zone.isEmpty()) {
      return value;
    }
    String[] terminal = value.split(" terminal ", 2);
    String[] trace = terminal[0].split(" trace ", 2);
    return trace[0]
        + (trace.length > 1 ? words.say(KEY + "trace", trace[1]) : "")
        + (terminal.length > 1 ? words.say(KEY + "terminal", terminal[1]) : "");
  }

  /// Returns the meaning of a code: staff's texts exist in English only, patrons' in each language.
  private String meaning(Code code) {
    String key = "code." + code + ".what";
    return words.language() != Language.OF_STAFF && words.has(key)
        ? words.say(key)
        : code.meaning();
  }
}
