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

/// The central system of a site, built from its settings. All other code is independent of the
/// dialect and the transport.
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

  /// @param config the site's directory; paths of certificates and dialects are relative to it
  /// @throws org.libstation.site.SiteProblem if a dialect file is wrong, or the site lacks a
  ///   required setting
  public static SiteCentral of(StationSettings settings, Path config) {
    return new SiteCentral(settings, config, line(settings.central(), config));
  }

  /// Checks everything that a connection needs, without connecting.
  ///
  /// @throws org.libstation.site.SiteProblem as [#of] and [#system] would
  public static void check(StationSettings settings, Path config) {
    Object _ = of(settings, config).transport();
  }

  /// Makes the central system. It connects at the first request.
  public CentralSystem system(StationClock clock) {
    return line.system(transport(), clock);
  }

  /// Tests the connection without a login.
  ///
  /// @return what is wrong; empty if nothing is
  /// @throws org.libstation.site.SiteProblem as [#system]
  public Optional<LineFault> look() {
    CentralPlace place = settings.central();
    return new EncryptionProbe(TcpTransport.plain(place.host(), place.port()))
        .look(
            transport(place, config), Centrals.of(place.protocol()).orElseThrow().greeting(), LOOK);
  }

  /// Makes the central system and measures each round trip.
  public CentralSystem timed(StationClock clock, Consumer<Duration> trips) {
    return line.system(new TimedTransport(transport(), clock::monotonic, trips), clock);
  }

  /// Makes a second connection for the outbox, if the central system accepts two.
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

  /// The name of the file that could not be read, if known.
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

  /// Which parts of a debt the central system books; empty if it books no payments.
  public Optional<PartsTaken> payments() {
    return Optional.of(line.promises())
        .filter(CentralPromises::paymentsTaken)
        .map(CentralPromises::parts);
  }

  /// Returns the central system's peculiarities, as the dialect and the settings state them.
  ///
  /// @param loanDays supplies the current loan periods of the rules, in days
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

  /// Returns the timeouts and intervals of settling, from the site's settings and the dialect.
  public SyncSettings settling() {
    StationSettings.SettlingSettings wanted = settings.settling();
    SyncSettings usual = SyncSettings.USUAL;
    Duration probe = Duration.ofSeconds(wanted.probeSeconds());
    return usual.with(
        all ->
            all.inDoubt(
                    usual.inDoubt().withQuarantine(Duration.ofSeconds(wanted.quarantineSeconds())))
                .atDesk(
                    usual
                        .atDesk()
                        .with(
                            desk ->
                                desk.patronDeadline(
                                        Duration.ofSeconds(wanted.patronDeadlineSeconds()))
                                    .resumable(Duration.ofSeconds(wanted.resumableSeconds()))))
                .probes(
                    usual
                        .probes()
                        .with(
                            probes ->
                                probes
                                    .goodAnswers(wanted.goodAnswers())
                                    .goodInterval(probe)
                                    .firstPause(probe)
                                    .keepAlive(
                                        CentralLine.keepAlive(
                                            line.idleDrop(), SyncSettings.KEEP_ALIVE)))));
  }
}
