package org.libstation.central.sip2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.libstation.circulation.Answer;

/// Reads the lists of a patron response (64), one list for each request (SIP 2.00, "summary": one Y
/// at most). Long lists are read in parts (BP and BQ, from 1, both included).
///
/// A list may change between two parts, so a repeated value counts once. Reading ends when the
/// count is reached, when a part brings nothing new, or at a limit. A system that does not know BP
/// sends the same part again. Only the count shows whether the list is complete.
final class Sip2Lists {

  /// A list of a patron response (64), with its position in the summary.
  enum ListKind {
    HOLDS(0, "AS"),
    LOANS(2, "AU"),
    FINES(3, "AV"),
    UNAVAILABLE_HOLDS(5, "CD");

    private final int position;
    private final String field;

    ListKind(int position, String field) {
      this.position = position;
      this.field = field;
    }

    String summary() {
      return " ".repeat(position) + "Y" + " ".repeat(9 - position);
    }

    List<String> of(Sip2Response.PatronInformationResponse answer) {
      return answer.fields().all(field).stream()
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .toList();
    }

    private OptionalInt count(Sip2Response.PatronInformationResponse answer) {
      return switch (this) {
        case HOLDS -> answer.holdItems();
        case LOANS -> answer.chargedItems();
        case FINES -> answer.fineItems();
        case UNAVAILABLE_HOLDS -> answer.unavailableHolds();
      };
    }
  }

  /// One request for a list or a part of it.
  ///
  /// @param part BP and BQ; empty if they are not sent
  record Wanted(ListKind kind, Optional<ListRange> part) {}

  /// The entries wanted from a list.
  ///
  /// @param from the first one, counted from 1
  /// @param to the last one
  record ListRange(int from, int to) {}

  /// A list as far as it was read.
  ///
  /// @param first the first answer, which gives counts and flags
  /// @param values in the order of the answers, each once
  record WholeList(Sip2Response.PatronInformationResponse first, List<String> values) {}

  private static final int MOST_PARTS = 40;
  private static final int USUAL_PART = 100;

  private final Sip2Dialect.Lists limits;
  private final Supplier<Duration> monotonic;

  Sip2Lists(Sip2Dialect.Lists limits, Supplier<Duration> monotonic) {
    this.limits = limits;
    this.monotonic = monotonic;
  }

  /// Reads a list in as many requests as it needs.
  ///
  /// @param ask sends one patron request (63); must not accept an answer to another request
  /// @return the first answer if it was not accepted; if a later part fails, the list ends early
  Answer<WholeList> read(
      ListKind kind, Function<Wanted, Answer<Sip2Response.PatronInformationResponse>> ask) {
    Duration end = monotonic.get().plus(limits.atMost());
    Optional<ListRange> beginning =
        limits.part() > 0 ? Optional.of(new ListRange(1, limits.part())) : Optional.empty();
    return ask.apply(new Wanted(kind, beginning))
        .map(first -> new WholeList(first, rest(kind, first, ask, end)));
  }

  private List<String> rest(
      ListKind kind,
      Sip2Response.PatronInformationResponse first,
      Function<Wanted, Answer<Sip2Response.PatronInformationResponse>> ask,
      Duration end) {
    Set<String> values = new LinkedHashSet<>(kind.of(first));
    int count = kind.count(first).orElse(0);
    int size = limits.part() > 0 ? limits.part() : USUAL_PART;
    int asked = kind.of(first).size();
    // If the first answer lists nothing, the system gives no list at all.
    for (int parts = 1;
        asked > 0
            && parts < MOST_PARTS
            && values.size() < count
            && monotonic.get().compareTo(end) < 0;
        parts++) {
      ListRange next = new ListRange(asked + 1, asked + size);
      if (!(ask.apply(new Wanted(kind, Optional.of(next)))
          instanceof Answer.Accepted<Sip2Response.PatronInformationResponse>(var answer))) {
        break;
      }
      List<String> more = kind.of(answer);
      if (!values.addAll(more)) {
        break;
      }
      asked += more.size();
    }
    return new ArrayList<>(values);
  }
}
