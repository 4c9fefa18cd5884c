package org.libstation.payment.zvt;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;

/// What must outlive the power beside the journal, since ZVT knows no reference of ours: which
/// transaction was the terminal's last before a payment was asked for, and what became of it. A
/// line a payment: reference, moment, sum, the last transaction before, what became of it. No
/// cards, no persons.
///
/// It is on the disk when a method returns.
final class Notes {
  /// Payments that are remembered. One in doubt is decided within minutes.
  private static final int MOST = 200;

  private static final String HEAD = "zvt 1";

  /// @param reference without blanks
  /// @param before the identity of the terminal's last transaction, or [#NOT_TOLD]
  /// @param became [#OPEN], or a word and what belongs to it: `taken`, `not-taken`, `staff`
  @RecordBuilder
  record PaymentNote(String reference, Instant asked, Money sum, String before, String became)
      implements NotesPaymentNoteBuilder.With {
    boolean open() {
      return became.equals(OPEN);
    }

    PaymentNote with(String now) {
      return withBecame(now.replace('\n', ' '));
    }

    private String line() {
      return String.join(
          " ",
          reference,
          asked.toString(),
          sum.currency().getCurrencyCode(),
          Long.toString(sum.minor()),
          before,
          became);
    }
  }

  static final String OPEN = "open";
  static final String NOT_TOLD = "unknown";

  private final NoteStore store;

  Notes(NoteStore store) {
    this.store = store;
  }

  /// Whether there are notes at all: without them nobody knows what was asked.
  boolean present() throws IOException {
    return store.read().isPresent();
  }

  /// Begins them where there are none: from now on what is not noted was not asked.
  void begin() throws IOException {
    if (!present()) {
      store.write(HEAD + "\n");
    }
  }

  Optional<PaymentNote> of(String reference) throws IOException {
    return all().stream().filter(note -> note.reference().equals(reference)).findFirst();
  }

  /// The payment of which it is not known what became of it. There is one at most.
  Optional<PaymentNote> open() throws IOException {
    return all().stream().filter(PaymentNote::open).findFirst();
  }

  /// Adds it, or puts it in the place of what was noted of the same payment.
  void put(PaymentNote note) throws IOException {
    List<PaymentNote> all = new ArrayList<>(all());
    all.removeIf(each -> each.reference().equals(note.reference()));
    all.add(note);
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    for (PaymentNote each : all.subList(Math.max(0, all.size() - MOST), all.size())) {
      text.append(each.line()).append('\n');
    }
    store.write(text.toString());
  }

  /// @throws IOException also when it is not what was written: then nobody knows what was asked
  private List<PaymentNote> all() throws IOException {
    Optional<String> text = store.read();
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = text.get().lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
      throw new IOException("the notes beside the terminal cannot be read");
    }
    List<PaymentNote> notes = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(" ", 6);
      try {
        notes.add(
            new PaymentNote(
                words[0],
                Instant.parse(words[1]),
                Money.of(Long.parseLong(words[3]), words[2]),
                words[4],
                words[5]));
      } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new IOException("the notes beside the terminal cannot be read", e);
      }
    }
    return notes;
  }
}
