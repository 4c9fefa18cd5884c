package org.libstation.journal;

/// Kinds of requests that change something. Their words are part of the journal's format: the
/// numbers of SIP2's requests, whatever the protocol.
public enum Act {
  CHECKOUT("11"),
  CHECKIN("09"),
  RENEW("29"),
  HOLD("15"),
  PAYMENT("37"),
  /// Ask a payment terminal to take money.
  TERMINAL("terminal"),
  /// Ask a payment terminal to give back what it took.
  REVERSAL("reversal");

  private final String word;

  Act(String word) {
    this.word = word;
  }

  /// Returns the word that is stored in the journal.
  public String word() {
    return word;
  }
}
