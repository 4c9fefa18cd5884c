package org.libstation.journal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.PlainText;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.TaskNote;

/// Describes a mark in words for staff.
///
/// @param notes puts notes into words
record MarkWords(Function<List<TaskNote>, String> notes) {

  String of(Mark mark) {
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
      case Mark.Accepted accepted -> with("accepted" + due(accepted.due()), said(accepted));
      case Mark.RequestRefused(var reason, String detail)
          when reason == Refusal.RefusalReason.OTHER && detail.isBlank() ->
          Refusal.NOT_KNOWN;
      case Mark.RequestRefused(var reason, String detail) ->
          with("refused: " + word(reason), detail);
      case Mark.NotSent(var why) -> with("not sent", notes.apply(why));
      case Mark.OutcomeUnknown(var why) -> with("no answer, in doubt", notes.apply(why));
      case Mark.Released _ -> "released";
      case Mark.NotReleased(TaskNote why) -> with("NOT released", notes.apply(List.of(why)));
      case Mark.Lying _ -> "lay on the pad when it was released";
      case Mark.Taken _ -> "taken from the pad";
      case Mark.LeftLying _ -> "left lying on the pad";
      case Mark.EmptyingBegun(String by) -> "emptying of the bin begun by " + oneLine(by);
      case Mark.EmptyingLeft _ -> "emptying of the bin left";
      case Mark.ManifestPrinted _ -> "manifest printed";
      case Mark.PartsAwaited(var missing) ->
          missing
              .map(parts -> "waits for parts: " + oneLine(notes.apply(List.of(parts))))
              .orElse("all parts of the set have come");
      case Mark.OnSlip _ -> "stands on a slip";
      case Mark.Armed _ -> "armed";
      case Mark.NotSecured(TaskNote why) -> with("NOT secured", notes.apply(List.of(why)));
      case Mark.HeldForEmptying _ -> "waits for the bin to be emptied";
      case Mark.Emptied _ -> "the bin was emptied";
      case Mark.Sorted(var bin, boolean held) ->
          "sorted: " + oneLine(bin.orElse("default bin")) + (held ? ", somebody waits for it" : "");
      case Mark.ReturnIdentified(long object, String by) ->
          "was unidentified object " + object + ", said " + oneLine(by);
      case Mark.HeldForSiblings _ -> "waits for the other stations";
      case Mark.SeenAgain(var seen, var status, var due) ->
          "looked again: " + word(seen) + " (" + word(status) + due(due) + ")";
      case Mark.StaffLine(var kind, var said) -> with("STAFF: " + word(kind), notes.apply(said));
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

  private static String said(Mark.Accepted accepted) {
    return switch (accepted.bit()) {
      case KEEP -> "security bit not to be touched";
      case MAY_CLEAR -> accepted.reversal().map("given back as "::concat).orElse(accepted.detail());
    };
  }

  /// Returns the constant's name in small letters, with spaces for underscores.
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String due(Optional<DueDate> due) {
    return due.map(d -> ", due " + d.at().map(Object::toString).orElse(d.verbatim())).orElse("");
  }

  private static String with(String words, String detail) {
    return detail.isBlank() ? words : words + " (" + oneLine(detail) + ")";
  }

  /// Returns the text as one printable line. Invisible characters in a message from outside could
  /// otherwise rewrite a technician's terminal.
  static String oneLine(String text) {
    return PlainText.escaped(text.replaceAll("[\\t\\r\\n]", " "));
  }
}
