package org.libstation.central;

import java.util.List;
import java.util.Optional;

/// What a probe found out. It names no person, card or item.
public interface ProbeReport {
  /// Why the probe stopped early; empty if it asked everything.
  Optional<String> stopped();

  /// The loan of the test item; empty if the item was not lent.
  Optional<LoanSeen> loan();

  /// The report as lines for the terminal.
  ///
  /// @param base as in [#dialect]
  /// @param remarks what else the library must know
  List<String> told(Optional<DialectFile> base, List<String> remarks);

  /// The report as blocks of a page for the commissioning folder.
  ///
  /// @param base as in [#dialect]
  List<Block> page(Optional<DialectFile> base, List<String> remarks);

  /// Writes a dialect file from what was found; empty if the protocol has no dialects.
  ///
  /// @param base the dialect that fills what was not found; empty: the one that fits best
  /// @param system which central system, in words
  /// @param when day and hour of the probe
  Optional<String> dialect(
      Optional<DialectFile> base, String system, String when, List<String> remarks);

  /// All messages in both directions, one a line, masked.
  List<String> transcript();

  /// One block of a page.
  ///
  /// @param title empty for a block without a title
  record Block(String title, List<ProbeReportRow> rows) {
    public Block {
      rows = List.copyOf(rows);
    }

    /// A block of plain lines; the word `nothing` stands for an empty list.
    public static Block of(String title, List<String> lines) {
      List<String> said = lines.isEmpty() ? List.of("nothing") : lines;
      return new Block(
          title, said.stream().<ProbeReportRow>map(ProbeReportRow.TextRow::new).toList());
    }
  }

  /// A row of a block.
  sealed interface ProbeReportRow {
    record TextRow(String words) implements ProbeReportRow {}

    record NamedValueRow(String name, String value, boolean bold) implements ProbeReportRow {}
  }
}
