package org.libstation.check;

import java.time.Duration;
import java.util.List;

/// What a check came to.
public sealed interface Verdict {

  /// All is well.
  ///
  /// @param told in a few words, what was looked at
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

  /// Nothing wrong was found, and nothing proved that it is well: it cannot be asked.
  ///
  /// @param told what would prove it
  record Unproven(CheckPhrase told) implements Verdict {}

  /// There is nothing to look at here.
  record NotApplicable(CheckPhrase why) implements Verdict {}

  /// It did not end in its time.
  record Overdue(Duration limit) implements Verdict {}

  /// Somebody ended the run before or while it ran.
  record Cancelled() implements Verdict {}

  /// The check itself failed: a bug, and told as one.
  record Broken(String what) implements Verdict {}

  /// Good where nothing was found.
  static Verdict of(CheckPhrase told, List<Finding> findings) {
    return findings.isEmpty() ? new Good(told) : new WithFindings(told, findings);
  }
}
