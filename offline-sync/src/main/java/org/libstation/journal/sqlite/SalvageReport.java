package org.libstation.journal.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What a salvage found and did, in numbers.
///
/// @param line the entry with the staff line about what could not be read; empty if there is none
public record SalvageReport(SalvageFindings found, BroughtOver broughtOver, OptionalLong line) {

  /// @param damaged whether any part of the files could not be read, or does not fit the rest
  public record SalvageFindings(int entriesRead, Lost entries, Lost marks, boolean damaged) {}

  /// @param now open entries brought into the new journal by this run
  /// @param before open entries brought over by an earlier run
  /// @param toStaff how many of those of this run got a staff line
  /// @param cards how many of them have their card, sealed for this machine
  /// @param cardsShut how many of them have a card that only the recovery key opens
  public record BroughtOver(int now, int before, int toStaff, int cards, int cardsShut) {}

  /// Describes the report for the technician.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("entries read        " + found.entriesRead());
    lines.add("entries lost        " + lost(found.entries()));
    lines.add("marks lost          " + lost(found.marks()));
    lines.add("brought over        " + broughtOver.now());
    lines.add("brought over before " + broughtOver.before());
    lines.add("handed to staff     " + broughtOver.toStaff());
    lines.add("cards kept          " + broughtOver.cards());
    lines.add("cards for recovery  " + broughtOver.cardsShut());
    lines.add("file damaged        " + (found.damaged() ? "yes" : "no"));
    if (line.isPresent()) {
      lines.add(
          "staff line          entry %d: stays until a named person closes it (journal close)"
              .formatted(line.getAsLong()));
    }
    return List.copyOf(lines);
  }

  private static String lost(Lost lost) {
    return switch (lost) {
      case Lost.NoneKnown _ ->
          "none that the file knows of; what was written after it was copied or cut, it cannot"
              + " tell";
      case Lost.LossUnknown(long atLeast) when atLeast > 0 ->
          "an unknown number, at least " + atLeast;
      case Lost.LossUnknown _ -> "an unknown number";
    };
  }
}
