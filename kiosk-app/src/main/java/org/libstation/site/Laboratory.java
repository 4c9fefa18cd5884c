package org.libstation.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.libstation.flow.state.FlowState;
import org.libstation.language.Texts;
import org.libstation.payment.PaymentTerminal;
import org.libstation.screen.SiteNames;
import org.libstation.screen.SiteTheme;

/// The laboratory's service for stations that are not live. It comes in its own archives (named
/// `lab`), which a library's station does not have.
public interface Laboratory {

  /// Makes a simulated payment terminal.
  ///
  /// @param currency its currency, ISO 4217
  /// @param memory the file of its payments, which outlives this program
  PaymentTerminal terminal(String currency, Path memory);

  /// Saves a picture of every screen that is shown.
  ///
  /// @param idle the time after which no patron is present any more
  Consumer<FlowState> album(
      Path directory, Texts texts, SiteNames names, Duration idle, Optional<SiteTheme> theme);

  /// Finds the laboratory; empty if it is not installed.
  static Optional<Laboratory> present() {
    return ServiceLoader.load(Laboratory.class).findFirst();
  }

  /// @throws SiteProblem if the site is not live and there is no laboratory
  static void check(Path config, StationSettings settings) {
    check(config, settings, present());
  }

  /// @param laboratory the result of [#present()]
  static void check(Path config, StationSettings settings, Optional<Laboratory> laboratory) {
    if (settings.mode() != StationSettings.Mode.LIVE && laboratory.isEmpty()) {
      Reason why = Reason.of(Reason.Word.NO_LABORATORY);
      throw SettingsFile.problem(config, "station.mode", "expected " + why.english(), why);
    }
  }
}
