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

/// What the laboratory brings to a station that is no live one: it comes in archives of its own
/// (those named `lab`), and a station in a library has none of them.
public interface Laboratory {

  /// A payment terminal without a bank behind it.
  ///
  /// @param currency of what it takes, ISO 4217
  /// @param memory the file that holds what it took, over the end of this program
  PaymentTerminal terminal(String currency, Path memory);

  /// Leaves a picture of every screen that is shown.
  ///
  /// @param idle after which nobody is there any more
  Consumer<FlowState> album(
      Path directory, Texts texts, SiteNames names, Duration idle, Optional<SiteTheme> theme);

  /// The laboratory beside this program, where there is one.
  static Optional<Laboratory> present() {
    return ServiceLoader.load(Laboratory.class).findFirst();
  }

  /// @throws SiteProblem when the site is no live one and there is no laboratory
  static void check(Path config, StationSettings settings) {
    check(config, settings, present());
  }

  /// @param laboratory as it was found
  static void check(Path config, StationSettings settings, Optional<Laboratory> laboratory) {
    if (settings.mode() != StationSettings.Mode.LIVE && laboratory.isEmpty()) {
      Reason why = Reason.of(Reason.Word.NO_LABORATORY);
      throw SettingsFile.problem(config, "station.mode", "expected " + why.english(), why);
    }
  }
}
