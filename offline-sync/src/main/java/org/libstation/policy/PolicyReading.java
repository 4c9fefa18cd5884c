package org.libstation.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.libstation.policy.document.Drawn;

/// What came of reading a policy.
public sealed interface PolicyReading {

  record PolicyRead(PolicyBundle bundle) implements PolicyReading {}

  /// Nothing of the document is used.
  ///
  /// @param faults all that were found, in order of line
  record Faulty(List<PolicyFault> faults) implements PolicyReading {
    public Faulty {
      faults = List.copyOf(faults);
    }

    /// One fault a line, for a person.
    public String text() {
      return faults.stream().map(PolicyFault::text).collect(Collectors.joining("\n"));
    }
  }

  /// @param line from 1
  /// @param rule where in the document: `windows.closing-2020.to`; empty: the whole of it
  /// @param words what is wrong with it
  record PolicyFault(String file, int line, String rule, String words) {
    /// What stood in the document is told in drawn characters only, and not at any length.
    public PolicyFault {
      rule = Drawn.of(rule);
      words = Drawn.of(words);
    }

    public String text() {
      String where = rule.isEmpty() ? "" : rule + ": ";
      return file + ":" + line + ": " + where + words;
    }
  }
}
