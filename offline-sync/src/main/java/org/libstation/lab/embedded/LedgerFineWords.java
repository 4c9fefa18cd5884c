package org.libstation.lab.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.libstation.fines.Explained;

/// Describes a fine in plain words for the library's staff, for the ledger and its report.
final class LedgerFineWords {
  private LedgerFineWords() {}

  static String staff(Explained fine) {
    Explanation facts = Explanation.of(fine);
    List<String> parts = new ArrayList<>();
    String items = facts.items() == 1 ? "" : " x " + facts.items() + " items";
    parts.add(facts.daysCounted() + " days" + items + " x " + facts.perDay());
    for (Map.Entry<Explanation.Excluded, Integer> left : facts.excluded().entrySet()) {
      parts.add(
          left.getValue() + " not counted (" + left.getKey().name().toLowerCase(Locale.ROOT) + ")");
    }
    fine.stages()
        .forEach(
            stage ->
                parts.add("stage " + stage.number() + " on " + stage.day() + " " + stage.whole()));
    if (fine.assessment().percent() < 100) {
      parts.add("of it " + fine.assessment().percent() + " %");
    }
    if (facts.capped()) {
      parts.add("limited to the maximum");
    }
    parts.add("calendar " + facts.calendarVersion());
    parts.add("policy " + facts.policyVersion());
    return String.join("; ", parts);
  }
}
