package org.libstation.lab.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.lab.scenario.Bench.TagOnPad;

/// State of the devices, the station and the library at one look.
///
/// @param on whether the station has power and runs
/// @param screen the screen it shows; empty without power
/// @param link whether the station can reach its central system; empty without power
/// @param pad tags on the pad, with their state
/// @param flapLocked whether the drop's flap is locked
/// @param paperIn whether the printer has a roll
/// @param tickets number of tickets that came out of the printer
/// @param unplugged names of unplugged devices
/// @param loans the borrowers' cards by barcode of the item, from the library's ledger
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

  /// State before the first look.
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

  /// The rest of the first of the station's lines that begins with this word.
  static Optional<String> word(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .findFirst();
  }
}
