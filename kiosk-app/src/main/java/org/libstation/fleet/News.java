package org.libstation.fleet;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.LinkState;

/// Condition of a station, for the fleet's page. No component is free text. A visit changes
/// [#figures] alone, and those stand still within the hour. So news cannot contain a person, an
/// item, a title or a single visit.
///
/// @param code why the station does not serve
/// @param firstFault of all faults, the one that hurts patrons most
/// @param policy present if a feed brings the rules
@RecordBuilder
public record News(
    Serves serves,
    Optional<Token> code,
    Optional<FaultNews> firstFault,
    List<DeviceNews> devices,
    LinkState link,
    JournalHealth journal,
    Bin bin,
    PaperSupply paper,
    Optional<PolicyNews> policy,
    Clock clock,
    HourFigures figures)
    implements NewsBuilder.With {
  public News {
    devices = List.copyOf(devices);
  }

  /// Whether patrons can use the station.
  public enum Serves {
    YES,
    /// Outside its opening hours.
    CLOSED,
    OUT_OF_SERVICE
  }

  /// A short code or version number, from the program or the library's rules. Any other text
  /// becomes `other`.
  public record Token(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,39}");

    public Token {
      text = FORM.matcher(text).matches() ? text : "other";
    }
  }

  /// What a fault belongs to.
  public enum FaultSource {
    STATION,
    JOURNAL,
    LINK,
    DEVICE
  }

  /// @param device present if the fault is a device's
  public record FaultNews(FaultSource part, Optional<Token> device, Token code) {}

  /// @param name as in the site's settings; the payment terminal is `payment`
  public record DeviceNews(Token name, DeviceCondition condition, Optional<Token> code) {}

  /// The bin of a book drop.
  ///
  /// @param percent how full, in steps of ten, so that no single item's time shows; empty = unknown
  /// @param there whether the station has a book drop
  public record Bin(OptionalInt percent, boolean full, boolean there) {}

  /// Paper of the receipt printer.
  public enum PaperSupply {
    GOOD,
    NEAR_END,
    OUT,
    /// The printer does not report it, or cannot be reached.
    UNKNOWN,
    NO_PRINTER
  }

  /// @param confirmedHours hours since the feed last confirmed that there is nothing newer; empty =
  ///   never
  public record PolicyNews(Token version, OptionalLong confirmedHours, boolean old) {}

  /// @param apartSeconds the central system's clock minus this one's; empty = unknown
  public record Clock(boolean doubtful, OptionalLong apartSeconds) {}

  /// Whether the two differ at most in values that change by themselves: ages and clocks.
  boolean sameBut(News other) {
    return still().equals(other.still());
  }

  private News still() {
    return with(
        c ->
            c.policy(policy.map(it -> new PolicyNews(it.version(), OptionalLong.empty(), it.old())))
                .clock(new Clock(clock.doubtful(), OptionalLong.empty())));
  }

  /// The value's word in the JSON document.
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
