package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import org.libstation.circulation.CashDay;

/// A page that [Screen.Service] shows.
public sealed interface ServicePage {

  /// A run of the checks.
  ///
  /// @param finding which finding is shown; counts on from 0 without end
  record Checks(CheckBoard board, int finding) implements ServicePage {}

  /// The health of the station, now and in the past.
  ///
  /// @param figures empty until they were read
  @RecordBuilder
  record HealthPage(Optional<Figures> figures, boolean month, Bundle bundle)
      implements ServicePage, ServicePageHealthPageBuilder.With {}

  /// A day's payments beside the payment terminal's own total.
  ///
  /// @param back days before today
  /// @param day empty until it was read
  record CashUpPage(int back, Optional<CashDay> day) implements ServicePage {}

  /// Settings are changed by hand.
  record Setup(SetupBoard board) implements ServicePage {}

  /// State of the support bundle.
  sealed interface Bundle {
    record BundleNotAsked() implements Bundle {}

    record BundleUnderWay() implements Bundle {}

    record Made(String file) implements Bundle {}

    record NotMade() implements Bundle {}
  }
}
