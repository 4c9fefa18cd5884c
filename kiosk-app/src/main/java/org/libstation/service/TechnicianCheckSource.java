package org.libstation.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.check.Check;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examiner;
import org.libstation.flow.state.Figures;
import org.libstation.site.DeviceName;
import org.libstation.site.Site;

/// Makes the checks that a technician runs on the station's screen.
public final class TechnicianCheckSource {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// Used in a run of all checks: no person is waited for, and the test slip is printed.
  private static final Examiner SLIP_ONLY =
      new Examiner() {
        @Override
        public boolean asked(ExaminerAct act) {
          return act == ExaminerAct.PRINT;
        }

        @Override
        public void over(ExaminerAct act) {}
      };

  private final Site site;
  private final StationFigures figures;

  public TechnicianCheckSource(Site site, StationFigures figures) {
    this.site = site;
    this.figures = figures;
  }

  /// The site's checks.
  ///
  /// @param hands the person at the station; absent in a run of all checks
  /// @param code the code shown to a scanner
  /// @param calibrate whether to measure a level sensor over an empty and a full bin
  List<Check> checks(Examiner hands, String code, boolean calibrate) {
    ExamWishes wishes =
        new ExamWishes(
            Optional.empty(), true, code, hands.isThere() ? hands : SLIP_ONLY, PATIENCE, calibrate);
    return new ArrayList<>(SiteChecks.of(site, true, false, wishes));
  }

  /// Whether this check opens the line of a device.
  boolean opensDevice(String id) {
    return DeviceName.of(id).filter(site.settings().devices()::containsKey).isPresent();
  }

  /// The figures of the health page.
  Figures figures(boolean month) {
    return figures.read(month);
  }

  /// Makes the support bundle.
  ///
  /// @return path of the bundle; empty if it could not be made
  Optional<String> bundle() {
    return SupportBundle.make(site);
  }
}
