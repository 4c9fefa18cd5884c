package org.libstation.central;

import java.util.List;
import java.util.Optional;

/// What a probe found out. Nothing in it names a person, a card or an item.
public interface ProbeReport {
  /// Why it could not go on; empty where all was asked.
  Optional<String> stopped();

  /// The loan that the test item was lent for; empty when it was not.
  Optional<LoanSeen> loan();

  /// For the terminal.
  ///
  /// @param base as of [#dialect]
  /// @param remarks what else the library must know
  List<String> told(Optional<DialectFile> base, List<String> remarks);

  /// The blocks of a page for the commissioning folder.
  ///
  /// @param base as of [#dialect]
  List<Block> page(Optional<DialectFile> base, List<String> remarks);

  /// A dialect file that says what was found; empty where the protocol has none.
  ///
  /// @param base the dialect that holds where nothing was found; empty: the one that fits best
  /// @param system which central system, in words
  /// @param when the day and hour of the probe
  Optional<String> dialect(
      Optional<DialectFile> base, String system, String when, List<String> remarks);

  /// What went to and fro, a line each, masked.
  List<String> transcript();

  /// A block of a page.
  ///
  /// @param title empty = none
  record Block(String title, List<ProbeReportRow> rows) {
    public Block {
      rows = List.copyOf(rows);
    }

    /// A block of plain lines.
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
