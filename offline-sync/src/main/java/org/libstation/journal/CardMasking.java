package org.libstation.journal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.TaskNote;

/// Removes a card number from a mark's free text before the mark is written. Central systems repeat
/// the card number in their messages to staff (SIP2 field AF), and plain text that is once written
/// cannot be erased.
public final class CardMasking {
  /// Length in characters of the shortest number that is masked; shorter ones would match by
  /// chance.
  static final int SHORTEST = 4;

  private CardMasking() {}

  /// Returns the mark with each occurrence of the card number in its text replaced by `[card]`.
  public static Mark without(PatronId card, Mark mark) {
    return switch (mark) {
      case Mark.Sending(Act act, String more) -> new Mark.Sending(act, clean(card, more));
      case Mark.Accepted(var due, var bit, var reversal, String detail) ->
          new Mark.Accepted(
              due, bit, reversal.map(numbers -> clean(card, numbers)), clean(card, detail));
      case Mark.RequestRefused(var reason, String detail) ->
          new Mark.RequestRefused(reason, clean(card, detail));
      case Mark.NotSent(var why) -> new Mark.NotSent(clean(card, why));
      case Mark.OutcomeUnknown(var why) -> new Mark.OutcomeUnknown(clean(card, why));
      case Mark.NotReleased(TaskNote why) -> new Mark.NotReleased(clean(card, why));
      case Mark.NotSecured(TaskNote why) -> new Mark.NotSecured(clean(card, why));
      case Mark.StaffLine(var kind, var notes) -> new Mark.StaffLine(kind, clean(card, notes));
      case Mark.StaffDone(String by, String reason) -> new Mark.StaffDone(by, clean(card, reason));
      case Mark.Fine _,
          Mark.Looked _,
          Mark.Released _,
          Mark.Watched _,
          Mark.Armed _,
          Mark.HeldForEmptying _,
          Mark.Emptied _,
          Mark.Sorted _,
          Mark.ReturnIdentified _,
          Mark.HeldForSiblings _,
          Mark.EntryClosed _,
          Mark.OfCard _ ->
          mark;
    };
  }

  private static List<TaskNote> clean(PatronId card, List<TaskNote> notes) {
    return notes.stream().map(note -> clean(card, note)).toList();
  }

  private static TaskNote clean(PatronId card, TaskNote note) {
    return note.map(value -> clean(card, value));
  }

  private static String clean(PatronId card, String text) {
    String number = card.value();
    if (number.length() < SHORTEST || text.isEmpty()) {
      return text;
    }
    return Pattern.compile(Pattern.quote(number), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement("[card]"));
  }
}
