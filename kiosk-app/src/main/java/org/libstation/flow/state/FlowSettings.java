package org.libstation.flow.state;

import java.time.Duration;
import org.libstation.flow.state.StationFacts.Banner;
import org.libstation.flow.state.StationFacts.Role;

/// What the site decided about the behaviour of the station. Durations of waiting for a person are
/// doubled in slow mode.
///
/// @param idle until the warning
/// @param warning until the end of the session
/// @param mostExtensions how often the warning can be answered; at least ten
/// @param quiet a row is acted on when no further part of its set came for so long
/// @param placeAgainTries how often an item can be placed again
/// @param answerLimit after this an answer of a device counts as failed, and the clock runs again
/// @param takeAway how long what was lent may lie on the pad after the visit, until the station
///   holds it for left behind and arms it again
/// @param printing until the print counts as failed
/// @param done how long the good-bye stands
/// @param pin when a PIN is asked for
/// @param mostPinDigits the PIN is not longer
/// @param pinTries wrong PINs for one card until the session ends
/// @param technicianTries wrong technician PINs until the lock
/// @param technicianLock how long no technician PIN is taken then
/// @param technicianIdle until the technician's screen closes
/// @param pays a payment terminal belongs to the station
/// @param askCount the person is asked how many items they hold
/// @param comeBack how long after the end of a visit its card goes on where it was; zero = not
/// @param hours when the station serves, and when its screen goes black
/// @param slip when the drop prints a slip of what was put in
/// @param cardStays the reader's card lies at its place through the visit, and taking it ends it
public record FlowSettings(
    Language language,
    Banner banner,
    Role role,
    Duration idle,
    Duration warning,
    int mostExtensions,
    Duration quiet,
    int placeAgainTries,
    Duration answerLimit,
    Duration takeAway,
    Duration printing,
    Duration done,
    PinRule pin,
    int mostPinDigits,
    int pinTries,
    int technicianTries,
    Duration technicianLock,
    Duration technicianIdle,
    boolean pays,
    boolean askCount,
    Duration comeBack,
    Hours hours,
    SlipOffer slip,
    boolean cardStays) {

  /// What a thing opens and closes by.
  public enum Keeps {
    ALWAYS_OPEN,
    LIBRARY_HOURS
  }

  /// @param darkAfter so long nobody was there until the screen goes black; zero = never
  /// @param darkAlways also while the library is open
  public record Hours(Keeps station, Keeps drop, Duration darkAfter, boolean darkAlways) {
    /// Always open, never dark.
    public static final Hours ALWAYS =
        new Hours(Keeps.ALWAYS_OPEN, Keeps.ALWAYS_OPEN, Duration.ZERO, false);
  }

  /// Always open, never dark.
  public FlowSettings(
      Language language,
      Banner banner,
      Role role,
      Duration idle,
      Duration warning,
      int mostExtensions,
      Duration quiet,
      int placeAgainTries,
      Duration answerLimit,
      Duration takeAway,
      Duration printing,
      Duration done,
      PinRule pin,
      int mostPinDigits,
      int pinTries,
      int technicianTries,
      Duration technicianLock,
      Duration technicianIdle,
      boolean pays,
      boolean askCount,
      Duration comeBack) {
    this(
        language,
        banner,
        role,
        idle,
        warning,
        mostExtensions,
        quiet,
        placeAgainTries,
        answerLimit,
        takeAway,
        printing,
        done,
        pin,
        mostPinDigits,
        pinTries,
        technicianTries,
        technicianLock,
        technicianIdle,
        pays,
        askCount,
        comeBack,
        Hours.ALWAYS,
        SlipOffer.KEY,
        false);
  }

  public FlowSettings with(Hours other) {
    return with(other, slip, cardStays);
  }

  public FlowSettings with(SlipOffer other) {
    return with(hours, other, cardStays);
  }

  public FlowSettings withCardStays(boolean stays) {
    return with(hours, slip, stays);
  }

  private FlowSettings with(Hours other, SlipOffer paper, boolean stays) {
    return new FlowSettings(
        language,
        banner,
        role,
        idle,
        warning,
        mostExtensions,
        quiet,
        placeAgainTries,
        answerLimit,
        takeAway,
        printing,
        done,
        pin,
        mostPinDigits,
        pinTries,
        technicianTries,
        technicianLock,
        technicianIdle,
        pays,
        askCount,
        comeBack,
        other,
        paper,
        stays);
  }

  /// When a patron types a PIN.
  public enum PinRule {
    NEVER,
    /// Only to see the account.
    ACCOUNT,
    ALWAYS
  }

  public FlowSettings {
    if (mostExtensions < 10) {
      throw new IllegalArgumentException("the idle warning can be answered at least ten times");
    }
  }

  public static FlowSettings standard() {
    return new FlowSettings(
        Language.ZH_HANT_HK,
        Banner.NONE,
        Role.LEND_AND_RETURN,
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        20,
        Duration.ofMillis(1200),
        3,
        Duration.ofSeconds(90),
        Duration.ofSeconds(60),
        Duration.ofSeconds(45),
        Duration.ofSeconds(8),
        PinRule.ALWAYS,
        8,
        3,
        5,
        Duration.ofMinutes(5),
        Duration.ofMinutes(5),
        false,
        false,
        Duration.ofSeconds(20));
  }
}
