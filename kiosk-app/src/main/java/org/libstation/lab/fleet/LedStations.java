package org.libstation.lab.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Stations at a running broker, controlled by the measuring program. Each input line is a
/// station's number, from 0: its bin becomes full, or no longer full. The moment is printed, in
/// microseconds since 1970. The stations end with the input.
public final class LedStations {
  private LedStations() {}

  /// A station's name, `LIBRARY/PLACE/STATION`.
  static String name(int stations, int number) {
    return "desks" + stations + "/branch-" + number / 5 + "/box-" + number % 5;
  }

  /// @param folder for the stations' files
  /// @param port of the broker on this machine
  /// @param told takes each moment
  public static void run(Path folder, int port, int stations, InputStream in, Consumer<String> told)
      throws IOException {
    InstantSource clock = InstantSource.system();
    List<SimulatedStation> all = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (int i = 0; i < stations; i++) {
        SimulatedStation station =
            new SimulatedStation(
                folder.resolve(stations + "-" + i),
                name(stations, i),
                BrokerNodes.open(port),
                clock,
                i);
        all.add(station);
        station.start();
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        SimulatedStation station = all.get(Integer.parseInt(line.strip()));
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        station.full(!station.full());
        told.accept(String.valueOf(now));
      }
    } finally {
      for (SimulatedStation each : all) {
        each.close();
      }
    }
  }
}
