package org.libstation.paper;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.StaffTask;
import org.libstation.circulation.TerminalNumbers;
import org.libstation.language.NoteWords;
import org.libstation.language.Words;

/// Describes a staff task in plain words of one language.
///
/// @param zone time zone of the library, for times
public record TaskWords(Words words, ZoneId zone) {
  /// Returns what is wrong, in one sentence.
  public String what(StaffTask task) {
    return words.say("todo.what." + task.kind());
  }

  /// Returns what a person should do, in one sentence.
  public String act(StaffTask task) {
    return act(words, task);
  }

  /// Returns the same in the given language, with the terminal's receipt number if a note has one.
  public static String act(Words words, StaffTask task) {
    String key = "todo.do." + task.kind();
    return task.notes().stream()
        .flatMap(note -> note.numbers().stream())
        .findFirst()
        .filter(_ -> words.has(key + ".receipt"))
        .map(numbers -> words.say(key + ".receipt", TerminalNumbers.parse(numbers).receipt()))
        .orElseGet(() -> words.say(key));
  }

  /// Returns what was done and when; the time is corrected by what is known of the clock.
  public String happened(StaffTask task) {
    ZonedDateTime at = task.happened().corrected().atZoneSameInstant(zone);
    String told =
        words.say(
            "todo.at",
            words.say("todo.deed." + task.deed()),
            words.fullDate(at.toLocalDate()),
            words.time(at.toLocalTime()));
    return task.happened().doubtful() ? words.say("todo.doubtful", told) : told;
  }

  /// Returns the item's title; if it is not known, its number.
  public String title(StaffTask task) {
    return task.title().isBlank() ? task.item().value() : task.title();
  }

  /// Returns the card's last digits, or that none is kept.
  public String card(StaffTask task) {
    return task.card()
        .map(masked -> words.say("todo.card", masked))
        .orElseGet(() -> words.say("todo.nocard"));
  }

  /// Returns the notes, with reasons of refusals, in words.
  public String note(StaffTask task) {
    return note(words, zone, task);
  }

  /// Returns the same in the given language.
  public static String note(Words words, ZoneId zone, StaffTask task) {
    return new NoteWords(words, Optional.of(zone)).of(task.notes());
  }

  /// Returns everything about the task, one line each.
  public List<String> lines(StaffTask task) {
    List<String> lines = new ArrayList<>();
    lines.add(what(task));
    lines.add(title(task));
    if (!task.title().isBlank()) {
      lines.add(task.item().value());
    }
    lines.add(happened(task));
    lines.add(card(task));
    if (task.refused().filter(Refusal.RefusalReason.OTHER::equals).isPresent()) {
      lines.add(words.say("todo.refused.unknown"));
    }
    String note = note(task);
    if (!note.isBlank()) {
      lines.add(words.say("todo.note", note));
    }
    lines.add(words.say("todo.act", act(task)));
    return lines;
  }
}
