package org.libstation.flow.state;

import java.util.List;
import java.util.Optional;

/// Answer to an [Effect.SettingUp].
public sealed interface SetupAnswer {
  record SetupSheetRead(SetupSheet sheet) implements SetupAnswer {}

  /// @param refused why the station could not start with these changes; empty if it could
  /// @param lines how the file differs
  record SetupTried(Optional<SettingRefusal> refused, List<ChangedLine> lines)
      implements SetupAnswer {
    public SetupTried {
      lines = List.copyOf(lines);
    }
  }

  /// Result of writing the file.
  ///
  /// @param why the reason, if the file was not changed
  /// @param lines how the file differs from before
  /// @param sheet the settings as they are now; empty if they could not be read
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

  /// Sent again for each port whose result is known.
  record PortsAnswer(PortBoard board) implements SetupAnswer {}

  /// Whether the file was written, or its former version put back.
  enum WriteResult {
    WRITTEN,
    PUT_BACK,
    /// Not written; `why` has the reason.
    NOT_DONE
  }

  /// One line of the difference.
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
