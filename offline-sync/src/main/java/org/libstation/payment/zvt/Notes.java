package org.libstation.payment.zvt;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.circulation.Money;
import org.libstation.circulation.TaskNoteCode;

/// Notes about payments that must survive a loss of power, beside the journal, because ZVT carries
/// no reference of the till.
///
/// Each payment has one line: reference, moment, sum, the terminal's last transaction before it,
/// and its outcome. The notes contain no cards and no persons. Staff decide about a payment whose
/// line is damaged.
///
/// When a method returns, the notes are on disk.
final class Notes {
  /// Number of payments that are kept. A doubtful payment is decided within minutes.
  private static final int MOST = 200;

  private static final String HEAD = "zvt 1";

  /// One line of the notes.
  sealed interface NoteLine {
    String reference();

    String line();

    /// Reads a line. A damaged line is kept unchanged and does not affect other lines.
    static NoteLine read(String line) {
      try {
        return PaymentNote.read(line);
      } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
        return new DamagedNote(line);
      }
    }
  }

  /// A line that cannot be read. Its reference may be damaged too.
  record DamagedNote(String line) implements NoteLine {
    @Override
    public String reference() {
      return line.split(" ", 2)[0];
    }
  }

  /// The note of one payment.
  ///
  /// @param reference without blanks
  /// @param before the terminal's last transaction before the payment; empty if not reported
  @RecordBuilder
  record PaymentNote(
      String reference,
      Instant asked,
      Money sum,
      Optional<TransactionIdentity> before,
      NotedOutcome outcome)
      implements NoteLine, NotesPaymentNoteBuilder.With {
    /// Whether the outcome is not known yet.
    boolean open() {
      return outcome instanceof NotedOutcome.Undecided;
    }

    private static PaymentNote read(String line) {
      String[] words = line.split(" ", 6);
      return new PaymentNote(
          words[0],
          Instant.parse(words[1]),
          Money.of(Long.parseLong(words[3]), words[2]),
          Optional.of(words[4]).filter(word -> !word.equals(NOT_TOLD)).map(TransactionIdentity::of),
          NotedOutcome.read(words[5]));
    }

    @Override
    public String line() {
      return String.join(
          " ",
          reference,
          asked.toString(),
          sum.currency().getCurrencyCode(),
          Long.toString(sum.minor()),
          before.map(TransactionIdentity::text).orElse(NOT_TOLD),
          outcome.text());
    }
  }

  private static final String NOT_TOLD = "unknown";

  private final NoteStore store;

  Notes(NoteStore store) {
    this.store = store;
  }

  /// Whether notes exist at all. Without them it is not known which payments were asked for.
  boolean present() throws IOException {
    return store.read().isPresent();
  }

  /// Begins the notes if there are none. From now on, a payment without a note was not asked for.
  void begin() throws IOException {
    if (!present()) {
      store.write(HEAD + "\n");
    }
  }

  /// Whether the payment has a line, readable or damaged.
  boolean has(String reference) throws IOException {
    return all().stream().anyMatch(note -> note.reference().equals(reference));
  }

  Optional<PaymentNote> of(String reference) throws IOException {
    return readable().filter(note -> note.reference().equals(reference)).findFirst();
  }

  /// Whether a line is damaged, so that its payment is not known.
  boolean damaged() throws IOException {
    return all().stream().anyMatch(DamagedNote.class::isInstance);
  }

  /// The payment with an unknown outcome. There is at most one.
  Optional<PaymentNote> open() throws IOException {
    return readable().filter(PaymentNote::open).findFirst();
  }

  /// Adds the note, or replaces the note of the same payment.
  void put(PaymentNote note) throws IOException {
    List<NoteLine> all = new ArrayList<>(all());
    all.removeIf(each -> each.reference().equals(note.reference()));
    all.add(note);
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    for (NoteLine each : all.subList(Math.max(0, all.size() - MOST), all.size())) {
      text.append(each.line()).append('\n');
    }
    store.write(text.toString());
  }

  private Stream<PaymentNote> readable() throws IOException {
    return all().stream().filter(PaymentNote.class::isInstance).map(PaymentNote.class::cast);
  }

  /// @throws IOException also if the file has another format
  private List<NoteLine> all() throws IOException {
    Optional<String> text = store.read();
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = text.get().lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
      throw new ZvtFault(
          TaskNoteCode.TERMINAL_NOTES_UNREADABLE, "the notes beside the terminal cannot be read");
    }
    return lines.stream().skip(1).map(NoteLine::read).toList();
  }
}
