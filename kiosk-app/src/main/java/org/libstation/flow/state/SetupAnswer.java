package org.libstation.flow.state;

import java.util.List;
import java.util.Optional;

/// An answer tells what came of an [Effect.SettingUp].
public sealed interface SetupAnswer {
  record SetupSheetRead(SetupSheet sheet) implements SetupAnswer {}

  /// @param refused why nothing would start with these changes; empty when it would
  /// @param lines what differs in the file
  record SetupTried(Optional<SettingRefusal> refused, List<ChangedLine> lines)
      implements SetupAnswer {
    public SetupTried {
      lines = List.copyOf(lines);
    }
  }

  /// The file was changed, or not.
  ///
  /// @param why it was not
  /// @param lines what differs from before
  /// @param sheet as it is now; empty when it could not be read
  record SetupResult(
      WriteResult result,
      Optional<SettingRefusal> why,
      List<ChangedLine> lines,
      Optional<SetupSheet> sheet)
      implements SetupAnswer {
    public SetupResult {
      lines = List.copyOf(lines);
    }
  }

  /// It comes with each port that is known.
  record PortsAnswer(PortBoard board) implements SetupAnswer {}

  enum WriteResult {
    WRITTEN,
    PUT_BACK,
    /// `why` says it.
    NOT_DONE
  }

  /// A line of the difference.
  ///
  /// @param number in the file, from 1; 0 for lines that are left out
  record ChangedLine(LineChange change, int number, String text) {}

  enum LineChange {
    SAME,
    REMOVED,
    ADDED,
    LEFT_OUT
  }
}
