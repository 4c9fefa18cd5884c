package org.libstation.station.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.libstation.circulation.Money;
import org.libstation.circulation.PartsTaken;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LibraryNews;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.flow.state.StationFacts.StationRole;
import org.libstation.language.Texts;
import org.libstation.paper.Layout;
import org.libstation.screen.SiteNames;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.site.DeviceName;
import org.libstation.site.ScreenSettings;
import org.libstation.site.StationSettings;
import org.libstation.site.Surroundings;
import org.libstation.station.NoticeOnPaper;
import org.libstation.station.ProofOfReturn;
import org.libstation.station.ReceiptComposer;
import org.libstation.station.RenewOnPaper;

/// Converts the site's settings into those of the flow, the receipts and the screens.
public final class FlowParts {
  /// Width of the printer's font A.
  private static final int DOTS_A_CHARACTER = 12;

  private static final int USUAL_DOTS = 576;

  private FlowParts() {}

  /// @param booked which parts of a debt the central system books; empty if it books no payments.
  ///   Then the station takes none, even with a terminal.
  public static FlowSettings settings(StationSettings settings, Optional<PartsTaken> booked) {
    return new FlowSettings(
        settings.language(),
        banner(settings.mode()),
        settings.role() == StationSettings.StationRoleSetting.BOOK_DROP
            ? StationRole.BOOK_DROP
            : StationRole.LEND_AND_RETURN,
        pays(settings, booked),
        new FlowSettings.VisitSettings(
            Duration.ofSeconds(settings.patron().idleSeconds()),
            Duration.ofSeconds(settings.patron().warningSeconds()),
            Duration.ofSeconds(settings.patron().comeBackSeconds()),
            settings.patron().pinRequired()
                ? FlowSettings.PinRule.ALWAYS
                : FlowSettings.PinRule.NEVER,
            settings.patron().askCount(),
            settings.patron().cardStays()),
        settings.opening().hours(),
        settings.drop().slip());
  }

  private static FlowSettings.Pays pays(StationSettings settings, Optional<PartsTaken> booked) {
    Currency currency = settings.central().currency();
    return new FlowSettings.Pays(
        settings.payment().possible() && booked.isPresent(),
        booked.orElse(PartsTaken.NONE),
        sum(settings.payment().least(), currency),
        sum(settings.payment().most(), currency));
  }

  private static Optional<Money> sum(String text, Currency currency) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Money.parse(text, currency));
  }

  /// Makes the composer of receipts from the site's settings.
  public static ReceiptComposer receipts(
      Texts texts,
      Path site,
      StationSettings settings,
      Layout layout,
      Supplier<LibraryNews> news,
      ProofOfReturn proofs) {
    NoticeOnPaper notice =
        settings.noticesOnReceipts()
            ? new NoticeOnPaper(news, paperDots(site, settings) / DOTS_A_CHARACTER)
            : NoticeOnPaper.NONE;
    return new ReceiptComposer(
        texts,
        settings.library(),
        settings.name(),
        settings.central().zone(),
        banner(settings.mode()),
        layout,
        new RenewOnPaper(
            settings.help().phone(), settings.help().hours(), settings.help().renewPage()),
        notice,
        proofs);
  }

  /// Width of the receipt paper in dots, from the printer's options or its device sheet. Defaults
  /// to 80 mm paper.
  ///
  /// @param site the directory of `station.yaml`
  public static int paperDots(Path site, StationSettings settings) {
    StationSettings.DeviceEntry printer = settings.devices().get(DeviceName.PRINTER);
    if (printer == null) {
      return USUAL_DOTS;
    }
    try {
      return Drivers.options(
              printer.model(),
              DeviceName.PRINTER.word(),
              DeviceAddress.parse(printer.address()),
              printer.options(),
              DeviceClock.system(),
              DeviceSheets.of(site.resolve("devices")))
          .stream()
          .filter(each -> each.key().equals("dots"))
          .map(each -> Integer.valueOf(printer.options().getOrDefault("dots", each.fallback())))
          .findFirst()
          .orElse(USUAL_DOTS);
    } catch (IllegalArgumentException _) {
      // The fault is reported when the device is made.
      return USUAL_DOTS;
    }
  }

  /// The names and surroundings of the site, in each language.
  public static SiteNames names(StationSettings settings) {
    Map<Language, SiteWords> surroundings = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      surroundings.put(language, surroundings(settings, language));
    }
    return new SiteNames(settings.library(), settings.name(), surroundings);
  }

  private static SiteWords surroundings(StationSettings settings, Language language) {
    Surroundings.HelpSettings help = settings.help();
    return new SiteWords(
        settings.alternatives().stream()
            .map(
                place ->
                    new SiteWords.SitePlace(
                        place.name().getOrDefault(language, ""),
                        place.minutes(),
                        place.where().getOrDefault(language, ""),
                        place.hours().getOrDefault(language, ""),
                        Set.copyOf(place.offers()),
                        place.place()))
            .toList(),
        new SiteWords.SiteHelp(
            help.phone(),
            help.hours().getOrDefault(language, ""),
            help.afterHoursPhone(),
            help.afterHours().getOrDefault(language, ""),
            help.page()),
        new SiteWords.DeskPicture(
            settings.screen().cards() == ScreenSettings.Side.LEFT,
            settings.devices().containsKey(DeviceName.PAD),
            settings.devices().containsKey(DeviceName.PRINTER),
            settings.patron().cardStays(),
            settings.payment().place()));
  }

  static StationBanner banner(StationSettings.Mode mode) {
    return switch (mode) {
      case LIVE -> StationBanner.NONE;
      case DEMO -> StationBanner.DEMO;
      case TRAINING -> StationBanner.TRAINING;
    };
  }
}
