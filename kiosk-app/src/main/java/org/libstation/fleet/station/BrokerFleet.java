package org.libstation.fleet.station;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.check.HealthFile;
import org.libstation.check.Metrics;
import org.libstation.check.Verdict;
import org.libstation.circulation.EventTime;
import org.libstation.fleet.order.OrderDesk;
import org.libstation.flow.state.FlowState;
import org.libstation.service.FleetService;
import org.libstation.service.StationAccess;
import org.libstation.site.FleetPlace;
import org.libstation.site.Site;

/// A fleet whose stations use an MQTT broker.
public final class BrokerFleet implements FleetService {
  @Override
  public FleetLink link(Site site, Metrics metrics, StationAccess station) {
    return new BrokerFleetLink(site, metrics, station);
  }

  @Override
  public void forget(Path data, EventTime now) {
    OrderDesk.forget(data, now);
  }

  @Override
  public Verdict told(FleetPlace place, Path data, Optional<HealthFile.Health> health) {
    return SiteFleet.told(place, data, health);
  }

  @Override
  public Verdict tried(FleetPlace place, Path config, Path data) {
    return SiteFleet.tried(place, config, data);
  }

  private static final class BrokerFleetLink implements FleetLink {
    private final StationOrderActions orders;
    private final SiteFleet fleet;

    BrokerFleetLink(Site site, Metrics metrics, StationAccess station) {
      orders = new StationOrderActions(site, station);
      fleet =
          new SiteFleet(
              site.settings().fleet(), site.directory(), site.data(), metrics, orders::orders);
    }

    @Override
    public List<Consumer<FlowState>> viewers() {
      return List.of(orders, fleet);
    }

    @Override
    public Map<String, String> figures() {
      return fleet.figures();
    }

    @Override
    public void start() {
      fleet.start();
    }

    @Override
    public void close() {
      fleet.close();
      orders.close();
    }
  }
}
