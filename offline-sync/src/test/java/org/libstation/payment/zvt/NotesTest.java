package org.libstation.payment.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.TerminalNumbers;
import org.libstation.payment.PaymentTerminal.TerminalOutcome;
import org.libstation.payment.PaymentTerminal.TerminalRefusal;

/// The bytes of the notes beside the terminal, and what they mean.
class NotesTest {
  private static final String START = " 2026-11-26T04:00:00Z HKD 999 ";
  private static final String BEFORE = "0016/004710/1126/115500/52500038 ";

  @TempDir Path dir;

  @Test
  void reading_and_writing_changes_no_byte() throws IOException {
    String text =
        "zvt 1\n"
            + ("a" + START + BEFORE + "taken 0017 trace 004711 terminal 52500038\n")
            + ("b" + START + "-/-/-/-/- taken - trace 004711\n")
            + ("c" + START + "unknown not-taken TIMED_OUT\n")
            + ("d" + START + BEFORE + "other terminal took=HKD 9.99,0017\n")
            + ("e" + START + BEFORE + "other terminal took nothing=-\n")
            + ("f" + START + BEFORE + "staff terminal no last\n")
            + ("g" + START + BEFORE + "open\n");
    Path file = Files.writeString(dir.resolve("payment-terminal.txt"), text);
    Notes notes = new Notes(NoteStore.in(file));

    notes.put(notes.of("g").orElseThrow());

    assertThat(Files.readString(file)).isEqualTo(text);
    assertThat(outcome(notes, "a"))
        .contains(
            new TerminalOutcome.PaymentTaken(
                new TerminalNumbers("0017", Optional.of("004711"), Optional.of("52500038"))));
    assertThat(outcome(notes, "b"))
        .contains(
            new TerminalOutcome.PaymentTaken(
                new TerminalNumbers("-", Optional.of("004711"), Optional.empty())));
    assertThat(notes.of("c").orElseThrow().before()).isEmpty();
    assertThat(outcome(notes, "c"))
        .contains(new TerminalOutcome.NotTaken(TerminalRefusal.TIMED_OUT));
    assertThat(outcome(notes, "d"))
        .contains(
            new TerminalOutcome.TookOther(
                TaskNote.of(TaskNoteCode.TERMINAL_TOOK, "HKD 9.99", "0017")));
    assertThat(outcome(notes, "e"))
        .contains(
            new TerminalOutcome.TookOther(TaskNote.of(TaskNoteCode.TERMINAL_TOOK_NOTHING, "-")));
    assertThat(outcome(notes, "f"))
        .contains(
            new TerminalOutcome.PaymentUnknown(
                List.of(TaskNote.of(TaskNoteCode.TERMINAL_NO_LAST)), true));
    assertThat(outcome(notes, "g")).isEmpty();
    assertThat(notes.open()).contains(notes.of("g").orElseThrow());
  }

  @Test
  void notes_of_another_format_are_not_read() throws IOException {
    Path file = Files.writeString(dir.resolve("other.txt"), "zvt 2\n");
    assertThatThrownBy(() -> new Notes(NoteStore.in(file)).of("a"))
        .isInstanceOf(IOException.class)
        .hasMessage("the notes beside the terminal cannot be read");
  }

  @Test
  void a_receipt_number_alone_does_not_identify_a_transaction() {
    TransactionIdentity before = TransactionIdentity.of("0016/004710/1126/115500/52500038");
    assertThat(before.isAgain(before)).isTrue();
    assertThat(TransactionIdentity.of("0016/004710/-/115500/-").isAgain(before)).isTrue();
    assertThat(TransactionIdentity.of("0016/-/-/-/-").isAgain(before)).isFalse();
    assertThat(TransactionIdentity.of("0016/004710/1127/115500/-").isAgain(before)).isFalse();
    assertThat(TransactionIdentity.of("0001/-/-/-/1").isOfAnotherTerminal(before)).isTrue();
    assertThat(TransactionIdentity.of("0001/-/-/-/-").after(TransactionIdentity.of("9998/-/-/-/-")))
        .isEqualTo(2);
  }

  private static Optional<TerminalOutcome> outcome(Notes notes, String reference)
      throws IOException {
    return notes.of(reference).orElseThrow().outcome().outcome();
  }
}
