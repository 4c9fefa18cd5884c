package org.libstation.station.parts;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.libstation.central.CentralLine;
import org.libstation.central.CentralOption;
import org.libstation.central.CentralPromises;
import org.libstation.central.CentralProvider;
import org.libstation.central.CentralSettings;
import org.libstation.central.CentralSystem;
import org.libstation.central.Centrals;
import org.libstation.central.WrongSettingException;
import org.libstation.central.link.EncryptionProbe;
import org.libstation.central.link.LineFault;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.link.TimedTransport;
import org.libstation.central.link.TlsTrust;
import org.libstation.central.link.Transport;
import org.libstation.circulation.PartsTaken;
import org.libstation.circulation.StationClock;
import org.libstation.site.CentralPlace;
import org.libstation.site.DialectFiles;
import org.libstation.site.Reason;
import org.libstation.site.Reason.Word;
import org.libstation.site.SettingsFile;
import org.libstation.site.StationSettings;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.CentralHabits.Habit;
import org.libstation.sync.LookAgainSettings;
import org.libstation.sync.SyncSettings;

/// The central system of a site, as its settings say. What stands here is all that the rest of the
/// program knows of how it is spoken to: nobody else asks for a dialect or a transport.
public final class SiteCentral {
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final StationSettings settings;
  private final Path config;
  private final CentralLine line;

  private SiteCentral(StationSettings settings, Path config, CentralLine line) {
    this.settings = settings;
    this.config = config;
    this.line = line;
  }

  /// @param config the site's directory; certificates and dialects lie relative to it
  /// @throws org.libstation.site.SiteProblem when a file of its dialect cannot be, or the site
  ///   lacks what it needs
  public static SiteCentral of(StationSettings settings, Path config) {
    return new SiteCentral(settings, config, line(settings.central(), config));
  }

  /// Looks at all that a connection needs, and makes none.
  ///
  /// @throws org.libstation.site.SiteProblem as [#of] and [#system] would
  public static void check(StationSettings settings, Path config) {
    Object _ = of(settings, config).transport();
  }

  /// Not connected before something is asked of it.
  public CentralSystem system(StationClock clock) {
    return line.system(transport(), clock);
  }

  /// What is wrong with a connection to it, made without a login; empty where nothing is.
  ///
  /// @throws org.libstation.site.SiteProblem as [#system]
  public Optional<LineFault> look() {
    CentralPlace place = settings.central();
    return new EncryptionProbe(TcpTransport.plain(place.host(), place.port()))
        .look(
            transport(place, config), Centrals.of(place.protocol()).orElseThrow().greeting(), LOOK);
  }

  /// The same, with each round trip measured.
  public CentralSystem timed(StationClock clock, Consumer<Duration> trips) {
    return line.system(new TimedTransport(transport(), clock::monotonic, trips), clock);
  }

  /// A second line beside the first, where the central system takes one.
  public OutboxLine second(StationClock clock) {
    return new OutboxLine(line.takesTwo() ? Optional.of(system(clock)) : Optional.empty());
  }

  private Transport transport() {
    return transport(settings.central(), config);
  }

  private static TcpTransport transport(CentralPlace settings, Path config) {
    Optional<TlsTrust> trust = settings.tls().trust(config);
    if (trust.isEmpty()) {
      return TcpTransport.plain(settings.host(), settings.port());
    }
    try {
      return TcpTransport.tls(settings.host(), settings.port(), trust.get().context());
    } catch (IOException unreadable) {
      throw SettingsFile.problem(
          config,
          "station.central.tls",
          "a file cannot be read: " + unreadable.getMessage(),
          Reason.of(Word.NO_FILE, "", file(unreadable)));
    } catch (GeneralSecurityException unfit) {
      throw SettingsFile.problem(
          config, "station.central.tls", unfit.getMessage(), Reason.of(Word.BAD_TLS));
    }
  }

  /// Which file could not be read, where that is told.
  private static String file(IOException unreadable) {
    return unreadable instanceof FileSystemException named && named.getFile() != null
        ? String.valueOf(Path.of(named.getFile()).getFileName())
        : "PEM";
  }

  private static CentralLine line(CentralPlace settings, Path config) {
    CentralProvider provider = Centrals.of(settings.protocol()).orElseThrow();
    options(provider, settings, config);
    try {
      return provider.line(
          new CentralSettings(
              settings.institution(),
              settings.location(),
              settings.user(),
              settings.password(),
              settings.zone(),
              settings.currency(),
              settings.options()),
          provider
              .dialects()
              .map(folder -> new DialectFiles(config, folder).read(settings.dialect())));
    } catch (WrongSettingException wrong) {
      throw SettingsFile.problem(
          config, "station." + wrong.key(), "expected " + wrong.expected(), Reason.of(wrong));
    }
  }

  private static void options(CentralProvider provider, CentralPlace settings, Path config) {
    Map<String, CentralOption> known =
        provider.options().stream()
            .collect(Collectors.toMap(CentralOption::key, Function.identity()));
    settings
        .options()
        .forEach(
            (key, value) -> {
              CentralOption option = known.get(key);
              Reason expected =
                  option == null ? Reason.unknownKey(known.keySet()) : Reason.expected(option);
              if (option == null || !option.allows(value)) {
                throw SettingsFile.problem(
                    config,
                    "station.central.options." + key,
                    "expected " + expected.english(),
                    expected);
              }
            });
  }

  /// What parts of a debt it books; empty where it books no payment at all.
  public Optional<PartsTaken> payments() {
    return Optional.of(line.promises())
        .filter(CentralPromises::paymentsTaken)
        .map(CentralPromises::parts);
  }

  /// @param loanDays the loan periods of the rules, as they are at any moment
  public CentralHabits habits(Supplier<List<Integer>> loanDays) {
    CentralPromises promises = line.promises();
    Map<Habit, Boolean> known =
        Map.of(
            Habit.RECALLED_IS_ON_LOAN,
            promises.recalledIsOnLoan(),
            Habit.PIN_TO_SETTLE,
            promises.pinToSettle(),
            Habit.PIN_TO_RENEW,
            promises.pinToRenew(),
            Habit.HOLDS_AT_EMPTYING,
            settings.drop().holds() == StationSettings.Holds.AT_EMPTYING,
            Habit.RETURN_DATE_IGNORED,
            promises.returnDateIgnored(),
            Habit.LOAN_DATE_KEPT,
            promises.loanDateKept(),
            Habit.RENEWAL_MOVES_DUE,
            promises.renewalMovesDue());
    Set<Habit> habits =
        known.keySet().stream().filter(known::get).collect(Collectors.toUnmodifiableSet());
    return new CentralHabits(
        settings.central().zone(), habits, loanDays, CentralHabits.USUAL_ROLL_DAYS);
  }

  public static LookAgainSettings lookAgain(StationSettings.LookAgain settings) {
    return new LookAgainSettings(
        settings.perHour(), settings.sample(), LocalTime.of(settings.sampleFromHour(), 0));
  }

  /// How long is waited for what, as the site and the dialect want it.
  public SyncSettings settling() {
    StationSettings.SettlingSettings wanted = settings.settling();
    return SyncSettings.of(
        Duration.ofSeconds(wanted.quarantineSeconds()),
        Duration.ofSeconds(wanted.patronDeadlineSeconds()),
        Duration.ofSeconds(wanted.resumableSeconds()),
        wanted.goodAnswers(),
        Duration.ofSeconds(wanted.probeSeconds()),
        CentralLine.keepAlive(line.idleDrop(), SyncSettings.KEEP_ALIVE));
  }
}
