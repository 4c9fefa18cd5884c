package org.libstation.wiring;

import java.nio.file.Path;
import org.libstation.check.Metrics;
import org.libstation.fleet.order.OrderDesk;
import org.libstation.guard.Kiosk;
import org.libstation.ops.HealthWriter;
import org.libstation.ops.SiteFleet;
import org.libstation.ops.StationOrderActions;
import org.libstation.site.Site;
import org.libstation.site.StationSettings;
import org.libstation.wiring.Engine.Phase;

/// News to the fleet and orders from it. Apart, since whoever looks at a method looks at all that
/// it names: a station without a fleet loads nothing of one.
final class FleetEngine {
  private FleetEngine() {}

  /// A station that had a fleet and has none now: what was ordered there ended with it.
  static Engine without(Path data, StationOrderActions.Station station) {
    return new Engine(Phase.LOOPS, () -> OrderDesk.forget(data, station.clock().get()), () -> {});
  }

  static Engine of(
      StationSettings settings,
      Kiosk.Options options,
      Metrics metrics,
      ShownState shown,
      HealthWriter health,
      StationOrderActions.Station station) {
    StationOrderActions deeds =
        new StationOrderActions(new Site(options.config(), settings, options.overrides()), station);
    shown.addViewer(deeds);
    SiteFleet fleet =
        new SiteFleet(
            settings.fleet(),
            options.config(),
            options.config().resolve(settings.data()),
            metrics,
            deeds::orders);
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
