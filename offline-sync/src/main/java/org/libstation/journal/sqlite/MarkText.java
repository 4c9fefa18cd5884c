package org.libstation.journal.sqlite;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.Refusal;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine.StaffReason;

/// A mark as the `mark` table spells it. The words are part of the file format, as in [EventText].
record MarkText(String kind, String details) {
  static final String ACCEPTED = "accepted";
  static final String CLOSED = "closed";
  static final String PARTS = "parts awaited";
  static final String LYING = "lies on the pad";
  static final String CARD_EXPORTED = "card exported";

  static MarkText of(Mark mark) {
    return switch (mark) {
      case Mark.Sending sending -> text("sending", "message", sending.message());
      case Mark.Observed(var status, var due, int queue, var inList) -> {
        Fields fields = new Fields().put("status", status);
        EventText.due(fields, due);
        fields.put("queue", Integer.toString(queue));
        inList.ifPresent(listed -> fields.put("in patron's list", listed));
        yield new MarkText("observed", fields.line());
      }
      case Mark.AccountSeen(var owed, var held, var charge) -> {
        Fields fields =
            new Fields()
                .put("owed", owed.map(EventText::money))
                .put("charge", charge.map(EventText::money));
        held.ifPresent(is -> fields.put("held", is));
        yield new MarkText("account seen", fields.line());
      }
      case Mark.Accepted accepted -> {
        Fields fields = new Fields();
        EventText.due(fields, accepted.due());
        yield new MarkText(ACCEPTED, fields.put("detail", accepted.message()).line());
      }
      case Mark.RequestRefused(var reason, String detail) ->
          new MarkText("refused", new Fields().put("reason", reason).put("detail", detail).line());
      case Mark.NotSent(String detail) -> text("not sent", "detail", detail);
      case Mark.OutcomeUnknown(String detail) -> text("unknown", "detail", detail);
      case Mark.Released _ -> new MarkText("released", "");
      case Mark.NotReleased(String detail) -> text("not released", "detail", detail);
      case Mark.Lying _ -> new MarkText(LYING, "");
      case Mark.Taken _ -> new MarkText("taken", "");
      case Mark.LeftLying _ -> new MarkText("left on the pad", "");
      case Mark.EmptyingBegun(String by) -> text("emptying begun", "by", by);
      case Mark.EmptyingLeft _ -> new MarkText("emptying left", "");
      case Mark.ManifestPrinted _ -> new MarkText("manifest printed", "");
      case Mark.PartsAwaited(String missing) -> text(PARTS, "missing", missing);
      case Mark.OnSlip _ -> new MarkText("on a slip", "");
      case Mark.Armed _ -> new MarkText("armed", "");
      case Mark.NotSecured(String detail) -> text("not secured", "detail", detail);
      case Mark.HeldForEmptying _ -> new MarkText("held for emptying", "");
      case Mark.Emptied _ -> new MarkText("emptied", "");
      case Mark.Sorted(var bin, boolean held) ->
          new MarkText("sorted", new Fields().put("bin", bin).put("held", held).line());
      case Mark.ReturnIdentified(long object, String by) ->
          new MarkText(
              "identified", new Fields().put("object", Long.toString(object)).put("by", by).line());
      case Mark.HeldForSiblings _ -> new MarkText("held for siblings", "");
      case Mark.SeenAgain(var seen, var status, var due) -> {
        Fields fields = new Fields().put("seen", seen).put("status", status);
        EventText.due(fields, due);
        yield new MarkText("seen again", fields.line());
      }
      case Mark.StaffLine(var kind, String detail) -> {
        StaffReason known = knownBefore(kind);
        yield new MarkText(
            "staff line",
            new Fields()
                .put("line", known)
                .put("detail", detail)
                .put("closer", Optional.of(kind).filter(it -> it != known).map(Fields::word))
                .line());
      }
      case Mark.EntryClosed(var reason, String by) ->
          new MarkText(CLOSED, new Fields().put("reason", reason).put("by", by).line());
      case Mark.Fine(FineTold told) ->
          new MarkText(
              "fine told",
              new Fields()
                  .put("due", told.due().map(Object::toString))
                  .put("sum", EventText.money(told.sum()))
                  .put("comparison", told.comparison())
                  .put("calendar", told.calendarVersion())
                  .put("policy", told.policyVersion())
                  .line());
      case Mark.StaffDone(String by, String reason) ->
          new MarkText("staff done", new Fields().put("by", by).put("reason", reason).line());
      case Mark.CardOpened(String by) -> text("card opened", "by", by);
      case Mark.CardExported(String keyId) -> text(CARD_EXPORTED, "key", keyId);
    };
  }

