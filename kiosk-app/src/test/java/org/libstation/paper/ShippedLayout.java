package org.libstation.paper;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.language.Texts;
import org.libstation.station.NoticeOnPaper;
import org.libstation.station.ProofOfReturn;
import org.libstation.station.ReceiptComposer;
import org.libstation.station.RenewOnPaper;

/// The template and the texts that come with the program.
public final class ShippedLayout {
  private static final Path CONFIG = Path.of("..", "config");

  private ShippedLayout() {}

  public static Layout layout() {
    return LayoutFile.read(CONFIG.resolve("receipts").resolve("slip.layout"), texts(), 576);
  }

  /// Slips of a library that is called that, at a station that is called that too.
  public static ReceiptComposer receipts(StationBanner banner) {
    Map<Language, String> names =
        Map.of(Language.EN, "Library", Language.ZH_HANS, "图书馆", Language.ZH_HANT_HK, "圖書館");
    return new ReceiptComposer(
        texts(),
        names,
        names,
        ZoneId.of("Asia/Hong_Kong"),
        banner,
        layout(),
        RenewOnPaper.NONE,
        NoticeOnPaper.NONE,
        ProofOfReturn.NONE);
  }

  public static Texts texts() {
    return Texts.load(CONFIG.resolve("texts"), Optional.empty());
  }
}
