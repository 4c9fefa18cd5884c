package org.libstation.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.libstation.policy.document.Drawn;

/// The result of reading a policy.
public sealed interface PolicyReading {

  record PolicyRead(PolicyBundle bundle) implements PolicyReading {}

  /// The document has faults, and nothing of it is used.
  ///
  /// @param faults all faults found, in the order of lines
  record Faulty(List<PolicyFault> faults) implements PolicyReading {
    public Faulty {
      faults = List.copyOf(faults);
    }

    /// All faults for a person, one a line.
    public String text() {
      return faults.stream().map(PolicyFault::text).collect(Collectors.joining("\n"));
    }
  }

  /// One fault of a document.
  ///
  /// @param line from 1
  /// @param rule place in the document, such as `windows.closing-2020.to`; empty: the whole
  ///   document
  /// @param words what is wrong with it
  record PolicyFault(String file, int line, String rule, String words) {
    /// Text of the document is shown in visible characters only, and cut if it is long.
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
