package org.libstation.app;

import java.nio.file.Path;
import org.libstation.app.Engine.Phase;
import org.libstation.check.Metrics;
import org.libstation.fleet.order.OrderDesk;
import org.libstation.service.HealthWriter;
import org.libstation.service.SiteFleet;
import org.libstation.service.StationOrderActions;
import org.libstation.site.Site;

/// News to the fleet and orders from it. Apart, since whoever looks at a method looks at all that
/// it names: a station without a fleet loads nothing of one.
final class FleetEngine {
  private FleetEngine() {}

  /// A station that had a fleet and has none now: what was ordered there ended with it.
  static Engine without(Path data, StationOrderActions.StationAccess station) {
    return new Engine(Phase.LOOPS, () -> OrderDesk.forget(data, station.clock().get()), () -> {});
  }

  static Engine of(
      Site site,
      Metrics metrics,
      ShownState shown,
      HealthWriter health,
      StationOrderActions.StationAccess station) {
    StationOrderActions deeds = new StationOrderActions(site, station);
    shown.addViewer(deeds);
    SiteFleet fleet =
        new SiteFleet(
            site.settings().fleet(), site.directory(), site.data(), metrics, deeds::orders);
    shown.addViewer(fleet);
    health.telling(fleet::figures);
    return new Engine(
        Phase.LOOPS,
        fleet::start,
        () -> {
          fleet.close();
          deeds.close();
        });
  }
}
