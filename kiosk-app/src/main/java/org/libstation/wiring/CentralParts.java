package org.libstation.wiring;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2System;
import org.libstation.central.sip2.TcpTransport;
import org.libstation.circulation.StationClock;
import org.libstation.policy.LendingClass;
import org.libstation.policy.PolicyBundle;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.SyncSettings;

/// The central system as the site's settings say.
final class CentralParts {
  private CentralParts() {}

  static Sip2System system(StationSettings.Central settings, StationClock clock) {
    return new Sip2System(
        TcpTransport.plain(settings.host(), settings.port()), dialect(settings), clock);
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
    return settings.user().isEmpty()
        ? placed.withoutLogin()
        : placed.withLogin(
            new Sip2Dialect.Login(settings.user(), settings.password(), settings.location()));
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
