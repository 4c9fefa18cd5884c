package org.libstation.central.sip2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What differs between one central system and the next: a record of switches, all of them set by
/// the site. Start from [#generic()] or [#embedded()] and change parts of it.
///
/// @param login empty where the site has none (99 goes first)
public record Sip2Dialect(
    String name,
    Wire wire,
    Optional<Login> login,
    Place place,
    Patience patience,
    Meaning meaning) {

  /// How a message is written.
  ///
  /// @param errorDetection whether messages carry AY and AZ; agreed with the central system
  /// @param trailerOptional with error detection on, accept answers that carry no trailer at all
  /// @param charset of the account on the central system
  public record Wire(boolean errorDetection, boolean trailerOptional, Charset charset) {}

  /// How a station logs in.
  public enum LoginStyle {
    /// By message 93.
    MESSAGE,
    /// At prompts, as at a telnet terminal; 99 follows.
    PROMPTS,
    /// At prompts, and by 93 all the same (Evergreen's SIPServer).
    PROMPTS_THEN_MESSAGE;

    boolean byPrompts() {
      return this != MESSAGE;
    }

    boolean byMessage() {
      return this != PROMPTS;
    }
  }

  /// Who verifies a PIN.
  public enum PinCheck {
    /// The PIN goes with 63, and 64 says CQ.
    WITH_63,
    /// 63 goes without it; 23 carries it, and 24 says CQ.
    WITH_23
  }

  /// Who logs in. [#toString()] hides the password.
  ///
  /// @param location CP: the service point for FOLIO, the workstation for Evergreen
  public record Login(String user, String password, String location, LoginStyle style) {
    public Login(String user, String password, String location) {
      this(user, password, location, LoginStyle.MESSAGE);
    }

    @Override
    public String toString() {
      return "Login[" + user + " at " + location + "]";
    }
  }

  /// Where the station stands.
  ///
  /// @param institution AO
  /// @param location AP of a return
  /// @param zone of the central system's clock
  /// @param currency where a message names none (BH)
  /// @param language of the messages to patrons, three digits (`001` English, `019` Chinese)
  public record Place(
      String institution, String location, ZoneId zone, Currency currency, String language) {}

  /// The limits of every wait. The 98's own time-out is a hint between the minimum and the maximum.
  ///
  /// @param connect connecting, logging in and the first 99, together
  /// @param minimumAnswer the shortest wait for an answer
  /// @param maximumAnswer the longest; all tries of one request together never take longer
  /// @param resends how often the same bytes are sent again after a 96
  /// @param keepAlive a connection idle for longer is tried with a 99 before it is trusted
  /// @param turn how long one caller waits for another's request to end
  public record Patience(
      Duration connect,
      Duration minimumAnswer,
      Duration maximumAnswer,
      int resends,
      Duration keepAlive,
      Duration turn) {

    /// SIP 2.00: more than two or three repetitions mean "not supported", not noise.
    public static final int MAX_RESENDS = 2;

    public Patience {
      if (resends < 0 || resends > MAX_RESENDS) {
        throw new IllegalArgumentException("resends must be 0 to " + MAX_RESENDS);
      }
      if (minimumAnswer.compareTo(maximumAnswer) > 0) {
        throw new IllegalArgumentException("the minimum wait is longer than the maximum");
      }
    }

    /// The wait for one answer.
    ///
    /// @param timeout of the 98, tenths of a second; 0 and 999 say nothing
    Duration answer(int timeout) {
      Duration hint =
          timeout == 0 || timeout == 999 ? Duration.ZERO : Duration.ofMillis(timeout * 100L);
      Duration wait = hint.compareTo(minimumAnswer) < 0 ? minimumAnswer : hint;
      return wait.compareTo(maximumAnswer) > 0 ? maximumAnswer : wait;
    }
  }

  /// What an alert type (CV) stands for.
  public enum Alert {
    HOLD_HERE,
    HOLD_ELSEWHERE,
    HOLD_INTERLIBRARY,
    OTHER_BRANCH,
    OTHER;

    boolean isHold() {
      return switch (this) {
        case HOLD_HERE, HOLD_ELSEWHERE, HOLD_INTERLIBRARY -> true;
        case OTHER_BRANCH, OTHER -> false;
      };
    }
  }

  /// What its answers mean.
  ///
  /// @param recalledIsOnLoan circulation status 07 means that the item is still on loan
  /// @param needsPin 11 or 63 needs the PIN: then nothing may be lent off-line, for PINs are not
  ///   kept
  /// @param pinCheck which message verifies a PIN; every other goes without it, unless `needsPin`
  ///   sends it with 11 and 29 too
  /// @param chargedAreBarcodes the list of loans (AU) holds barcodes, not titles
  /// @param refusalMayOmitEcho a refusal without AA or AB is still ours
  /// @param alerts meaning of each CV
  /// @param chargeField the field of 10 that carries the loan's own charge, where there is one
  /// @param refusals what the texts of refusals mean; the first that fits counts
  public record Meaning(
      boolean recalledIsOnLoan,
      boolean needsPin,
      PinCheck pinCheck,
      boolean chargedAreBarcodes,
      boolean refusalMayOmitEcho,
      Map<String, Alert> alerts,
      Optional<String> chargeField,
      List<RefusalRule> refusals) {
    public Meaning {
      alerts = Map.copyOf(alerts);
      refusals = List.copyOf(refusals);
    }

    Optional<Alert> alert(Optional<String> alertType) {
      return alertType.map(type -> alerts.getOrDefault(type, Alert.OTHER));
    }
  }

  private static final Map<String, Alert> STANDARD_ALERTS =
      Map.of(
          "01", Alert.HOLD_HERE,
          "02", Alert.HOLD_ELSEWHERE,
          "03", Alert.HOLD_INTERLIBRARY,
          "04", Alert.OTHER_BRANCH);

  private static final Patience USUAL_PATIENCE =
      new Patience(
          Duration.ofSeconds(8),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Patience.MAX_RESENDS,
          Duration.ofSeconds(40),
          Duration.ofSeconds(20));

  /// What most central systems do: error detection, UTF-8, no login set yet.
  public static Sip2Dialect generic() {
    return new Sip2Dialect(
        "generic",
        new Wire(true, false, StandardCharsets.UTF_8),
        Optional.empty(),
        new Place("", "", ZoneId.of("UTC"), Currency.getInstance("EUR"), "001"),
        USUAL_PATIENCE,
        new Meaning(
            false,
            false,
            PinCheck.WITH_63,
            true,
            false,
            STANDARD_ALERTS,
            Optional.empty(),
            RefusalRule.KNOWN_TEXTS));
  }

  /// The embedded library: 10 carries the loan's own charge in BV.
  public static Sip2Dialect embedded() {
    Sip2Dialect generic = generic();
    return new Sip2Dialect(
        "embedded",
        generic.wire(),
        Optional.of(new Login("station2", "station2", "SEL-2")),
        new Place("SEL", "SEL-2", ZoneId.of("Asia/Hong_Kong"), Currency.getInstance("HKD"), "001"),
        generic.patience(),
        new Meaning(
            false,
            false,
            PinCheck.WITH_63,
            true,
            false,
            STANDARD_ALERTS,
            Optional.of("BV"),
            RefusalRule.KNOWN_TEXTS));
  }

  public Sip2Dialect withWire(Wire changed) {
    return new Sip2Dialect(name, changed, login, place, patience, meaning);
  }

  public Sip2Dialect withLogin(Login changed) {
    return new Sip2Dialect(name, wire, Optional.of(changed), place, patience, meaning);
  }

  public Sip2Dialect withoutLogin() {
    return new Sip2Dialect(name, wire, Optional.empty(), place, patience, meaning);
  }

  public Sip2Dialect withPlace(Place changed) {
    return new Sip2Dialect(name, wire, login, changed, patience, meaning);
  }

  public Sip2Dialect withPatience(Patience changed) {
    return new Sip2Dialect(name, wire, login, place, changed, meaning);
  }

  public Sip2Dialect withMeaning(Meaning changed) {
    return new Sip2Dialect(name, wire, login, place, patience, changed);
  }

  Sip2Codec codec() {
    return new Sip2Codec(wire.charset(), wire.errorDetection());
  }
}
