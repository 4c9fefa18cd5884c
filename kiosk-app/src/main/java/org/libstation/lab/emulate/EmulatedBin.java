package org.libstation.lab.emulate;

import java.util.List;
import java.util.Optional;
import org.libstation.lab.twin.BookDrop;

/// Emulates a book drop: flap, photo-eye, bin, distance sensor and lock.
final class EmulatedBin implements Emulated {
  private final BookDrop twin;

  EmulatedBin(BookDrop twin) {
    this.twin = twin;
  }

  @Override
  public List<String> help() {
    return List.of(
        "beam dark|clear        something is before the photo-eye, or nothing",
        "distance MM            from the sensor to what lies in the bin, in millimetres",
        "flap open|closed",
        "bin out|in             the bin is taken out, or stands in its place",
        "lock                   whether the station has locked the flap");
  }

  @Override
  public Optional<String> act(List<String> words) {
    if (words.equals(List.of("lock"))) {
      return Optional.of(twin.output(BookDrop.LOCK) ? "locked" : "not locked");
    }
    if (words.size() != 2) {
      return Optional.empty();
    }
    if (words.getFirst().equals("distance")) {
      return distance(words.get(1));
    }
    return switch (String.join(" ", words)) {
      case "beam dark" -> done(() -> twin.beam(true));
      case "beam clear" -> done(() -> twin.beam(false));
      case "flap open" -> done(() -> twin.flapClosed(false));
      case "flap closed" -> done(() -> twin.flapClosed(true));
      case "bin out" -> done(() -> twin.binPresent(false));
      case "bin in" -> done(() -> twin.binPresent(true));
      default -> Optional.empty();
    };
  }

  private Optional<String> distance(String millimetres) {
    if (!millimetres.matches("[0-9]{1,4}")) {
      return Optional.empty();
    }
    return done(() -> twin.distance(Integer.parseInt(millimetres)));
  }

  private static Optional<String> done(Runnable change) {
    change.run();
    return Optional.of("ok");
  }
}
