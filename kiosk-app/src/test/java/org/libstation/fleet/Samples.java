package org.libstation.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.site.FleetPlace;
import org.libstation.site.TlsPlace;

/// News as a station has them.
public final class Samples {
  public static final HourFigures NOTHING =
      new HourFigures(
          Instant.EPOCH,
          HourFigures.Ages.NONE,
          HourFigures.Ages.NONE,
          List.of(),
          Optional.empty(),
          Counts.NONE);

  /// A state with each member, as a station says it: its journal fails, its pad needs a hand.
  public static final String STATE =
      "{\"schema\":\"libstation-fleet-1\",\"id\":\"3f9a0c12\",\"boot\":7,\"number\":42,"
          + "\"at\":\"2026-11-30T10:20:05Z\",\"version\":\"1.4.0\",\"serves\":\"out-of-service\","
          + "\"code\":\"K21\",\"first-fault\":{\"part\":\"device\",\"device\":\"pad\","
          + "\"code\":\"E11\"},\"devices\":[{\"name\":\"pad\",\"condition\":\"needs-hand\","
          + "\"code\":\"E11\"},{\"name\":\"printer\",\"condition\":\"ready\"}],"
          + "\"link\":\"silent\",\"journal\":\"failing\",\"bin\":{\"percent\":80,\"full\":true},"
          + "\"paper\":\"near-end\",\"policy\":{\"version\":\"2026-1\","
          + "\"confirmed-hours\":30,\"old\":true},"
          + "\"clock\":{\"doubtful\":true,\"apart-seconds\":-90},"
          + "\"figures\":{\"until\":\"2026-11-30T10:00:00Z\","
          + "\"open\":{\"under-a-day\":0,\"under-a-week\":0,\"older\":0},"
          + "\"staff-lines\":{\"under-a-day\":0,\"under-a-week\":0,\"older\":0},"
          + "\"staff-kinds\":{},\"totals\":{\"loans\":0,\"offline-loans\":0,\"returns\":0,"
          + "\"renewals\":0,\"refused\":0,\"unanswered\":0}}}";

  private Samples() {}

  /// The station `hkpl/central/box-2` of a fleet whose broker is at this machine; it takes no
  /// orders.
  public static FleetPlace place(int port) {
    return new FleetPlace(
        "localhost",
        port,
        "libstation",
        "hkpl",
        "central",
        "box-2",
        "",
        new TlsPlace(false, "", "", "", ""),
        List.of(),
        List.of());
  }

  public static News news(LinkState link, HourFigures figures) {
    return new News(
        News.Serves.YES,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        link,
        JournalHealth.GOOD,
        new News.Bin(OptionalInt.empty(), false, false),
        News.PaperSupply.GOOD,
        Optional.empty(),
        new News.Clock(false, OptionalLong.empty()),
        figures);
  }
}
