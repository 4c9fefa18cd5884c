package org.libstation.journal;

import java.util.Locale;
import java.util.Optional;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.PlainText;
import org.libstation.circulation.Refusal;

/// A mark in words, for staff.
final class MarkWords {
  private MarkWords() {}

  static String of(Mark mark) {
    return switch (mark) {
      case Mark.Sending sending -> with("request may leave", sending.message());
      case Mark.Observed(var status, var due, int queue, var inList) ->
          "looked: "
              + word(status)
              + due(due)
              + (queue > 0 ? ", holds " + queue : "")
              + inList.map(in -> in ? ", in the patron's list" : ", not in the list").orElse("");
      case Mark.AccountSeen(var owed, var held, var charge) ->
          "looked at the account"
              + owed.map(sum -> ", owed " + sum).orElse("")
              + charge.map(sum -> ", the charge " + sum).orElse("")
              + held.map(is -> is ? ", held" : ", not held").orElse("");
      case Mark.Accepted accepted -> with("accepted" + due(accepted.due()), accepted.message());
      case Mark.RequestRefused(var reason, String detail)
          when reason == Refusal.RefusalReason.OTHER && detail.isBlank() ->
          Refusal.NOT_KNOWN;
      case Mark.RequestRefused(var reason, String detail) ->
          with("refused: " + word(reason), detail);
      case Mark.NotSent(String detail) -> with("not sent", detail);
      case Mark.OutcomeUnknown(String detail) -> with("no answer, in doubt", detail);
      case Mark.Released _ -> "released";
      case Mark.NotReleased(String detail) -> with("NOT released", detail);
      case Mark.Lying _ -> "lay on the pad when it was released";
      case Mark.Taken _ -> "taken from the pad";
      case Mark.LeftLying _ -> "left lying on the pad";
      case Mark.EmptyingBegun(String by) -> "emptying of the bin begun by " + oneLine(by);
      case Mark.EmptyingLeft _ -> "emptying of the bin left";
      case Mark.ManifestPrinted _ -> "manifest printed";
      case Mark.PartsAwaited(String missing) ->
          missing.isEmpty() ? "all parts of the set have come" : "waits for parts: " + missing;
      case Mark.OnSlip _ -> "stands on a slip";
      case Mark.Armed _ -> "armed";
      case Mark.NotSecured(String detail) -> with("NOT secured", detail);
      case Mark.HeldForEmptying _ -> "waits for the bin to be emptied";
      case Mark.Emptied _ -> "the bin was emptied";
      case Mark.Sorted(var bin, boolean held) ->
          "sorted: " + oneLine(bin.orElse("default bin")) + (held ? ", somebody waits for it" : "");
      case Mark.ReturnIdentified(long object, String by) ->
          "was unidentified object " + object + ", said " + oneLine(by);
      case Mark.HeldForSiblings _ -> "waits for the other stations";
      case Mark.SeenAgain(var seen, var status, var due) ->
          "looked again: " + word(seen) + " (" + word(status) + due(due) + ")";
      case Mark.StaffLine(var kind, String detail) -> with("STAFF: " + word(kind), detail);
      case Mark.EntryClosed(var reason, String by) -> "closed: " + word(reason) + ", by " + by;
      case Mark.Fine(FineTold told) ->
          "fine told: "
              + told.sum()
              + told.due().map(due -> ", due " + due).orElse("")
              + ", "
              + word(told.comparison())
              + (told.policyVersion().isEmpty() ? "" : ", policy " + told.policyVersion());
      case Mark.StaffDone(String by, String reason) ->
          "put right by " + oneLine(by) + ": " + oneLine(reason);
      case Mark.CardOpened(String by) -> "card opened by " + by;
      case Mark.CardExported(String key) -> "card exported to key " + key + " and erased";
    };
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String due(Optional<DueDate> due) {
    return due.map(d -> ", due " + d.at().map(Object::toString).orElse(d.verbatim())).orElse("");
  }

  private static String with(String words, String detail) {
    return detail.isBlank() ? words : words + " (" + oneLine(detail) + ")";
  }

  /// What cannot be seen would let a message from outside rewrite a technician's terminal.
  static String oneLine(String text) {
    return PlainText.escaped(text.replaceAll("[\\t\\r\\n]", " "));
  }
}
