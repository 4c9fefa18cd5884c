package org.libstation.payment.zvt;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TerminalNumbers;
import org.libstation.payment.PaymentTerminal.TerminalOutcome;
import org.libstation.payment.PaymentTerminal.TerminalRefusal;

/// The outcome of a payment in the notes beside the terminal. Only this class writes and reads its
/// text: a word, and what belongs to it.
sealed interface NotedOutcome {
  String OPEN = "open";
  String TAKEN = "taken ";
  String NOT_TAKEN = "not-taken ";
  String OTHER = "other ";
  String STAFF = "staff ";

  /// The outcome is not known yet.
  record Undecided() implements NotedOutcome {}

  /// The money was taken.
  ///
  /// @param numbers as returned by [TerminalOutcome.PaymentTaken#numbers()]
  record SumTaken(String numbers) implements NotedOutcome {}

  /// No money was taken.
  record NothingTaken(TerminalRefusal why) implements NotedOutcome {}

  /// The terminal took a sum other than the one asked for.
  record AnotherSumTaken(TaskNote note) implements NotedOutcome {}

  /// The outcome cannot be known; staff decide.
  record LeftToStaff(List<TaskNote> notes) implements NotedOutcome {}

  /// The note for an outcome; empty if it may still become known.
  static Optional<NotedOutcome> of(TerminalOutcome outcome) {
    return switch (outcome) {
      case TerminalOutcome.PaymentTaken taken -> Optional.of(new SumTaken(taken.numbers().text()));
      case TerminalOutcome.NotTaken(TerminalRefusal why) -> Optional.of(new NothingTaken(why));
      case TerminalOutcome.TookOther(TaskNote told) -> Optional.of(new AnotherSumTaken(told));
      case TerminalOutcome.PaymentUnknown _ -> Optional.empty();
    };
  }

  /// The outcome for the desk; empty if it is not known yet.
  default Optional<TerminalOutcome> outcome() {
    return switch (this) {
      case Undecided _ -> Optional.empty();
      case SumTaken(String numbers) ->
          Optional.of(new TerminalOutcome.PaymentTaken(TerminalNumbers.parse(numbers)));
      case NothingTaken(TerminalRefusal why) -> Optional.of(new TerminalOutcome.NotTaken(why));
      case AnotherSumTaken(TaskNote note) -> Optional.of(new TerminalOutcome.TookOther(note));
      case LeftToStaff(List<TaskNote> notes) ->
          Optional.of(new TerminalOutcome.PaymentUnknown(notes, true));
    };
  }

  /// The outcome as one line of text.
  default String text() {
    String text =
        switch (this) {
          case Undecided _ -> OPEN;
          case SumTaken(String numbers) -> TAKEN + numbers;
          case NothingTaken(TerminalRefusal why) -> NOT_TAKEN + why;
          case AnotherSumTaken(TaskNote note) -> OTHER + TaskNote.write(List.of(note));
          case LeftToStaff(List<TaskNote> notes) -> STAFF + TaskNote.write(notes);
        };
    return text.replace('\n', ' ');
  }

  /// Reads what [#text()] wrote.
  ///
  /// @throws IllegalArgumentException if it is another text
  static NotedOutcome read(String text) {
    if (text.equals(OPEN)) {
      return new Undecided();
    }
    String rest = text.substring(text.indexOf(' ') + 1);
    return switch (text.substring(0, text.length() - rest.length())) {
      case TAKEN -> new SumTaken(rest);
      case NOT_TAKEN -> new NothingTaken(TerminalRefusal.valueOf(rest));
      case OTHER -> {
        List<TaskNote> notes = TaskNote.read(rest);
        yield notes.size() == 1 ? new AnotherSumTaken(notes.getFirst()) : new LeftToStaff(notes);
      }
      case STAFF -> new LeftToStaff(TaskNote.read(rest));
      default -> throw new IllegalArgumentException("no outcome of a payment: " + text);
    };
  }
}
