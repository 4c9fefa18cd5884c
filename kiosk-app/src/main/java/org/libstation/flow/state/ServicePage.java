package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import org.libstation.circulation.CashDay;

/// A service page is one of those that [Screen.Service] shows.
public sealed interface ServicePage {

  /// A run of the checks.
  ///
  /// @param finding which of all that was found is shown, counted on from 0 without an end
  record Checks(CheckBoard board, int finding) implements ServicePage {}

  /// How everything is, and how it was.
  ///
  /// @param figures empty until they were read
  @RecordBuilder
  record HealthPage(Optional<Figures> figures, boolean month, Bundle bundle)
      implements ServicePage, ServicePageHealthPageBuilder.With {}

  /// A day's payments beside the terminal's own day.
  ///
  /// @param back days before today
  /// @param day empty until it was read
  record CashUpPage(int back, Optional<CashDay> day) implements ServicePage {}

  /// Settings changed by hand.
  record Setup(SetupBoard board) implements ServicePage {}

  /// The support bundle.
  sealed interface Bundle {
    record BundleNotAsked() implements Bundle {}

    record BundleUnderWay() implements Bundle {}

    record Made(String file) implements Bundle {}

    record NotMade() implements Bundle {}
  }
}
