package org.libstation.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.lab.embedded.LibraryDialects;

/// A day of one station in a town: simulated time, power that may go, the library with its counter,
/// the station's cabinet on a real file, and what happened, for the message of a failure.
public abstract class TownDay implements AutoCloseable {
  protected final Path directory = temporary();
  protected final SimulatedTime time = new SimulatedTime();
  protected final Power power = new Power();
  protected final Town town;
  protected final Cabinet cabinet;
  private final List<String> history = new ArrayList<>();

  protected TownDay(long seed) {
    this(seed, Bug.NONE, LibraryDialects.embedded().habits().renewsFrom());
  }

  /// @param renewsFrom from which day the library counts a renewed loan
  protected TownDay(long seed, Bug bug, Sip2Habits.RenewsFrom renewsFrom) {
    this.town = new Town(time, renewsFrom);
    this.cabinet = new Cabinet(directory, time, town.stationWire(), power, bug, seed);
  }

  /// A memory disk where there is one: every write is synced, and there are many.
  private static Path temporary() {
    try {
      Path memory = Path.of("/dev/shm");
      return Files.isWritable(memory)
          ? Files.createTempDirectory(memory, "libstation-day")
          : Files.createTempDirectory("libstation-day");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Power power() {
    return power;
  }

  public Wire wire() {
    return town.stationWire();
  }

  public List<PatronId> patrons() {
    return town.patrons();
  }

  public List<ItemId> items() {
    return town.items();
  }

  public Cabinet cabinet() {
    return cabinet;
  }

  /// What happened, a line each.
  public String history() {
    return String.join("\n", history);
  }

  /// Adds what happens now, with the time and how the link is.
  protected void happens(String what) {
    note(time.now() + (wire().down() ? " (down) " : " ") + what);
  }

  protected void note(String line) {
    history.add(line);
  }

  @Override
  public void close() {
    cabinet.close();
    town.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
