package org.libstation.command.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.libstation.device.Receipt;

/// The page for the commissioning folder.
final class ProbeSheet {
  private static final Receipt.Align LEFT = Receipt.Align.LEFT;

  private final List<Receipt.Line> lines = new ArrayList<>();

  private ProbeSheet() {}

  /// @param ranked all dialects that are shipped, the best first
  /// @param remarks what else the library must know
  static Receipt page(
      Findings found, List<Fit> ranked, List<String> remarks, String system, String when) {
    ProbeSheet sheet = new ProbeSheet();
    sheet.lines.add(new Receipt.Text("Central system, as probed", Receipt.Style.LARGE, LEFT));
    sheet.text(system);
    sheet.text(when);
    sheet.block("Dialects", Fit.words(ranked));
    sheet.block("Requests", found.requests().stream().map(Findings.Request::toString).toList());
    List<String> must = new ArrayList<>();
    found.questions().forEach(each -> must.add(each.toString()));
    must.addAll(remarks);
    sheet.block("To know", must);
    sheet.switches(found);
    sheet.block("Not tried", ranked.getFirst().untried(found).keySet().stream().toList());
    sheet.speeds(found);
    sheet.block("Noted", found.notes());
    sheet.block("Undone", found.undone());
    sheet.block("NOT undone", found.notUndone());
    sheet.lines.add(new Receipt.Rule());
    sheet.text("Checked by (name, date):");
    sheet.lines.add(new Receipt.Space());
    return new Receipt("en", sheet.lines);
  }

  private void switches(Findings found) {
    lines.add(new Receipt.Rule());
    for (Findings.Finding each : found.switches()) {
      lines.add(new Receipt.Pair(each.key(), each.value(), Receipt.Style.BOLD));
      text(each.reason());
    }
  }

  private void speeds(Findings found) {
    lines.add(new Receipt.Rule());
    found
        .speeds()
        .forEach(
            (code, speed) ->
                lines.add(
                    new Receipt.Pair(
                        "answers to " + code + " (" + speed.answers() + ")",
                        String.format(
                            Locale.ROOT,
                            "p50 %d ms, p95 %d ms",
                            speed.p50().toMillis(),
                            speed.p95().toMillis()),
                        Receipt.Style.NORMAL)));
  }

  private void block(String title, List<String> items) {
    lines.add(new Receipt.Rule());
    lines.add(new Receipt.Text(title, Receipt.Style.BOLD, LEFT));
    if (items.isEmpty()) {
      text("nothing");
    }
    items.forEach(this::text);
  }

  private void text(String words) {
    lines.add(new Receipt.Text(words, Receipt.Style.NORMAL, LEFT));
  }
}