  /// The line as programs know it that read the same form and are older than the reason: they go on
  /// with this journal, and pass over what says it closer.
  private static StaffReason knownBefore(StaffReason kind) {
    return switch (kind) {
      case TERMINAL_OTHER_SUM -> StaffReason.TERMINAL_IN_DOUBT;
      case GIVING_BACK_IN_DOUBT -> StaffReason.PAYMENT_REFUSED;
      default -> kind;
    };
  }

  private static MarkText text(String kind, String name, String value) {
    return new MarkText(kind, new Fields().put(name, value).line());
  }

  /// @throws JournalException NEWER for a kind this version does not know, CORRUPT when a field is
  ///   missing or cannot be read
  Mark mark() {
    Fields fields = Fields.parse(details);
    try {
      return switch (kind) {
        case "sending" -> Mark.Sending.read(fields.text("message"));
        case "observed" ->
            new Mark.Observed(
                fields.word("status", CirculationStatus.class),
                EventText.due(fields),
                Integer.parseInt(fields.text("queue")),
                fields.maybeYes("in patron's list"));
        case "account seen" ->
            new Mark.AccountSeen(
                fields.maybe("owed").map(EventText::money),
                fields.maybeYes("held"),
                fields.maybe("charge").map(EventText::money));
        case ACCEPTED -> Mark.Accepted.read(EventText.due(fields), fields.text("detail"));
        case "refused" ->
            new Mark.RequestRefused(
                fields.word("reason", Refusal.RefusalReason.class), fields.text("detail"));
        case "not sent" -> new Mark.NotSent(fields.text("detail"));
        case "unknown" -> new Mark.OutcomeUnknown(fields.text("detail"));
        case "released" -> new Mark.Released();
        case "not released" -> new Mark.NotReleased(fields.text("detail"));
        case LYING -> new Mark.Lying();
        case "taken" -> new Mark.Taken();
        case "left on the pad" -> new Mark.LeftLying();
        case "emptying begun" -> new Mark.EmptyingBegun(fields.text("by"));
        case "emptying left" -> new Mark.EmptyingLeft();
        case "manifest printed" -> new Mark.ManifestPrinted();
        case PARTS -> new Mark.PartsAwaited(fields.text("missing"));
        case "on a slip" -> new Mark.OnSlip();
        case "armed" -> new Mark.Armed();
        case "not secured" -> new Mark.NotSecured(fields.text("detail"));
        case "held for emptying" -> new Mark.HeldForEmptying();
        case "emptied" -> new Mark.Emptied();
        case "sorted" -> new Mark.Sorted(fields.maybe("bin"), fields.yes("held"));
        case "identified" ->
            new Mark.ReturnIdentified(Long.parseLong(fields.text("object")), fields.text("by"));
        case "held for siblings" -> new Mark.HeldForSiblings();
        case "seen again" ->
            new Mark.SeenAgain(
                fields.word("seen", Mark.SeenAgain.SecondLookResult.class),
                fields.word("status", CirculationStatus.class),
                EventText.due(fields));
        case "staff line" ->
            new Mark.StaffLine(
                fields
                    .maybeWord("closer", StaffReason.class)
                    .orElseGet(() -> fields.word("line", StaffReason.class)),
                fields.text("detail"));
        case CLOSED ->
            new Mark.EntryClosed(
                fields.word("reason", Mark.EntryClosed.ClosingReason.class), fields.text("by"));
        case "fine told" ->
            new Mark.Fine(
                new FineTold(
                    fields.maybe("due").map(LocalDate::parse),
                    EventText.money(fields.text("sum")),
                    fields.word("comparison", FineTold.Comparison.class),
                    fields.text("calendar"),
                    fields.text("policy")));
        case "staff done" -> new Mark.StaffDone(fields.text("by"), fields.text("reason"));
        case "card opened" -> new Mark.CardOpened(fields.text("by"));
        case CARD_EXPORTED -> new Mark.CardExported(fields.text("key"));
        default ->
            throw new JournalException(
                JournalException.FaultKind.NEWER, "a mark is of an unknown kind: " + kind);
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw new JournalException(
          JournalException.FaultKind.CORRUPT, "a mark '" + kind + "' cannot be read", e);
    }
  }
}
