package org.libstation.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.check.CheckPhrase;
import org.libstation.check.Finding;
import org.libstation.check.Verdict;
import org.libstation.process.log.StaffLog;
import org.libstation.site.OverdueTestFile;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.station.parts.PatronPayments;
import org.libstation.station.parts.SiteCentral;
import org.slf4j.LoggerFactory;

/// Finds what must be done before patrons use a site, and contradictions in its settings.
public final class BeforeLive {
  /// No test with an overdue item is recorded. Documented in docs/technician/codes.md.
  static final String NOT_TESTED = "G18";

  private BeforeLive() {}

  /// What remains to be done for a site that is live or about to be.
  ///
  /// @throws SiteProblem if the site's dialect is wrong
  public static List<Finding> left(Site site) {
    List<Finding> left = new ArrayList<>();
    payments(site).ifPresent(left::add);
    if (isLive(site) && test(site).isEmpty()) {
      left.add(Finding.attention(NOT_TESTED, CheckPhrase.of("told.golive.open")));
    }
    return left;
  }

  /// Finds a payment terminal whose payments the central system does not book; empty if there is no
  /// contradiction.
  static Optional<Finding> payments(Site site) {
    StationSettings settings = site.settings();
    boolean contradicts =
        settings.payment().possible()
            && SiteCentral.of(settings, site.directory()).payments().isEmpty();
    return contradicts
        ? Optional.of(
            Finding.fault(PatronPayments.NOT_BOOKED, unbooked(settings.central().dialect())))
        : Optional.empty();
  }

  private static CheckPhrase unbooked(String dialect) {
    return dialect.isEmpty()
        ? CheckPhrase.of("told.payment.unbooked.protocol")
        : CheckPhrase.of("told.payment.unbooked", dialect);
  }

  /// Checks that an overdue return was tested.
  static Verdict overdueTest(Site site) {
    Optional<OverdueTestFile.OverdueTestRun> test = test(site);
    if (test.isPresent()) {
      return new Verdict.Good(
          CheckPhrase.of(
              "told.golive",
              test.get().by(),
              test.get().at().atZoneSameInstant(site.zone()).toLocalDate().toString()));
    }
    CheckPhrase open = CheckPhrase.of("told.golive.open");
    return isLive(site)
        ? Verdict.of(open, List.of(Finding.attention(NOT_TESTED, open)))
        : new Verdict.NotApplicable(open);
  }

  private static Optional<OverdueTestFile.OverdueTestRun> test(Site site) {
    return new OverdueTestFile(site.data()).done(site.settings());
  }

  private static boolean isLive(Site site) {
    return site.settings().mode() == StationSettings.Mode.LIVE;
  }

  /// Records that the test was done, also in `staff.log`.
  ///
  /// @throws SiteProblem if the record cannot be written
  public static void tested(Site site, String by) {
    Path data = site.data();
    try {
      OffsetDateTime now = OffsetDateTime.now(site.zone()).withNano(0);
      new OverdueTestFile(data).keep(by, now, site.settings());
    } catch (IOException e) {
      throw new SiteProblem("it cannot be kept: " + e.getMessage());
    }
    try (StaffLog _ = new StaffLog(data)) {
      LoggerFactory.getLogger("staff")
          .info(
              "the return of an overdue item was tried with {}, says {}",
              site.settings().central().dialect(),
              by);
    }
  }
}
