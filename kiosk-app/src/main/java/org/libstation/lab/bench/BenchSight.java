package org.libstation.lab.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.lab.scenario.Bench.TagOnPad;

/// What was seen at the devices, the station and the library in one look.
///
/// @param on whether the station has power and runs
/// @param screen the screen it shows; empty without power
/// @param link whether the station counts its central system as there; empty without power
/// @param pad what lies on the pad, with the state of each tag
/// @param flapLocked whether the lock of the drop's flap is drawn
/// @param paperIn whether the printer has a roll
/// @param tickets how many tickets came out of the printer
/// @param unplugged names of devices without a cable
/// @param loans the cards of those who have items, by barcode, from the library's ledger
record BenchSight(
    boolean on,
    Optional<String> screen,
    Optional<String> link,
    boolean cableIn,
    List<TagOnPad> pad,
    boolean flapLocked,
    boolean paperIn,
    int tickets,
    List<String> unplugged,
    Map<String, String> loans) {
  BenchSight {
    pad = List.copyOf(pad);
    unplugged = List.copyOf(unplugged);
    loans = Map.copyOf(loans);
  }

  /// Before the first look.
  static final BenchSight NOTHING =
      new BenchSight(
          false,
          Optional.empty(),
          Optional.empty(),
          true,
          List.of(),
          false,
          true,
          0,
          List.of(),
          Map.of());

  /// The rest of the first of the station's lines that begins with a word.
  static Optional<String> word(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .findFirst();
  }
}
