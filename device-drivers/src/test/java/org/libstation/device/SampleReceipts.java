package org.libstation.device;

import java.util.ArrayList;
import java.util.List;
import org.libstation.device.Receipt.Align;
import org.libstation.device.Receipt.Line;
import org.libstation.device.Receipt.Style;

/// A loan receipt in each of the three languages, for tests.
public final class SampleReceipts {
  public static final String QR_TEXT = "https://library.example/r/7F3K9";

  private SampleReceipts() {}

  public static Receipt traditional() {
    return receipt(
        "zh-Hant-HK",
        List.of("海濱公共圖書館", "自助借閱收據", "2026年11月25日 14:02", "借出", "應還日期", "共借出 3 件", "多謝使用，請依時歸還。"),
        List.of("香港植物誌（第一卷）", "骨與直角", "The Old Man and the Sea"));
  }

  public static Receipt simplified() {
    return receipt(
        "zh-Hans",
        List.of("海滨公共图书馆", "自助借阅收据", "2026年11月25日 14:02", "借出", "应还日期", "共借出 3 件", "谢谢使用，请按时归还。"),
        List.of("中国古代建筑史", "骨与直角", "The Old Man and the Sea"));
  }

  public static Receipt english() {
    return receipt(
        "en",
        List.of(
            "Harbour Public Library",
            "Self-service receipt",
            "25 November 2026, 14:02",
            "Borrowed",
            "Due",
            "3 items borrowed",
            "Thank you. Please return on time."),
        List.of(
            "A Field Guide to the Birds of Hong Kong and South China", "Café Society", "香港植物誌"));
  }

  private static Receipt receipt(String language, List<String> words, List<String> titles) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Receipt.Text(words.get(0), Style.LARGE, Align.CENTRE));
    lines.add(new Receipt.Text(words.get(1), Style.NORMAL, Align.CENTRE));
    lines.add(new Receipt.Text(words.get(2), Style.NORMAL, Align.CENTRE));
    lines.add(new Receipt.Space());
    lines.add(new Receipt.Rule());
    lines.add(new Receipt.Text(words.get(3), Style.BOLD, Align.LEFT));
    lines.add(new Receipt.Space());
    for (String title : titles) {
      lines.add(new Receipt.Text(title, Style.NORMAL, Align.LEFT));
      lines.add(new Receipt.Pair("31234000012342", words.get(4) + " 2026-12-09", Style.NORMAL));
      lines.add(new Receipt.Space());
    }
    lines.add(new Receipt.Rule());
    lines.add(new Receipt.Text(words.get(5), Style.BOLD, Align.LEFT));
    lines.add(new Receipt.Qr(QR_TEXT));
    lines.add(new Receipt.Text(words.get(6), Style.NORMAL, Align.CENTRE));
    return Receipt.of(language, lines);
  }
}
