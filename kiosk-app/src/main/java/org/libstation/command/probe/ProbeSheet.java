package org.libstation.command.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.libstation.device.Receipt;

/// The page for the commissioning folder.
final class ProbeSheet {
  private ProbeSheet() {}

  static Receipt page(Findings found, String system, String when) {
    List<Receipt.Line> lines = new ArrayList<>();
    lines.add(large("Central system, as probed"));
    lines.add(text(system));
    lines.add(text(when));
    lines.add(new Receipt.Rule());
    for (Findings.Finding each : found.switches()) {
      lines.add(new Receipt.Pair(each.key(), each.value(), Receipt.Style.BOLD));
      lines.add(text(each.reason()));
    }
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
    block(lines, "Noted", found.notes());
    block(lines, "Undone", found.undone());
    block(lines, "NOT undone", found.notUndone());
    lines.add(new Receipt.Rule());
    lines.add(text("Checked by (name, date):"));
    lines.add(new Receipt.Space());
    return new Receipt("en", lines);
  }

  private static void block(List<Receipt.Line> lines, String title, List<String> items) {
    lines.add(new Receipt.Rule());
    lines.add(new Receipt.Text(title, Receipt.Style.BOLD, Receipt.Align.LEFT));
    if (items.isEmpty()) {
      lines.add(text("nothing"));
    }
    items.forEach(item -> lines.add(text(item)));
  }

  private static Receipt.Line large(String words) {
    return new Receipt.Text(words, Receipt.Style.LARGE, Receipt.Align.LEFT);
  }

  private static Receipt.Line text(String words) {
    return new Receipt.Text(words, Receipt.Style.NORMAL, Receipt.Align.LEFT);
  }
}
