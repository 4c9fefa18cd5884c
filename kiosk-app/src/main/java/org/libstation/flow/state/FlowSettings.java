package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.circulation.PartsTaken;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.flow.state.StationFacts.StationRole;

/// The site's settings for the behaviour of the station. Waiting times for a person are doubled in
/// slow mode.
///
/// @param pays what patrons can pay here
/// @param hours when the station serves, and when its screen goes black
/// @param slip when the drop prints a slip of the items put in
@RecordBuilder
public record FlowSettings(
    Language language,
    StationBanner banner,
    StationRole role,
    Pays pays,
    VisitSettings visit,
    Hours hours,
    SlipOffer slip)
    implements FlowSettingsBuilder.With {

  /// How often a person can answer the idle warning in one visit.
  public static final int MOST_EXTENSIONS = 20;

  /// How long the station waits for further parts of a set before it acts on the row.
  public static final Duration QUIET = Duration.ofMillis(1200);

  /// How often a person can place an item again whose tag could not be cleared.
  public static final int PLACE_AGAIN_TRIES = 3;

  /// Time after which an answer of a device counts as failed, and idle time counts again.
  public static final Duration ANSWER_LIMIT = Duration.ofSeconds(90);

  /// How long a borrowed item may lie on the pad after the visit. Then it counts as left behind,
  /// and the station arms its tag again.
  public static final Duration TAKE_AWAY = Duration.ofSeconds(60);

  /// Time after which a print counts as failed.
  public static final Duration PRINTING = Duration.ofSeconds(45);

  /// How long the good-bye screen stays if nothing lies on the pad.
  public static final Duration DONE = Duration.ofSeconds(8);

  /// How long the good-bye screen stays once the last item was taken.
  public static final Duration TAKEN = Duration.ofSeconds(4);

  /// How long the screen does not mention items borrowed just now to the next person. Their
  /// borrower is still taking them.
  public static final Duration JUST_LENT = Duration.ofSeconds(15);

  /// Largest number of digits in a PIN.
  public static final int MOST_PIN_DIGITS = 8;

  /// Number of wrong PINs for one card after which no more are accepted (C13).
  public static final int PIN_TRIES = 3;

  /// Number of wrong technician PINs after which the entry is locked.
  public static final int TECHNICIAN_TRIES = 5;

  /// How long the technician's PIN entry stays locked.
  public static final Duration TECHNICIAN_LOCK = Duration.ofMinutes(5);

  /// Time without a key after which the technician's screen closes.
  public static final Duration TECHNICIAN_IDLE = Duration.ofMinutes(5);

  /// Settings of a patron's visit.
  ///
  /// @param idle idle time until the warning
  /// @param warning time from the warning to the end of the session
  /// @param comeBack how long after a visit its card continues it; zero if never
  /// @param askCount the station asks how many items the person holds
  /// @param cardStays the patron's card stays in its place during the visit; taking it ends the
  ///   visit
  @RecordBuilder
  public record VisitSettings(
      Duration idle,
      Duration warning,
      Duration comeBack,
      PinRule pin,
      boolean askCount,
      boolean cardStays)
      implements FlowSettingsVisitSettingsBuilder.With {}

  /// When a patron types a PIN.
  public enum PinRule {
    NEVER,
    /// Only for the patron account.
    ACCOUNT,
    ALWAYS
  }

  /// What patrons can pay here.
  ///
  /// @param here the station has a payment terminal, and the central system books payments
  /// @param parts which parts of a debt the central system books
  /// @param least smallest amount that can be typed; the whole debt may be smaller
  /// @param most largest amount that can be typed; empty if only the debt limits it
  public record Pays(boolean here, PartsTaken parts, Optional<Money> least, Optional<Money> most) {
    public static final Pays NOTHING =
        new Pays(false, PartsTaken.NONE, Optional.empty(), Optional.empty());

    /// Whether `amount` can be paid of the debt `owed`.
    public boolean allows(Money amount, Money owed) {
      return amount.minor() > 0
          && amount.minor() <= owed.minor()
          && least.filter(sum -> amount.minor() < sum.minor()).isEmpty()
          && most.filter(sum -> amount.minor() > sum.minor()).isEmpty();
    }
  }

  /// Rule by which the station or its drop opens and closes.
  public enum Keeps {
    ALWAYS_OPEN,
    LIBRARY_HOURS
  }

  /// When station and drop serve, and when the screen goes black.
  ///
  /// @param darkAfter time without a person until the screen goes black; zero if never
  /// @param darkAlways the screen also goes black while the library is open
  public record Hours(Keeps station, Keeps drop, Duration darkAfter, boolean darkAlways) {
    /// Always open, never dark.
    public static final Hours ALWAYS =
        new Hours(Keeps.ALWAYS_OPEN, Keeps.ALWAYS_OPEN, Duration.ZERO, false);
  }
}
