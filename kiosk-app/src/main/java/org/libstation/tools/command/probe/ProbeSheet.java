package org.libstation.tools.command.probe;

import java.util.ArrayList;
import java.util.List;
import org.libstation.central.ProbeReport;
import org.libstation.device.Receipt;
import org.libstation.flow.state.Language;

/// Makes the page for the commissioning folder.
final class ProbeSheet {
  private static final Receipt.Align LEFT = Receipt.Align.LEFT;

  private ProbeSheet() {}

  static Receipt page(List<ProbeReport.Block> blocks, String system, String when) {
    List<Receipt.Line> lines = new ArrayList<>();
    lines.add(new Receipt.Text("Central system, as probed", Receipt.Style.LARGE, LEFT));
    lines.add(text(system));
    lines.add(text(when));
    for (ProbeReport.Block block : blocks) {
      lines.add(new Receipt.Rule());
      if (!block.title().isEmpty()) {
        lines.add(new Receipt.Text(block.title(), Receipt.Style.BOLD, LEFT));
      }
      block.rows().forEach(row -> lines.add(line(row)));
    }
    lines.add(new Receipt.Rule());
    lines.add(text("Checked by (name, date):"));
    lines.add(new Receipt.Space());
    return Receipt.of(Language.OF_STAFF.tag(), lines);
  }

  private static Receipt.Line line(ProbeReport.ProbeReportRow row) {
    return switch (row) {
      case ProbeReport.ProbeReportRow.TextRow(String words) -> text(words);
      case ProbeReport.ProbeReportRow.NamedValueRow(String name, String value, boolean bold) ->
          new Receipt.Pair(name, value, bold ? Receipt.Style.BOLD : Receipt.Style.NORMAL);
    };
  }

  private static Receipt.Line text(String words) {
    return new Receipt.Text(words, Receipt.Style.NORMAL, LEFT);
  }
}
