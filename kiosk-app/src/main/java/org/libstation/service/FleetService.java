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

/// Connects a station to a fleet, for reports and remote orders. It comes in its own archive
/// (`fleet`), found by [ServiceLoader]. A station starts and serves without it.
public interface FleetService {
  /// File of the orders that a station has received, in its data directory; missing before the
  /// first order.
  String ORDERS_FILE = "fleet-orders.properties";

  /// Connects a station whose settings name a broker. Nothing runs before [FleetLink#start()].
  FleetLink link(Site site, Metrics metrics, StationAccess station);

  /// Forgets the orders of a station that left its fleet.
  ///
  /// @param data the station's data directory
  void forget(Path data, EventTime now);

  /// Judges the fleet connection by the running station's reports.
  ///
  /// @param data the station's data directory
  Verdict told(FleetPlace place, Path data, Optional<HealthFile.Health> health);

  /// Tests the broker as the station would use it, with an empty message.
  ///
  /// @param config the site's directory; paths of fleet files are relative to it
  Verdict tried(FleetPlace place, Path config, Path data);

  /// Finds the fleet archive; empty if it is not installed.
  static Optional<FleetService> present() {
    return ServiceLoader.load(FleetService.class).findFirst();
  }

  /// The verdict if a site names a broker but the archive is missing.
  static Verdict absent() {
    return new Verdict.Unproven(CheckPhrase.of("told.fleet.absent"));
  }

  /// A running connection.
  interface FleetLink extends AutoCloseable {
    /// Receivers of each new state. The flow's thread calls them, so they must return at once.
    List<Consumer<FlowState>> viewers();

    /// Figures about faults, for [HealthFile.Health#more()].
    Map<String, String> figures();

    void start();

    /// Ends the connection, after a report that the station ends if it can be sent at once.
    @Override
    void close();
  }
}
