package org.libstation.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.libstation.check.CheckPhrase;
import org.libstation.check.HealthFile;
import org.libstation.check.Metrics;
import org.libstation.check.Verdict;
import org.libstation.circulation.EventTime;
import org.libstation.flow.state.FlowState;
import org.libstation.site.FleetPlace;
import org.libstation.site.Site;

/// News from a station to a fleet, and orders from there. It comes in an archive of its own
/// (`fleet`), found by [ServiceLoader]. A station starts and serves without it.
public interface FleetService {
  /// Of the orders that a station took, in its data directory; there is none before the first.
  String ORDERS_FILE = "fleet-orders.properties";

  /// Connects a station whose settings name a broker. Nothing runs before [FleetLink#start()].
  FleetLink link(Site site, Metrics metrics, StationAccess station);

  /// Forgets the orders of a station that had a fleet and has none now.
  ///
  /// @param data the station's data directory
  void forget(Path data, EventTime now);

  /// What is wrong with the fleet, as the running station told it.
  ///
  /// @param data the station's data directory
  Verdict told(FleetPlace place, Path data, Optional<HealthFile.Health> health);

  /// Whether the broker can be used: it is tried as the station would, with an empty message.
  ///
  /// @param config the site's directory; files of the fleet lie relative to it
  Verdict tried(FleetPlace place, Path config, Path data);

  /// The archive beside this program, where there is one.
  static Optional<FleetService> present() {
    return ServiceLoader.load(FleetService.class).findFirst();
  }

  /// Where a site names a broker and the archive is not there.
  static Verdict absent() {
    return new Verdict.Unproven(CheckPhrase.of("told.fleet.absent"));
  }

  /// A running connection.
  interface FleetLink extends AutoCloseable {
    /// Who takes each new state; called by the flow's thread, which never waits there.
    List<Consumer<FlowState>> viewers();

    /// What is wrong, for [HealthFile.Health#more()].
    Map<String, String> figures();

    void start();

    /// Says that the station ends, where that can be said at once.
    @Override
    void close();
  }
}
