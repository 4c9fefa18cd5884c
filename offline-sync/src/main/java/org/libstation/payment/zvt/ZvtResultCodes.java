package org.libstation.payment.zvt;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libstation.circulation.PaymentStep;
import org.libstation.payment.PaymentTerminal.TerminalRefusal;

/// The meaning of the terminal's numbers: intermediate states (04 FF) and results (BMP 27, 06 1E;
/// PA00P015, *Error-Messages*). The terminal's own texts are never used.
final class ZvtResultCodes {
  /// Aborted by time-out or by a key; also after an abort by the station.
  static final int GIVEN_UP = 0x6C;

  private static final int CARD_STILL_IN = 0x40;

  private static final Map<Integer, String> FAULTS =
      Map.ofEntries(
          Map.entry(0x66, "an error of its card reader"),
          Map.entry(0x6A, "its memory of turnovers is full: end its day"),
          Map.entry(0x6B, "it is not registered: is the password right?"),
          Map.entry(0x6F, "it does not take this currency"),
          Map.entry(0x77, "its day cannot be ended now"),
          Map.entry(0x7D, "it does not reach its network"),
          Map.entry(0x83, "it cannot do that"),
          Map.entry(0x85, "a key is missing in it"),
          Map.entry(0x89, "its PIN pad is defective"),
          Map.entry(0x9A, "it does not understand what it is asked"),
          Map.entry(0x9B, "it does not reach its bank"),
          Map.entry(0x9C, "it is busy"),
          Map.entry(0xA0, "it is not ready"),
          Map.entry(0xA1, "its bank does not answer"),
          Map.entry(0xA3, "it has no connection"),
          Map.entry(0xB1, "its memory is full"),
          Map.entry(0xB2, "its journal is full: end its day"),
          Map.entry(0xB4, "already reversed"),
          Map.entry(0xB5, "a reversal is not possible"),
          Map.entry(0xC2, "it needs a diagnosis"),
          Map.entry(0xC6, "it does not take this currency"),
          Map.entry(0xCC, "its printer is not ready: paper?"),
          Map.entry(0xE2, "its card reader is defective"),
          Map.entry(0xE4, "it must be put into service first"),
          Map.entry(0xED, "its PIN pad is defective"),
          Map.entry(0xF0, "its last day was not ended"),
          Map.entry(0xFB, "its memory of turnovers is defective"),
          Map.entry(0xFC, "a part of it is missing or defective"),
          Map.entry(0xFF, "an error of its own"));

  private ZvtResultCodes() {}

  /// The code and its meaning, for a technician.
  static String told(int code) {
    String hex = "%02X".formatted(code);
    return Optional.ofNullable(FAULTS.get(code)).map(each -> hex + ": " + each).orElse(hex);
  }

  /// Why no money was taken.
  ///
  /// @param timedOut whether the person's time was up
  static TerminalRefusal why(int code, boolean timedOut) {
    if (code == GIVEN_UP) {
      return timedOut ? TerminalRefusal.TIMED_OUT : TerminalRefusal.CANCELLED;
    }
    return FAULTS.containsKey(code) ? TerminalRefusal.NOT_READY : TerminalRefusal.DECLINED;
  }

  /// The step that a person sees for an intermediate state.
  ///
  /// @param state states 41 to 5D equal 01 to 1D with the card still in the terminal
  static PaymentStep step(int state) {
    return switch (state) {
      case 0x00, 0x28, 0x29, 0x2C, 0x69, 0xE0, 0xE1 -> PaymentStep.CONFIRM;
      case 0x0A, 0x2A -> PaymentStep.PRESENT_CARD;
      case 0x01, 0x02, 0x41, 0x42, 0x6A, 0x6B, 0x6C, 0xCC -> PaymentStep.ENTER_PIN;
      case 0x15, 0x55 -> PaymentStep.WRONG_PIN;
      case 0x0C -> PaymentStep.PRESENT_AGAIN;
      case 0x0B, 0x5E -> PaymentStep.REMOVE_CARD;
      case 0x03, 0x07, 0x08, 0x09, 0x10, 0x13, 0x14, 0x16, 0x18, 0x19, 0x1D -> PaymentStep.DECLINED;
      default -> state > CARD_STILL_IN && state < 0x5E ? PaymentStep.REMOVE_CARD : PaymentStep.WAIT;
    };
  }

  /// Passes on each step once while it lasts.
  static Consumer<Integer> steps(Consumer<PaymentStep> steps) {
    AtomicReference<@Nullable PaymentStep> last = new AtomicReference<>();
    return state -> {
      PaymentStep now = step(state);
      if (last.getAndSet(now) != now) {
        steps.accept(now);
      }
    };
  }

  /// What a terminal needs before it takes money.
  ///
  /// @param status status of a terminal at its registration (BMP 19)
  static String needs(int status) {
    return (status & 1) != 0
        ? "it must be initialised first"
        : (status & 2) != 0 ? "it needs a diagnosis" : "it waits for its operator (OPT)";
  }
}
