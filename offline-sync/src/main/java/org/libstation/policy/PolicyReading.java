package org.libstation.policy;

import java.util.List;
import java.util.stream.Collectors;

/// What came of reading a policy file.
public sealed interface PolicyReading {

  record Good(PolicyBundle bundle) implements PolicyReading {}

  /// Nothing of the file is used.
  ///
  /// @param faults all that were found, in order of line
  record Faulty(List<Fault> faults) implements PolicyReading {
    public Faulty {
      faults = List.copyOf(faults);
    }

    /// One fault a line, for a person.
    public String text() {
      return faults.stream().map(Fault::text).collect(Collectors.joining("\n"));
    }
  }

  /// @param line from 1; 0 when the key is missing
  /// @param expected what would have been right, in words
  /// @param found the value that stands there; empty when there is none
  record Fault(String file, int line, String key, String expected, String found) {
    public String text() {
      String place = line == 0 ? file : file + ":" + line;
      String instead = found.isEmpty() ? "it is missing" : "found \"" + found + "\"";
      return place + ": " + key + ": expected " + expected + ", " + instead;
    }
  }
}
