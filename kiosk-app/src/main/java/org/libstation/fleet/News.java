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

/// How a station is, for the fleet's page. There is no component of free text, and none that a
/// visit changes other than [#figures], which stand still within the hour: no person, no item, no
/// title and no single visit can be in it.
///
/// @param code why it does not serve
/// @param firstFault of all faults the one that hurts patrons first
/// @param policy where a feed brings the rules
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

  /// Whether patrons can use it.
  public enum Serves {
    YES,
    /// Outside its hours.
    CLOSED,
    OUT_OF_SERVICE
  }

  /// A short code or a number of a version, as the program or the library's rules have it; whatever
  /// else stands there is `other`.
  public record Token(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,39}");

    public Token {
      text = FORM.matcher(text).matches() ? text : "other";
    }
  }

  /// What a fault is of.
  public enum FaultSource {
    STATION,
    JOURNAL,
    LINK,
    DEVICE
  }

  /// @param device where it is one's
  public record FaultNews(FaultSource part, Optional<Token> device, Token code) {}

  /// @param name as the site has it; the payment terminal is `payment`
  public record DeviceNews(Token name, DeviceCondition condition, Optional<Token> code) {}

  /// The bin of a book drop; all empty where there is none.
  ///
  /// @param percent in steps of ten, so that nobody can tell when one item came
  public record Bin(OptionalInt percent, boolean full, boolean there) {}

  /// How the receipt printer is off for paper.
  public enum PaperSupply {
    GOOD,
    NEAR_END,
    OUT,
    /// The printer does not say, or cannot be reached.
    UNKNOWN,
    NO_PRINTER
  }

  /// @param confirmedHours since the feed last said that there is nothing newer
  public record PolicyNews(Token version, OptionalLong confirmedHours, boolean old) {}

  /// @param apartSeconds the central system's clock minus this one's
  public record Clock(boolean doubtful, OptionalLong apartSeconds) {}

  /// Whether nothing but what goes by itself (ages, clocks) differs.
  boolean sameBut(News other) {
    return still().equals(other.still());
  }

  private News still() {
    return with(
        c ->
            c.policy(policy.map(it -> new PolicyNews(it.version(), OptionalLong.empty(), it.old())))
                .clock(new Clock(clock.doubtful(), OptionalLong.empty())));
  }

  /// As a word of the document.
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
