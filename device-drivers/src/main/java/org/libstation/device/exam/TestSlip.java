package org.libstation.device.exam;

import java.util.ArrayList;
import java.util.List;
import org.libstation.device.Receipt;

/// The receipt printed in a printer's examination: every style, three languages, both kinds of
/// code.
public final class TestSlip {
  private TestSlip() {}

  public static Receipt receipt() {
    List<Receipt.Line> lines = new ArrayList<>();
    lines.add(new Receipt.Text("Libstation", Receipt.Style.LARGE, Receipt.Align.CENTRE));
    lines.add(new Receipt.Rule());
    for (Receipt.Style style : Receipt.Style.values()) {
      lines.add(new Receipt.Text("Test 測試 测试", style, Receipt.Align.LEFT));
    }
    lines.add(new Receipt.Pair("你好 您好 Hello", "123.45", Receipt.Style.NORMAL));
    lines.add(new Receipt.Space());
    lines.add(new Receipt.Codabar("A31234000012342B"));
    lines.add(new Receipt.Qr(ExamWishes.TEST_CODE));
    lines.add(new Receipt.Rule());
    return Receipt.of("zh-Hant-HK", lines);
  }
}
