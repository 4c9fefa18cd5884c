package org.libstation.journal;

import java.util.Arrays;
import java.util.Optional;

/// What was asked of somebody who acts on it. The words are those that lie in journals since the
/// first: the numbers of SIP2's requests, whatever the protocol.
public enum Act {
  CHECKOUT("11"),
  CHECKIN("09"),
  RENEW("29"),
  HOLD("15"),
  PAYMENT("37"),
  /// A payment terminal is asked for money.
  TERMINAL("terminal"),
  /// A payment terminal is asked to give back what it took.
  REVERSAL("reversal"),
  /// What no station of today asks; what stands beside it says what it was.
  OTHER("");

  private final String word;

  Act(String word) {
    this.word = word;
  }

  /// As it lies in a journal.
  public String word() {
    return word;
  }

  static Optional<Act> of(String word) {
    return Arrays.stream(values()).filter(act -> act != OTHER && act.word.equals(word)).findFirst();
  }
}
