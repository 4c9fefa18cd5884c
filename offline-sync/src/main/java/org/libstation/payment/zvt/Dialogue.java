package org.libstation.payment.zvt;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.libstation.circulation.TaskNoteCode;

/// Sends one command and handles everything that follows. While the terminal works, it has the turn
/// and each of its messages is acknowledged. A completion or an abort returns the turn (PA00P015,
/// *master rights*).
final class Dialogue {
  /// Time limit for the acknowledgement of a command (T3).
  static final Duration HEARD = Duration.ofSeconds(5);

  /// A terminal that is silent for this time is lost. The manual's T4 is 180 s. Each message starts
  /// the time again; while a person is prompted, one comes every few seconds.
  static final Duration SILENCE = Duration.ofSeconds(90);

  /// Interval at which the station checks whether the person wants to stop.
  private static final Duration LOOK_UP = Duration.ofMillis(200);

  /// Limit of messages for one command; more come only from a faulty terminal.
  private static final int MOST_MESSAGES = 10_000;

  private final Wire wire;
  private final Supplier<Duration> elapsed;
  private final Consumer<String> trace;

  /// @param elapsed monotonic time
  /// @param trace takes one masked line for each message
  Dialogue(Wire wire, Supplier<Duration> elapsed, Consumer<String> trace) {
    this.wire = wire;
    this.elapsed = elapsed;
    this.trace = trace;
  }

  /// Receives what the terminal sends while it works.
  ///
  /// @param state takes each intermediate state (04 FF)
  /// @param print takes the terminal's print lines and text blocks, which must not be kept
  /// @param stop whether to ask the terminal to give up
  record DialogueListener(Consumer<Integer> state, Consumer<Apdu> print, BooleanSupplier stop) {
    static final DialogueListener NONE = new DialogueListener(_ -> {}, _ -> {}, () -> false);
  }

  /// How a command ended.
  sealed interface DialogueEnd {
    /// The terminal completed the command.
    ///
    /// @param status the last status with a result
    /// @param all fields of that status, or of the completion if there was none
    record Completed(Optional<StatusInformation> status, ZvtFields all) implements DialogueEnd {}

    /// The terminal aborted the command.
    ///
    /// @param status the last status with a result
    record Aborted(int code, Optional<StatusInformation> status) implements DialogueEnd {}

    /// The terminal did not begin the command.
    record DialogueRefused(int code) implements DialogueEnd {}
  }

  /// Sends a command and waits for its end.
  ///
  /// @throws IOException if the line was lost, or the terminal fell silent or sent no valid ZVT. It
  ///   is then not known what the terminal did
  DialogueEnd ask(Apdu command, DialogueListener listener) throws IOException {
    send(command);
    Apdu first =
        receive(HEARD)
            .orElseThrow(
                () ->
                    new ZvtFault(
                        TaskNoteCode.TERMINAL_NOT_ANSWERING, "the terminal does not answer"));
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
          throw new ZvtFault(TaskNoteCode.TERMINAL_SILENT, "the terminal fell silent");
        }
        continue;
      }
      i++;
      heard = elapsed.get();
      Apdu message = next.get();
      byte[] data = message.data();
      if (message.acknowledges()) {
        // This acknowledges the abort; its result follows.
        continue;
      }
      // A status that cannot be read is acknowledged and ignored; its transaction is looked up
      // later.
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
          // Other messages do not concern the till.
        }
      }
    }
    throw new ZvtFault(TaskNoteCode.TERMINAL_NO_END, "the terminal does not come to an end");
  }

  /// A completion may be empty. If it names a sum, that sum replaces the one of the status. A
  /// payment of another sum is then not mistaken for the one asked for.
  ///
  /// @throws ZvtFault if status and completion tell different results
  private static DialogueEnd completed(
      Optional<StatusInformation> status, Optional<ZvtFields> told, ZvtFields end)
      throws IOException {
    OptionalInt result = end.binary(ZvtField.RESULT);
    if (status.isPresent() && result.isPresent() && result.getAsInt() != status.get().result()) {
      throw new ZvtFault(TaskNoteCode.TERMINAL_TWO_RESULTS, "the terminal tells two results");
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
