package org.libstation.parts;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.libstation.central.CentralSystem;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.central.sip2.Sip2System;
import org.libstation.central.sip2.TcpTransport;
import org.libstation.central.sip2.TlsTrust;
import org.libstation.central.sip2.Transport;
import org.libstation.circulation.StationClock;
import org.libstation.site.DialectFiles;
import org.libstation.site.DialectSettings;
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
  /// The language of AF, where a central system has several (SIP 2.00, "language").
  private static final String ENGLISH = "001";

  private final StationSettings settings;
  private final Path config;
  private final Sip2Dialect dialect;

  private SiteCentral(StationSettings settings, Path config, Sip2Dialect dialect) {
    this.settings = settings;
    this.config = config;
    this.dialect = dialect;
  }

  /// @param config the site's directory; certificates and dialects lie relative to it
  /// @throws org.libstation.site.SiteProblem when a file of its dialect cannot be, or the site
  ///   lacks what it needs
  public static SiteCentral of(StationSettings settings, Path config) {
    return new SiteCentral(settings, config, dialect(settings.central(), config));
  }

  /// Looks at all that a connection needs, and makes none.
  ///
  /// @throws org.libstation.site.SiteProblem as [#of] and [#system] would
  public static void check(StationSettings settings, Path config) {
    Object _ = of(settings, config).transport();
  }

  /// Not connected before something is asked of it.
  public CentralSystem system(StationClock clock) {
    return new Sip2System(transport(), dialect, clock);
  }

  /// The same, with each round trip measured.
  public CentralSystem timed(StationClock clock, Consumer<Duration> trips) {
    return new Sip2System(new TimedTransport(transport(), clock::monotonic, trips), dialect, clock);
  }

  /// A second line beside the first, where the central system takes one.
  public SecondLine second(StationClock clock) {
    return new SecondLine(
        dialect.habits().connections() == 2 ? Optional.of(system(clock)) : Optional.empty());
  }

  private Transport transport() {
    return transport(settings.central(), config);
  }

  private static Transport transport(StationSettings.Central settings, Path config) {
    StationSettings.Tls tls = settings.tls();
    if (!tls.enabled()) {
      return TcpTransport.plain(settings.host(), settings.port());
    }
    Optional<TlsTrust.OwnCertificate> own =
        tls.certificate().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new TlsTrust.OwnCertificate(
                    config.resolve(tls.certificate()), config.resolve(tls.key())));
    try {
      return TcpTransport.tls(
          settings.host(), settings.port(), new TlsTrust(server(tls, config), own).context());
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

  private static TlsTrust.Server server(StationSettings.Tls tls, Path config) {
    if (!tls.pinned().isEmpty()) {
      return new TlsTrust.Server.Pinned(tls.pinned());
    }
    return tls.authority().isEmpty()
        ? new TlsTrust.Server.MachinesAuthorities()
        : new TlsTrust.Server.Authority(config.resolve(tls.authority()));
  }

  /// The dialect that the site chose, with who logs in and where the station stands.
  static Sip2Dialect dialect(StationSettings.Central settings, Path config) {
    DialectFiles files = new DialectFiles(config);
    DialectSettings.Session session = files.settings(settings.dialect()).session();
    if (session.locationRequired() && settings.location().isBlank()) {
      throw SettingsFile.problem(
          config,
          "station.central.location",
          "expected where the station stands (CP): the dialect "
              + settings.dialect()
              + " lets nobody in without it",
          Reason.of(Word.LOCATION_NEEDED, "", settings.dialect()));
    }
    if (session.loginStyle() != Sip2Dialect.LoginStyle.MESSAGE && settings.user().isEmpty()) {
      throw SettingsFile.problem(
          config,
          "station.central.user",
          "expected who logs in at the prompts of the dialect " + settings.dialect(),
          Reason.of(Word.USER_NEEDED, "", settings.dialect()));
    }
    Sip2Dialect placed =
        files
            .read(settings.dialect())
            .withPlace(
                new Sip2Dialect.Place(
                    settings.institution(),
                    settings.location(),
                    ZoneId.of(settings.zone()),
                    Currency.getInstance(settings.currency()),
                    ENGLISH));
    return settings.user().isEmpty()
        ? placed
        : placed.withLogin(
            new Sip2Dialect.Login(
                settings.user(), settings.password(), settings.location(), session.loginStyle()));
  }

  /// @param loanDays the loan periods of the rules, as they are at any moment
  public CentralHabits habits(Supplier<List<Integer>> loanDays) {
    Set<String> pinFor = dialect.meaning().pinFor();
    Map<Habit, Boolean> known =
        Map.of(
            Habit.RECALLED_IS_ON_LOAN,
            dialect.meaning().recalledIsOnLoan(),
            Habit.PIN_TO_SETTLE,
            pinFor.contains("11") || pinFor.contains("63"),
            Habit.PIN_TO_RENEW,
            pinFor.contains("29"),
            Habit.HOLDS_AT_EMPTYING,
            settings.drop().holdsAtEmptying(),
            Habit.RETURN_DATE_IGNORED,
            dialect.habits().returnDate() == Sip2Habits.ReturnDate.IGNORED,
            Habit.RENEWAL_MOVES_DUE,
            dialect.habits().renewsFrom() == Sip2Habits.RenewsFrom.DUE_DATE);
    Set<Habit> habits =
        known.keySet().stream().filter(known::get).collect(Collectors.toUnmodifiableSet());
    return new CentralHabits(
        dialect.place().zone(), habits, loanDays, CentralHabits.USUAL_ROLL_DAYS);
  }

  public static LookAgainSettings lookAgain(StationSettings.LookAgain settings) {
    return new LookAgainSettings(
        settings.perHour(), settings.sample(), LocalTime.of(settings.sampleFromHour(), 0));
  }

  /// How long is waited for what, as the site and the dialect want it.
  public SyncSettings settling() {
    StationSettings.Settling wanted = settings.settling();
    SyncSettings usual = SyncSettings.usual();
    return new SyncSettings(
        Duration.ofSeconds(wanted.quarantineSeconds()),
        usual.siblings(),
        usual.siblingsLook(),
        Duration.ofSeconds(wanted.patronDeadlineSeconds()),
        Duration.ofSeconds(wanted.resumableSeconds()),
        usual.binOperation(),
        usual.lookKeeps(),
        usual.doubtsBeforeStaff(),
        wanted.goodAnswers(),
        Duration.ofSeconds(wanted.probeSeconds()),
        DialectFiles.keepAlive(dialect.habits().idleDrop(), usual.keepAlive()),
        Duration.ofSeconds(wanted.probeSeconds()),
        usual.longestPause(),
        usual.idle(),
        usual.clockTolerance(),
        usual.loansShown());
  }
}
