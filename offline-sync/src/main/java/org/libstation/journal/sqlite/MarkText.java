package org.libstation.journal.sqlite;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.optional;
import static org.libstation.file.table.FieldTable.text;
import static org.libstation.file.table.FieldText.INTEGER;
import static org.libstation.file.table.FieldText.LONG;
import static org.libstation.file.table.FieldText.TEXT;
import static org.libstation.file.table.FieldText.YES_NO;
import static org.libstation.file.table.FieldText.words;
import static org.libstation.file.table.KindTable.row;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;
import org.libstation.file.table.KindTable;
import org.libstation.journal.Act;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine.StaffReason;

/// A mark as it is written in the table `mark`. The words are part of the file format, as in
/// [EventText].
record MarkText(String kind, String details) {
  static final String ACCEPTED = "accepted";
  static final String CLOSED = "closed";
  static final String PARTS = "parts awaited";
  static final String LYING = "lies on the pad";
  static final String CARD_EXPORTED = "card exported";

  private static final FieldText<CirculationStatus> STATUS = words(CirculationStatus.values());
  private static final FieldText<Act> ACT = words(Act.values(), Act::word);
  private static final FieldText<Mark.Sending> SENDING =
      new FieldText<>(Mark.Sending::message, MarkText::sending);

  private static final FieldText<List<TaskNote>> NOTES =
      new FieldText<>(TaskNote::write, TaskNote::read);
  private static final FieldText<TaskNote> NOTE =
      new FieldText<>(note -> TaskNote.write(List.of(note)), MarkText::note);

  private static final FieldText<Optional<TaskNote>> PARTS_NOTE =
      new FieldText<>(
          note -> note.map(NOTE.write()).orElse(""),
          text -> text.isEmpty() ? Optional.empty() : Optional.of(note(text)));

  private static final FieldTable<FineTold> FINE =
      FieldTable.of(
          FineTold::new,
          optional("due", FineTold::due, FieldText.of(LocalDate::parse)),
          component("sum", FineTold::sum, EventText.MONEY),
          component("comparison", FineTold::comparison, words(FineTold.Comparison.values())),
          text("calendar", FineTold::calendarVersion),
          text("policy", FineTold::policyVersion));

