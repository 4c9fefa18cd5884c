package org.libstation.circulation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What the payment terminal said when its day was ended. It says this only once.
///
/// @param asked when it was asked to end the day
/// @param first first receipt number of the day; empty if not reported
/// @param last last receipt number of the day; empty if not reported
/// @param total sum over all kinds of cards; empty if not reported
/// @param known false if it is not known whether the day ended
public record TerminalDay(
    OffsetDateTime asked,
    Optional<String> first,
    Optional<String> last,
    Optional<Money> total,
    boolean known) {

  /// A day of which it is not known whether it ended.
  public static TerminalDay notKnown(OffsetDateTime asked) {
    return new TerminalDay(asked, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /// Combines several ends of one day, each of which covers the time since the previous end.
  ///
  /// @param ends the ends of the day, in order
  /// @return without a total if one end has none or another currency; empty if there are no ends
  public static Optional<TerminalDay> together(List<TerminalDay> ends) {
    return ends.stream()
        .reduce(
            (one, next) ->
                new TerminalDay(
                    next.asked(),
                    one.first().or(next::first),
                    next.last().or(one::last),
                    one.total()
                        .flatMap(
                            sum ->
                                next.total()
                                    .filter(more -> more.currency().equals(sum.currency()))
                                    .map(sum::plus)),
                    one.known() && next.known()));
  }
}
