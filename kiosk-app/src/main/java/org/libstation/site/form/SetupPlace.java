package org.libstation.site.form;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.ops.check.Setting;
import org.libstation.site.SiteProblem;
import org.libstation.ops.check.Setting;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.SetupAnswer;

/// A site's settings, for `setup`. Each method throws [SiteProblem] in plain words when the site's
/// files cannot be.
public interface SetupPlace {

  /// Every setting with its value, its place and what it does.
  List<Setting> settings(Path config, Map<String, String> overrides);

  /// Changes that are not made yet.
  ///
  /// @param keys values by full key without `station.`
  Change change(Path config, Map<String, String> keys);

  /// Puts the version before back.
  SetupAnswer.Done back(Path config, String by);

  /// The kept versions, a line each, the newest first.
  List<String> versions(Path config);

  /// Asks at all ports.
  ///
  /// @param moved told with each port that is known
  /// @throws SiteProblem also while the station runs, which holds its devices
  PortBoard ports(Path config, Consumer<PortBoard> moved);

  /// @param tried what would differ, and why it would not start
  /// @param write makes it; takes who does it
  record Change(SetupAnswer.Tried tried, Writer write) {}

  /// Makes a change.
  @FunctionalInterface
  interface Writer {
    SetupAnswer.Done by(String name);
  }
}
