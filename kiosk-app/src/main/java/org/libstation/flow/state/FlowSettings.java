package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.circulation.PartsTaken;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.flow.state.StationFacts.StationRole;

/// These settings are what the site decided about the behaviour of the station. Durations of
/// waiting for a person are doubled in slow mode.
///
/// @param pays what patrons pay here
/// @param hours when the station serves, and when its screen goes black
/// @param slip when the drop prints a slip of what was put in
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

  /// How often the idle warning can be answered.
  public static final int MOST_EXTENSIONS = 20;

  /// A row is acted on when no further part of its set came for so long.
  public static final Duration QUIET = Duration.ofMillis(1200);

  /// How often an item can be placed again.
  public static final int PLACE_AGAIN_TRIES = 3;

  /// After this an answer of a device counts as failed, and the clock runs again.
  public static final Duration ANSWER_LIMIT = Duration.ofSeconds(90);

  /// How long what was lent may lie on the pad after the visit, until the station holds it for left
  /// behind and arms it again.
  public static final Duration TAKE_AWAY = Duration.ofSeconds(60);

  /// Until the print counts as failed.
  public static final Duration PRINTING = Duration.ofSeconds(45);

  /// How long the good-bye stands, where nothing lies on the tray.
  public static final Duration DONE = Duration.ofSeconds(8);

  /// How long it stands once the last book was taken.
  public static final Duration TAKEN = Duration.ofSeconds(4);

  /// How long nobody else is told of books that were lent just now: whoever lent them has their
  /// hands on them.
  public static final Duration JUST_LENT = Duration.ofSeconds(15);

  /// A PIN is not longer.
  public static final int MOST_PIN_DIGITS = 8;

  /// Wrong PINs for one card until the session ends.
  public static final int PIN_TRIES = 3;

  /// Wrong technician PINs until the lock.
  public static final int TECHNICIAN_TRIES = 5;

  /// How long no technician PIN is taken then.
  public static final Duration TECHNICIAN_LOCK = Duration.ofMinutes(5);

  /// Until the technician's screen closes.
  public static final Duration TECHNICIAN_IDLE = Duration.ofMinutes(5);

  /// A patron's visit.
  ///
  /// @param idle until the warning
  /// @param warning until the end of the session
  /// @param comeBack how long after the end of a visit its card goes on where it was; zero = not
  /// @param askCount the person is asked how many items they hold
  /// @param cardStays the reader's card lies at its place through the visit, and taking it ends it
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
    /// Only to see the account.
    ACCOUNT,
    ALWAYS
  }

  /// What patrons pay here.
  ///
  /// @param here a payment terminal belongs to the station, and the central system books payments
  /// @param parts what parts of a debt the central system books
  /// @param least of an amount that is typed; all that is owed may be less
  /// @param most of it; empty: all that is owed
  public record Pays(boolean here, PartsTaken parts, Optional<Money> least, Optional<Money> most) {
    public static final Pays NOTHING =
        new Pays(false, PartsTaken.NONE, Optional.empty(), Optional.empty());

    /// Whether that much can be paid of a debt.
    public boolean allows(Money amount, Money owed) {
      return amount.minor() > 0
          && amount.minor() <= owed.minor()
          && least.filter(sum -> amount.minor() < sum.minor()).isEmpty()
          && most.filter(sum -> amount.minor() > sum.minor()).isEmpty();
    }
  }

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
}
