package org.libstation.circulation;

import java.util.Optional;

/// The numbers by which staff find a payment at the terminal and at its bank. The text form is such
/// as `0017 trace 004711 terminal 52500038`.
///
/// @param receipt the terminal's number of the transaction; has no blank
/// @param trace the bank's trace number; empty if the terminal did not report it
/// @param terminal the terminal's number at its bank; empty if the terminal did not report it
public record TerminalNumbers(String receipt, Optional<String> trace, Optional<String> terminal) {
  private static final String TRACE = " trace ";
  private static final String TERMINAL = " terminal ";

  /// Makes the numbers of a payment of which only the receipt number is known.
  public static TerminalNumbers ofReceipt(String receipt) {
    return new TerminalNumbers(receipt, Optional.empty(), Optional.empty());
  }

  /// Reads what [#text()] wrote.
  public static TerminalNumbers parse(String text) {
    return new TerminalNumbers(word(text), after(TRACE, text), after(TERMINAL, text));
  }

  private static Optional<String> after(String name, String text) {
    int at = text.indexOf(name);
    return at < 0 ? Optional.empty() : Optional.of(word(text.substring(at + name.length())));
  }

  private static String word(String text) {
    return text.split(" ", 2)[0];
  }

  /// Returns the text form, which [#parse] reads.
  public String text() {
    return receipt
        + trace.map(TRACE::concat).orElse("")
        + terminal.map(TERMINAL::concat).orElse("");
  }
}
