package org.libstation.wiring;

import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.libstation.flow.FlowSettings;
import org.libstation.flow.Language;
import org.libstation.flow.StationFacts.Banner;
import org.libstation.flow.StationFacts.Role;
import org.libstation.run.ReceiptComposer;
import org.libstation.screen.SiteNames;
import org.libstation.slip.Layout;
import org.libstation.text.Texts;

/// The site's settings as the flow, the receipts and the screens want them.
final class FlowParts {
  private FlowParts() {}

  static FlowSettings settings(StationSettings settings) {
    FlowSettings standard = FlowSettings.standard();
    return new FlowSettings(
        language(settings.language()),
        banner(settings.mode()),
        Role.LEND_AND_RETURN,
        Duration.ofSeconds(settings.patron().idleSeconds()),
        Duration.ofSeconds(settings.patron().warningSeconds()),
        standard.mostExtensions(),
        standard.quiet(),
        standard.placeAgainTries(),
        standard.placeAgainWait(),
        standard.answerLimit(),
        standard.takeAway(),
        standard.receiptChoice(),
        standard.printing(),
        standard.done(),
        settings.patron().pinRequired() ? FlowSettings.PinRule.ALWAYS : FlowSettings.PinRule.NEVER,
        standard.mostPinDigits(),
        standard.pinTries(),
        standard.technicianTries(),
        standard.technicianLock(),
        standard.technicianIdle(),
        settings.payment().possible(),
        settings.patron().askCount(),
        Duration.ofSeconds(settings.patron().comeBackSeconds()));
  }

  static ReceiptComposer receipts(Texts texts, StationSettings settings, Layout layout) {
    return new ReceiptComposer(
        texts,
        byLanguage(settings.library()),
        byLanguage(settings.name()),
        ZoneId.of(settings.central().zone()),
        banner(settings.mode()),
        layout);
  }

  /// Dots across the paper of the site's printer; 80 mm where nothing says otherwise.
  static int paperDots(StationSettings settings) {
    StationSettings.DeviceEntry printer = settings.devices().get("printer");
    String dots = printer == null ? "576" : printer.options().getOrDefault("dots", "576");
    return dots.equals("384") ? 384 : 576;
  }

  static SiteNames names(StationSettings settings) {
    return new SiteNames(byLanguage(settings.library()), byLanguage(settings.name()));
  }

  static Banner banner(StationSettings.Mode mode) {
    return switch (mode) {
      case LIVE -> Banner.NONE;
      case DEMO -> Banner.DEMO;
      case TRAINING -> Banner.TRAINING;
    };
  }

  static Language language(String tag) {
    for (Language language : Language.values()) {
      if (language.tag().equals(tag)) {
        return language;
      }
    }
    throw new IllegalArgumentException("no language " + tag);
  }

  private static Map<Language, String> byLanguage(Map<String, String> texts) {
    Map<Language, String> byLanguage = new EnumMap<>(Language.class);
    texts.forEach((tag, text) -> byLanguage.put(language(tag), text));
    return byLanguage;
  }
}
