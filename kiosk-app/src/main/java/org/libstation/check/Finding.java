package org.libstation.check;

import org.libstation.language.Words;

/// One thing that is wrong. Its words lie under `finding.CODE.what`, `.cause` and `.do`.
///
/// @param code short and stable, such as `E15`; never given a second meaning
/// @param seen what shows it here and now
/// @param fixable whether [Check#fix] can try to mend it
/// @param cause why it is so
/// @param remedy what to do
public record Finding(
    String code,
    Severity severity,
    CheckPhrase seen,
    boolean fixable,
    CheckPhrase cause,
    CheckPhrase remedy) {

  /// How bad it is.
  public enum Severity {
    /// It works, and somebody should come.
    ATTENTION,
    /// Something cannot be done until it is mended.
    FAULT
  }

  /// A finding with the cause and remedy that its code always has.
  public Finding(String code, Severity severity, CheckPhrase seen, boolean fixable) {
    this(
        code,
        severity,
        seen,
        fixable,
        CheckPhrase.of("finding." + code + ".cause"),
        CheckPhrase.of("finding." + code + ".do"));
  }

  /// The same with what shows it, cause and remedy of one reason among those of the code. Its words
  /// lie under `because.REASON.seen`, `.cause` and `.do`.
  ///
  /// @param values of all three
  public Finding because(String reason, Object... values) {
    String key = "because." + reason;
    return new Finding(
        code,
        severity,
        CheckPhrase.of(key + ".seen", values),
        fixable,
        CheckPhrase.of(key + ".cause", values),
        CheckPhrase.of(key + ".do", values));
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
    return cause.in(words);
  }

  public String remedy(Words words) {
    return remedy.in(words);
  }
}
