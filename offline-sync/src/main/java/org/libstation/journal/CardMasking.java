package org.libstation.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.circulation.PatronId;

/// Takes a card number out of a mark's free text before it is written. Central systems repeat the
/// card in their messages to staff (SIP2 AF), and what was written in plain cannot be erased.
public final class CardMasking {
  /// Shorter numbers are left alone: they would match by chance.
  static final int SHORTEST = 4;

  private CardMasking() {}

  /// The mark with every occurrence of the card in its text replaced by `[card]`.
  public static Mark without(PatronId card, Mark mark) {
    return switch (mark) {
      case Mark.Sending sending -> Mark.Sending.read(clean(card, sending.message()));
      case Mark.Accepted(var due, var bit, String detail) ->
          new Mark.Accepted(due, bit, clean(card, detail));
      case Mark.RequestRefused(var reason, String detail) ->
          new Mark.RequestRefused(reason, clean(card, detail));
      case Mark.NotSent(String detail) -> new Mark.NotSent(clean(card, detail));
      case Mark.OutcomeUnknown(String detail) -> new Mark.OutcomeUnknown(clean(card, detail));
      case Mark.NotReleased(String detail) -> new Mark.NotReleased(clean(card, detail));
      case Mark.NotSecured(String detail) -> new Mark.NotSecured(clean(card, detail));
      case Mark.StaffLine(var kind, String detail) -> new Mark.StaffLine(kind, clean(card, detail));
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
