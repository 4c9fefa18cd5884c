package org.libstation.wiring;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2System;
import org.libstation.central.sip2.TcpTransport;
import org.libstation.central.sip2.TlsTrust;
import org.libstation.central.sip2.Transport;
import org.libstation.circulation.StationClock;
import org.libstation.policy.LendingClass;
import org.libstation.policy.PolicyBundle;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.SyncSettings;

/// The central system as the site's settings say.
final class CentralParts {
  private CentralParts() {}

  /// @param config the site's directory; certificates lie relative to it
  static Sip2System system(StationSettings.Central settings, Path config, StationClock clock) {
    return new Sip2System(transport(settings, config), dialect(settings), clock);
  }

  static Transport transport(StationSettings.Central settings, Path config) {
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
          settings.host(), settings.port(), new TlsTrust(server(tls, config), own).sockets());
    } catch (IOException unreadable) {
      throw SettingsFile.problem(
          config, "station.central.tls", "a file cannot be read: " + unreadable.getMessage());
    } catch (GeneralSecurityException unfit) {
      throw SettingsFile.problem(config, "station.central.tls", unfit.getMessage());
    }
  }

  private static TlsTrust.Server server(StationSettings.Tls tls, Path config) {
    if (!tls.pinned().isEmpty()) {
      return new TlsTrust.Server.Pinned(tls.pinned());
    }
    return tls.authority().isEmpty()
        ? new TlsTrust.Server.MachinesAuthorities()
        : new TlsTrust.Server.Authority(config.resolve(tls.authority()));
  }

  private static Sip2Dialect dialect(StationSettings.Central settings) {
    Sip2Dialect base =
        settings.dialect().equals("embedded") ? Sip2Dialect.embedded() : Sip2Dialect.generic();
    Sip2Dialect placed =
        base.withWire(
                new Sip2Dialect.Wire(
                    settings.errorDetection(),
                    base.wire().trailerOptional(),
                    Charset.forName(settings.charset())))
            .withPlace(
                new Sip2Dialect.Place(
                    settings.institution(),
                    settings.location(),
                    ZoneId.of(settings.zone()),
                    Currency.getInstance(settings.currency()),
                    base.place().language()));
    Sip2Dialect judged = placed.withMeaning(meaning(base.meaning(), settings));
    return settings.user().isEmpty()
        ? judged.withoutLogin()
        : judged.withLogin(
            new Sip2Dialect.Login(
                settings.user(), settings.password(), settings.location(), settings.loginStyle()));
  }

  private static Sip2Dialect.Meaning meaning(
      Sip2Dialect.Meaning base, StationSettings.Central settings) {
    return new Sip2Dialect.Meaning(
        base.recalledIsOnLoan(),
        base.needsPin() || settings.needsPin(),
        settings.pinCheck(),
        base.chargedAreBarcodes(),
        base.refusalMayOmitEcho(),
        base.alerts(),
        base.chargeField(),
        base.refusals());
  }

  static CentralHabits habits(StationSettings.Central settings, PolicyBundle policy) {
    Sip2Dialect dialect = dialect(settings);
    return new CentralHabits(
        ZoneId.of(settings.zone()),
        dialect.meaning().recalledIsOnLoan(),
        dialect.meaning().needsPin(),
        dialect.meaning().needsPin(),
        false,
        policy.classes().values().stream().map(LendingClass::loanDays).distinct().toList());
  }

  static SyncSettings settling(StationSettings.Settling settings) {
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
        usual.keepAlive(),
        Duration.ofSeconds(settings.probeSeconds()),
        usual.longestPause(),
        usual.idle(),
        usual.clockTolerance(),
        usual.loansShown());
  }
}
