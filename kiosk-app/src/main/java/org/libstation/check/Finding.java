package org.libstation.check;

import org.libstation.language.Words;

/// A single fault. Its texts are `finding.CODE.what`, `.cause` and `.do`.
///
/// @param code short and stable, such as `E15`; never given a second meaning
/// @param seen what shows the fault on this station
/// @param fixable whether [Check#fix] can try to mend it
/// @param cause why the fault arose
/// @param remedy what to do
public record Finding(
    String code,
    Severity severity,
    CheckPhrase seen,
    boolean fixable,
    CheckPhrase cause,
    CheckPhrase remedy) {

  /// Severity of a finding.
  public enum Severity {
    /// The station works, but a person should come.
    ATTENTION,
    /// A function is unavailable until the fault is mended.
    FAULT
  }

  /// Makes a finding with the usual cause and remedy of its code.
  public Finding(String code, Severity severity, CheckPhrase seen, boolean fixable) {
    this(
        code,
        severity,
        seen,
        fixable,
        CheckPhrase.of("finding." + code + ".cause"),
        CheckPhrase.of("finding." + code + ".do"));
  }

  /// Returns the finding with the texts of one particular reason: `because.REASON.seen`, `.cause`
  /// and `.do`.
  ///
  /// @param values for all three texts
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
