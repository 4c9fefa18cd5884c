package org.libstation.paper;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.StaffTask;
import org.libstation.circulation.TerminalNote;
import org.libstation.language.Retold;
import org.libstation.language.Words;

/// A task of staff in plain words of one language.
///
/// @param zone the place's zone: in it the time is told
public record TaskWords(Words words, ZoneId zone) {
  /// How a journal writes the reason of a refusal.
  private static final Pattern REASON =
      Pattern.compile(
          Arrays.stream(Refusal.RefusalReason.values())
              .map(Enum::name)
              .collect(Collectors.joining("|", "\\b(?:", ")\\b")));

  /// What is wrong, in one sentence.
  public String what(StaffTask task) {
    return words.say("todo.what." + task.kind());
  }

  /// What a person should do, in one sentence.
  public String act(StaffTask task) {
    return act(words, task);
  }

  /// The same, in these words; with the terminal's receipt number where the note has one.
  public static String act(Words words, StaffTask task) {
    String key = "todo.do." + task.kind();
    return TerminalNote.in(task.note())
        .filter(_ -> words.has(key + ".receipt"))
        .map(told -> words.say(key + ".receipt", told.numbers().split(" ", 2)[0]))
        .orElseGet(() -> words.say(key));
  }

  /// What was done and when, put right by what is known of the clock.
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

  /// The item's title, or its number where no title is known.
  public String title(StaffTask task) {
    return task.title().isBlank() ? task.item().value() : task.title();
  }

  /// The card's last digits, or that none is kept.
  public String card(StaffTask task) {
    return task.card()
        .map(masked -> words.say("todo.card", masked))
        .orElseGet(() -> words.say("todo.nocard"));
  }

  /// The note in words of the language, also the reasons of refusals.
  public String note(StaffTask task) {
    return note(words, zone, task);
  }

  /// The same, in these words.
  public static String note(Words words, ZoneId zone, StaffTask task) {
    return REASON
        .matcher(Retold.in(words, Retold.at(zone, task.note())))
        .replaceAll(found -> Matcher.quoteReplacement(words.say("plot.reason." + found.group())));
  }

  /// Everything about it, a line each.
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
    if (!task.note().isBlank()) {
      lines.add(words.say("todo.note", note(task)));
    }
    lines.add(words.say("todo.act", act(task)));
    return lines;
  }
}
