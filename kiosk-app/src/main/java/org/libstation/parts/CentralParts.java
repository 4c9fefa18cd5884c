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
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
import org.libstation.sync.LookAgainSettings;
import org.libstation.sync.SyncSettings;

/// The central system as the site's settings say.
public final class CentralParts {
  /// The language of AF, where a central system has several (SIP 2.00, "language").
  private static final String ENGLISH = "001";

  private CentralParts() {}

  /// @param config the site's directory; certificates lie relative to it
  public static Sip2System system(
      StationSettings.Central settings, Sip2Dialect dialect, Path config, StationClock clock) {
    return new Sip2System(transport(settings, config), dialect, clock);
  }

  /// The same, with each round trip measured.
  public static Sip2System timed(
      StationSettings.Central settings,
      Sip2Dialect dialect,
      Path config,
      StationClock clock,
      Consumer<Duration> trips) {
    Transport transport = new TimedTransport(transport(settings, config), clock::monotonic, trips);
    return new Sip2System(transport, dialect, clock);
  }

  /// Not connected before something is asked over it.
  public static SecondLine second(
      StationSettings.Central settings, Sip2Dialect dialect, Path config, StationClock clock) {
    return new SecondLine(
        dialect.habits().connections() == 2
            ? Optional.of(system(settings, dialect, config, clock))
            : Optional.empty());
  }

  public static Transport transport(StationSettings.Central settings, Path config) {
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
  ///
  /// @throws org.libstation.site.SiteProblem when a file of it cannot be, or the site lacks what it
  ///   needs
  public static Sip2Dialect dialect(StationSettings.Central settings, Path config) {
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
  /// @param holdsAtEmptying what somebody waits for is reported when the bin is emptied
  public static CentralHabits habits(
      Sip2Dialect dialect, Supplier<List<Integer>> loanDays, boolean holdsAtEmptying) {
    Set<String> pinFor = dialect.meaning().pinFor();
    return new CentralHabits(
        dialect.place().zone(),
        dialect.meaning().recalledIsOnLoan(),
        pinFor.contains("11") || pinFor.contains("63"),
        pinFor.contains("29"),
        holdsAtEmptying,
        loanDays,
        CentralHabits.USUAL_ROLL_DAYS,
        dialect.habits().returnDate() == Sip2Habits.ReturnDate.IGNORED,
        dialect.habits().renewsFrom() == Sip2Habits.RenewsFrom.DUE_DATE);
  }

  public static LookAgainSettings lookAgain(StationSettings.LookAgain settings) {
    return new LookAgainSettings(
        settings.perHour(), settings.sample(), LocalTime.of(settings.sampleFromHour(), 0));
  }

  public static SyncSettings settling(StationSettings.Settling settings, Sip2Dialect dialect) {
    SyncSettings usual = SyncSettings.usual();
    return new SyncSettings(
        Duration.ofSeconds(settings.quarantineSeconds()),
        usual.siblings(),
        usual.siblingsLook(),
        Duration.ofSeconds(settings.patronDeadlineSeconds()),
        Duration.ofSeconds(settings.resumableSeconds()),
        usual.binOperation(),
        usual.lookKeeps(),
        usual.doubtsBeforeStaff(),
        settings.goodAnswers(),
        Duration.ofSeconds(settings.probeSeconds()),
        DialectFiles.keepAlive(dialect.habits().idleDrop(), usual.keepAlive()),
        Duration.ofSeconds(settings.probeSeconds()),
        usual.longestPause(),
        usual.idle(),
        usual.clockTolerance(),
        usual.loansShown());
  }
}
