package org.libstation.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.LinkState;

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

  private Samples() {}

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