  private static final KindTable<Mark> KINDS =
      KindTable.of(
          row(
              "sending",
              Mark.Sending.class,
              Function.identity(),
              component("message", Function.identity(), SENDING)),
          row(
              "observed",
              Mark.Observed.class,
              Mark.Observed::new,
              component("status", Mark.Observed::status, STATUS),
              component(Mark.Observed::due, EventText.DUE),
              component("queue", Mark.Observed::holdQueue, INTEGER),
              optional("in patron's list", Mark.Observed::inPatronsList, YES_NO)),
          row(
              "account seen",
              Mark.AccountSeen.class,
              (owed, charge, held) -> new Mark.AccountSeen(owed, held, charge),
              optional("owed", Mark.AccountSeen::owed, EventText.MONEY),
              optional("charge", Mark.AccountSeen::charge, EventText.MONEY),
              optional("held", Mark.AccountSeen::held, YES_NO)),
          row(
              ACCEPTED,
              Mark.Accepted.class,
              Mark.Accepted::new,
              component(Mark.Accepted::due, EventText.DUE),
              component("bit", Mark.Accepted::bit, words(SecurityBitRule.values())),
              optional("given back", Mark.Accepted::reversal, TEXT),
              text("detail", Mark.Accepted::detail)),
          row(
              "refused",
              Mark.RequestRefused.class,
              Mark.RequestRefused::new,
              component(
                  "reason", Mark.RequestRefused::reason, words(Refusal.RefusalReason.values())),
              text("detail", Mark.RequestRefused::detail)),
          row(
              "not sent",
              Mark.NotSent.class,
              Mark.NotSent::new,
              component("notes", Mark.NotSent::why, NOTES)),
          row(
              "unknown",
              Mark.OutcomeUnknown.class,
              Mark.OutcomeUnknown::new,
              component("notes", Mark.OutcomeUnknown::why, NOTES)),
          row("released", Mark.Released.class, Mark.Released::new),
          row(
              "not released",
              Mark.NotReleased.class,
              Mark.NotReleased::new,
              component("note", Mark.NotReleased::why, NOTE)),
          row(LYING, Mark.Lying.class, Mark.Lying::new),
          row("taken", Mark.Taken.class, Mark.Taken::new),
          row("left on the pad", Mark.LeftLying.class, Mark.LeftLying::new),
          row(
              "emptying begun",
              Mark.EmptyingBegun.class,
              Mark.EmptyingBegun::new,
              text("by", Mark.EmptyingBegun::by)),
          row("emptying left", Mark.EmptyingLeft.class, Mark.EmptyingLeft::new),
          row("manifest printed", Mark.ManifestPrinted.class, Mark.ManifestPrinted::new),
          row(
              PARTS,
              Mark.PartsAwaited.class,
              Mark.PartsAwaited::new,
              component("missing", Mark.PartsAwaited::missing, PARTS_NOTE)),
          row("on a slip", Mark.OnSlip.class, Mark.OnSlip::new),
          row("armed", Mark.Armed.class, Mark.Armed::new),
          row(
              "not secured",
              Mark.NotSecured.class,
              Mark.NotSecured::new,
              component("note", Mark.NotSecured::why, NOTE)),
          row("held for emptying", Mark.HeldForEmptying.class, Mark.HeldForEmptying::new),
          row("emptied", Mark.Emptied.class, Mark.Emptied::new),
          row(
              "sorted",
              Mark.Sorted.class,
              Mark.Sorted::new,
              optional("bin", Mark.Sorted::bin, TEXT),
              component("held", Mark.Sorted::held, YES_NO)),
          row(
              "identified",
              Mark.ReturnIdentified.class,
              Mark.ReturnIdentified::new,
              component("object", Mark.ReturnIdentified::object, LONG),
              text("by", Mark.ReturnIdentified::by)),
          row("held for siblings", Mark.HeldForSiblings.class, Mark.HeldForSiblings::new),
          row(
              "seen again",
              Mark.SeenAgain.class,
              Mark.SeenAgain::new,
              component(
                  "seen", Mark.SeenAgain::seen, words(Mark.SeenAgain.SecondLookResult.values())),
              component("status", Mark.SeenAgain::status, STATUS),
              component(Mark.SeenAgain::due, EventText.DUE)),
          row(
              "staff line",
              Mark.StaffLine.class,
              Mark.StaffLine::new,
              component("line", Mark.StaffLine::kind, words(StaffReason.values())),
              component("notes", Mark.StaffLine::notes, NOTES)),
          row(
              CLOSED,
              Mark.EntryClosed.class,
              Mark.EntryClosed::new,
              component(
                  "reason",
                  Mark.EntryClosed::reason,
                  words(Mark.EntryClosed.ClosingReason.values())),
              text("by", Mark.EntryClosed::by)),
          row("fine told", Mark.Fine.class, Mark.Fine::new, component(Mark.Fine::told, FINE)),
          row(
              "staff done",
              Mark.StaffDone.class,
              Mark.StaffDone::new,
              text("by", Mark.StaffDone::by),
              text("reason", Mark.StaffDone::reason)),
          row(
              "card opened",
              Mark.CardOpened.class,
              Mark.CardOpened::new,
              text("by", Mark.CardOpened::by)),
          row(
              CARD_EXPORTED,
              Mark.CardExported.class,
              Mark.CardExported::new,
              text("key", Mark.CardExported::keyId)));

  private static Mark.Sending sending(String message) {
    String[] words = message.split(" ", 2);
    return new Mark.Sending(ACT.read().apply(words[0]), words.length == 2 ? words[1] : "");
  }

  private static TaskNote note(String text) {
    List<TaskNote> notes = TaskNote.read(text);
    return notes.size() == 1 ? notes.getFirst() : TaskNote.of(TaskNoteCode.UNKNOWN, text);
  }

  static MarkText of(Mark mark) {
    Map<String, String> fields = new LinkedHashMap<>();
    String kind = KINDS.write(mark, fields);
    return new MarkText(kind, JournalLine.of(fields));
  }

  /// Reads the mark.
  ///
  /// @throws JournalException NEWER for a kind that this version does not know, CORRUPT if a field
  ///   is missing or cannot be read
  Mark mark() {
    return JournalLine.read(KINDS, kind, JournalLine.parse(details));
  }
}
