package org.libstation.check;

import java.time.Duration;
import java.util.List;

/// Result of a check.
public sealed interface Verdict {

  /// No fault was found.
  ///
  /// @param told what was checked, in a few words
  record Good(CheckPhrase told) implements Verdict {}

  /// @param findings at least one
  record WithFindings(CheckPhrase told, List<Finding> findings) implements Verdict {
    public WithFindings {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("nothing was found");
      }
    }

    boolean isFault() {
      return findings.stream().anyMatch(it -> it.severity() == Finding.Severity.FAULT);
    }
  }

  /// No fault was found, but nothing proved that all is well, because it cannot be tested.
  ///
  /// @param told what would prove it
  record Unproven(CheckPhrase told) implements Verdict {}

  /// There is nothing to check here.
  record NotApplicable(CheckPhrase why) implements Verdict {}

  /// The check did not end in time.
  record Overdue(Duration limit) implements Verdict {}

  /// A person cancelled the run before or during this check.
  record Cancelled() implements Verdict {}

  /// The check itself failed, which is a bug and reported as one.
  record Broken(String what) implements Verdict {}

  /// Makes a good verdict if there are no findings.
  static Verdict of(CheckPhrase told, List<Finding> findings) {
    return findings.isEmpty() ? new Good(told) : new WithFindings(told, findings);
  }
}
