package org.libstation.central.sip2.site;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.libstation.central.CentralLine;
import org.libstation.central.CentralPromises;
import org.libstation.central.CentralProvider;
import org.libstation.central.CentralSettings;
import org.libstation.central.CentralSystem;
import org.libstation.central.DialectFile;
import org.libstation.central.WrongSettingException;
import org.libstation.central.WrongSettingException.SettingRule;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.central.sip2.Sip2System;
import org.libstation.circulation.StationClock;

/// Offers the protocol SIP2 to the rest of the program.
public final class Sip2Provider implements CentralProvider {
  public static final String PROTOCOL = "sip2";

  /// The language of the screen messages (AF), if a central system has several (SIP 2.00,
  /// "language").
  private static final String ENGLISH = "001";

  @Override
  public String protocol() {
    return PROTOCOL;
  }

  @Override
  public boolean usual() {
    return true;
  }

  @Override
  public Optional<String> dialects() {
    return Optional.of("dialects");
  }

  @Override
  public void check(DialectFile dialect) {
    Object _ = DialectSettings.dialect(dialect);
  }

  /// Message 99, which asks for the status: printer in order, 80 characters a line, SIP 2.00.
  @Override
  public byte[] greeting() {
    return "9900802.00\r".getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public CentralLine line(CentralSettings settings, Optional<DialectFile> dialect) {
    return new DialectLine(dialect(settings, dialect.orElseThrow()));
  }

  /// Returns the dialect that the site chose, with the site's login and location.
  ///
  /// @throws WrongSettingException if the dialect needs a location or a login that the site does
  ///   not give
  public static Sip2Dialect dialect(CentralSettings settings, DialectFile file) {
    DialectSettings.SessionSettings session = DialectSettings.of(file).session();
    if (session.locationRequired() && settings.location().isBlank()) {
      throw new WrongSettingException(
          "central.location",
          SettingRule.LOCATION_NEEDED,
          "the station's location (CP): the dialect "
              + file.name()
              + " accepts no login without it",
          file.name());
    }
    if (session.loginStyle() != Sip2Dialect.LoginStyle.MESSAGE && settings.user().isEmpty()) {
      throw new WrongSettingException(
          "central.user",
          SettingRule.USER_NEEDED,
          "the user who logs in at the prompts of the dialect " + file.name(),
          file.name());
    }
    Sip2Dialect placed =
        DialectSettings.dialect(file)
            .withPlace(
                new Sip2Dialect.StationLocation(
                    settings.institution(),
                    settings.location(),
                    settings.zone(),
                    settings.currency(),
                    ENGLISH));
    return settings.user().isEmpty()
        ? placed
        : placed.withLogin(
            new Sip2Dialect.Sip2Login(
                settings.user(), settings.password(), settings.location(), session.loginStyle()));
  }

  private record DialectLine(Sip2Dialect dialect) implements CentralLine {
    @Override
    public CentralSystem system(Transport link, StationClock clock) {
      return new Sip2System(link, dialect, clock);
    }

    @Override
    public CentralPromises promises() {
      Set<String> pinFor = dialect.meaning().pinFor();
      return new CentralPromises(
          dialect.meaning().recalledIsOnLoan(),
          pinFor.contains("11") || pinFor.contains("63"),
          pinFor.contains("29"),
          dialect.habits().returnDate() == Sip2Habits.ReturnDate.IGNORED,
          dialect.habits().loanDate() == Sip2Habits.LoanDate.KEPT,
          dialect.habits().renewsFrom() == Sip2Habits.RenewsFrom.DUE_DATE,
          dialect.habits().messages().contains("37"),
          dialect.meaning().account().parts());
    }

    @Override
    public boolean takesTwo() {
      return dialect.habits().connections() == 2;
    }

    @Override
    public Optional<Duration> idleDrop() {
      return dialect.habits().idleDrop();
    }
  }

  @Override
  public String wireLog() {
    return "org.libstation.central.sip2.WireLog";
  }
}
