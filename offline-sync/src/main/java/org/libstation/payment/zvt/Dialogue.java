package org.libstation.payment.zvt;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One command and all that follows: while the terminal works it has the word, each of its messages
/// is acknowledged, and a completion or an abort gives the word back (PA00P015, *master rights*).
final class Dialogue {
  /// How long the acknowledgement of a command is waited for (T3).
  static final Duration HEARD = Duration.ofSeconds(5);

  /// A terminal that says nothing for so long is lost. The manual's T4 is 180 s; each state, and a
  /// person is asked every few seconds, begins it anew.
  static final Duration SILENCE = Duration.ofSeconds(90);

  /// How often somebody who wants to stop is looked for.
  private static final Duration LOOK_UP = Duration.ofMillis(200);

  /// More messages than any command brings: a terminal that babbles.
  private static final int MOST_MESSAGES = 10_000;

  private final Wire wire;
  private final Supplier<Duration> elapsed;
  private final Consumer<String> trace;

  /// @param elapsed monotonic
  /// @param trace takes what goes over the wire, masked
  Dialogue(Wire wire, Supplier<Duration> elapsed, Consumer<String> trace) {
    this.wire = wire;
    this.elapsed = elapsed;
    this.trace = trace;
  }

  /// Who listens while the terminal works.
  ///
  /// @param state takes each intermediate state (04 FF)
  /// @param print takes the terminal's print lines and text blocks, which nothing may keep
  /// @param stop whether the terminal shall be asked to give up
  record DialogueListener(Consumer<Integer> state, Consumer<Apdu> print, BooleanSupplier stop) {
    static final DialogueListener NONE = new DialogueListener(_ -> {}, _ -> {}, () -> false);
  }

  /// How a command ended.
  sealed interface DialogueEnd {
    /// @param status the last that told a result
    /// @param all the fields of that status; of the completion where there was none
    record Completed(Optional<StatusInformation> status, ZvtFields all) implements DialogueEnd {}

    /// @param status the last that told a result
    record Aborted(int code, Optional<StatusInformation> status) implements DialogueEnd {}

    /// It was not begun.
    record DialogueRefused(int code) implements DialogueEnd {}
  }

  /// @throws IOException when the line was lost, or the terminal fell silent or spoke what is no
  ///   ZVT: nobody knows what it did
  DialogueEnd ask(Apdu command, DialogueListener listener) throws IOException {
    send(command);
    Apdu first = receive(HEARD).orElseThrow(() -> new IOException("the terminal does not answer"));
    if (first.negative()) {
      return new DialogueEnd.DialogueRefused(first.control() & 0xFF);
    }
    if (first.control() != Apdu.POSITIVE) {
      throw new IOException("the terminal answers " + first.name() + " to " + command.name());
    }
    return untilTheEnd(listener);
  }

  private DialogueEnd untilTheEnd(DialogueListener listener) throws IOException {
    Optional<StatusInformation> status = Optional.empty();
    Optional<ZvtFields> told = Optional.empty();
    boolean stopped = false;
    Duration heard = elapsed.get();
    for (int i = 0; i < MOST_MESSAGES; ) {
      if (!stopped && listener.stop().getAsBoolean()) {
        stopped = true;
        send(new Apdu(Apdu.ABORT));
      }
      Optional<Apdu> next = receive(LOOK_UP);
      if (next.isEmpty()) {
        if (elapsed.get().minus(heard).compareTo(SILENCE) > 0) {
          throw new IOException("the terminal fell silent");
        }
        continue;
      }
      i++;
      heard = elapsed.get();
      Apdu message = next.get();
      byte[] data = message.data();
      if (message.acknowledges()) {
        // Of the wish to stop: what became of it follows.
        continue;
      }
      // A status that is not understood is none: it is heard, and looked for afterwards.
      send(new Apdu(Apdu.POSITIVE));
      switch (message.control()) {
        case Apdu.INTERMEDIATE -> {
          if (data.length > 0) {
            listener.state().accept(data[0] & 0xFF);
          }
        }
        case Apdu.STATUS -> {
          ZvtFields fields = ZvtFields.of(data);
          Optional<StatusInformation> transaction = StatusInformation.of(fields);
          if (transaction.isPresent() && fields.whole()) {
            status = transaction;
            told = Optional.of(fields);
          }
        }
        case Apdu.PRINT_LINE, Apdu.PRINT_BLOCK -> listener.print().accept(message);
        case Apdu.COMPLETION -> {
          return completed(status, told, ZvtFields.of(data));
        }
        case Apdu.ABORTED -> {
          return new DialogueEnd.Aborted(data.length == 0 ? 0xFF : data[0] & 0xFF, status);
        }
        default -> {
          // Nothing that a till need know.
        }
      }
    }
    throw new IOException("the terminal does not come to an end");
  }

  /// A completion need say nothing. One that names a sum too is believed: where it is another than
  /// the status told, nobody takes the payment for what was asked.
  private static DialogueEnd completed(
      Optional<StatusInformation> status, Optional<ZvtFields> told, ZvtFields end)
      throws IOException {
    OptionalInt result = end.binary(ZvtField.RESULT);
    if (status.isPresent() && result.isPresent() && result.getAsInt() != status.get().result()) {
      throw new IOException("the terminal tells two results");
    }
    return new DialogueEnd.Completed(status.map(each -> each.endedBy(end)), told.orElse(end));
  }

  private void send(Apdu message) throws IOException {
    trace.accept(WireTrace.line(">", message));
    wire.send(message);
  }

  private Optional<Apdu> receive(Duration within) throws IOException {
    Optional<Apdu> message = wire.receive(within);
    message.ifPresent(each -> trace.accept(WireTrace.line("<", each)));
    return message;
  }
}
