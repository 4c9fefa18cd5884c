package org.libstation.check;

import org.libstation.text.Words;

/// One thing that is wrong. Its words lie under `finding.CODE.what`, `.cause` and `.do`.
///
/// @param code short and stable, such as `E15`; never given a second meaning
/// @param seen what shows it here and now
/// @param fixable whether [Check#fix] can try to mend it
public record Finding(String code, Severity severity, CheckPhrase seen, boolean fixable) {

  /// How bad it is.
  public enum Severity {
    /// It works, and somebody should come.
    ATTENTION,
    /// Something cannot be done until it is mended.
    FAULT
  }

  public static Finding attention(String code, CheckPhrase seen) {
    return new Finding(code, Severity.ATTENTION, seen, false);
  }

  public static Finding fault(String code, CheckPhrase seen) {
    return new Finding(code, Severity.FAULT, seen, false);
  }

  public String what(Words words) {
    return words.say("finding." + code + ".what");
  }

  public String cause(Words words) {
    return words.say("finding." + code + ".cause");
  }

  public String remedy(Words words) {
    return words.say("finding." + code + ".do");
  }
}
