package org.libstation.lab.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.fleet.Beside;
import org.libstation.fleet.FleetJournal;
import org.libstation.fleet.HourFigures;
import org.libstation.fleet.News;
import org.libstation.fleet.NewsDesk;
import org.libstation.fleet.NewsStore;
import org.libstation.fleet.StationName;
import org.libstation.fleet.Topics;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.journal.JournalEntry;
import org.libstation.sync.StepLoop;

/// The part of a station that a fleet sees: its own news desk, store and connection, over a journal
/// in memory. Its state is set by methods.
public final class SimulatedStation implements AutoCloseable {
  private final Function<Topics, Beside> beside;
  private final Path data;
  private final String name;
  private final InstantSource wall;
  private final Random random;
  private final BrokerNodes nodes;
  private final CutLine line;
  private final List<JournalEntry> entries = new CopyOnWriteArrayList<>();
  private volatile LinkState link = LinkState.ONLINE;
  private volatile boolean full;
  private @Nullable NewsDesk desk;
  private @Nullable StepLoop loop;
  private String id = "";

  /// Makes a station that takes no orders.
  public SimulatedStation(
      Path data, String name, BrokerNodes nodes, InstantSource wall, long seed) {
    this(data, name, nodes, wall, seed, _ -> Beside.NOTHING);
  }

  /// @param name `LIBRARY/PLACE/STATION`
  /// @param wall may run faster than real time, so that hours pass quickly
  /// @param beside further use of the connection, made anew at each start
  public SimulatedStation(
      Path data,
      String name,
      BrokerNodes nodes,
      InstantSource wall,
      long seed,
      Function<Topics, Beside> beside) {
    this.beside = beside;
    this.data = data;
    this.name = name;
    this.wall = wall;
    this.random = new Random(seed);
    this.nodes = nodes;
    this.line = new CutLine(nodes.ports());
  }

  /// Starts the program.
  public void start() {
    NewsStore store = NewsStore.open(data, random);
    id = store.id();
    Topics topics = Topics.of("libstation/v1", StationName.parse(name), id);
    NewsDesk fresh =
        new NewsDesk(
            nodes.broker(line),
            topics,
            "0.1.0",
            store,
            look -> look.accept(new SimulatedJournalReading()),
            figures -> Optional.of(news(figures)),
            Optional::empty,
            beside.apply(topics),
            new NewsDesk.Time(wall, () -> Duration.ofNanos(System.nanoTime()), random));
    StepLoop steps = new StepLoop("fleet " + name, fresh::step);
    desk = fresh;
    loop = steps;
    steps.start();
  }

  /// Kills the program without a goodbye: the connection is cut and no part goes on.
  public void kill() {
    NewsDesk now = desk;
    StepLoop steps = loop;
    if (now != null && steps != null) {
      line.cut();
      now.interrupt();
      steps.close();
      line.cut();
      now.end();
      desk = null;
    }
  }

  /// Ends the program in order.
  public void end() {
    NewsDesk now = desk;
    StepLoop steps = loop;
    if (now != null && steps != null) {
      now.interrupt();
      steps.close();
      now.end();
      desk = null;
    }
  }

  @Override
  public void close() throws IOException {
    end();
    line.close();
  }

  /// Cuts the connection, as if the network cable were pulled for a moment.
  public void cut() {
    line.cut();
  }

  public boolean runs() {
    return desk != null;
  }

  /// ID of the installation.
  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public LinkState link() {
    return link;
  }

  public void link(LinkState now) {
    link = now;
  }

  public boolean full() {
    return full;
  }

  /// Sets whether the bin is full.
  public void full(boolean now) {
    full = now;
  }

  /// Number of items ever returned.
  public int returns() {
    return entries.size();
  }

  /// Returns an item.
  public void returned() {
    EventTime now =
        new EventTime(
            wall.instant().atOffset(ZoneOffset.UTC),
            "boot",
            Duration.ZERO,
            Optional.empty(),
            false);
    entries.add(
        new JournalEntry(
            entries.size() + 1,
            now,
            new CirculationEvent.ItemReturned(
                new ItemId("30001234567890"), now, CirculationEvent.How.DROPPED, true),
            List.of(),
            false));
  }

  private News news(HourFigures figures) {
    return new News(
        News.Serves.YES,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        link,
        JournalHealth.GOOD,
        new News.Bin(OptionalInt.of(full ? 100 : 0), full, true),
        News.PaperSupply.GOOD,
        Optional.empty(),
        new News.Clock(false, OptionalLong.empty()),
        figures);
  }

  private final class SimulatedJournalReading implements FleetJournal.FleetJournalReading {
    @Override
    public Stream<JournalEntry> from(long number) {
      return entries.stream().filter(entry -> entry.number() >= number);
    }

    @Override
    public List<JournalEntry> open() {
      return List.of();
    }
  }
}
