package org.libstation.circulation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What the payment terminal said when its day was ended: a fact that it says only once.
///
/// @param asked when it was asked
/// @param first and last: receipt numbers of its day, where it told them
/// @param total of all kinds of cards, where it told one
/// @param known whether it is known that its day ended; it may have, and then told nobody
public record TerminalDay(
    OffsetDateTime asked,
    Optional<String> first,
    Optional<String> last,
    Optional<Money> total,
    boolean known) {

  /// Whether its day ended is not known.
  public static TerminalDay notKnown(OffsetDateTime asked) {
    return new TerminalDay(asked, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /// What it said at several ends of one day, each about what came since the one before.
  ///
  /// @param ends of the day, in their order
  /// @return without a total where one of them told none, or another currency
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
