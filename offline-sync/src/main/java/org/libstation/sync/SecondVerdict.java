package org.libstation.sync;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent.ItemReturned;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemLook;
import org.libstation.journal.Mark.SeenAgain.SecondLookResult;
import org.libstation.journal.Mark.StaffLine;

/// Compares a second look with what was settled. The look names no patron, so a change that happens
/// every day is only counted.
record SecondVerdict(SettlingParts parts) {
  /// How long after settling a moved due date is reported even for an entry that was never in
  /// doubt. Later, a renewal from home or the next loan is more likely.
  private static final Duration FRESH = Duration.ofHours(30);

  /// A due date without a time is read as the end of its day.
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

  SecondLookResult of(SettledEntry settled, ItemLook look) {
    return switch (settled.left()) {
      case ON_LOAN ->
          look.status().onShelf()
              ? SecondLookResult.ON_THE_SHELF
              : parts.habits().onLoan(look) ? due(settled, look) : SecondLookResult.MOVED_ON;
      // The renewed loan may be older than this station's journal. If the item is on the shelf, it
      // was brought back.
      case RENEWED -> parts.habits().onLoan(look) ? due(settled, look) : SecondLookResult.MOVED_ON;
      case BACK -> back(settled, look);
      case NOT_LENT -> notLent(settled, look);
    };
  }

  private SecondLookResult due(SettledEntry settled, ItemLook look) {
    Optional<LocalDateTime> was = settled.due().flatMap(DueDate::at);
    Optional<LocalDateTime> is = look.due().flatMap(DueDate::at);
    if (was.isEmpty() || is.isEmpty()) {
      boolean sameText =
          settled.due().isPresent() && look.due().filter(settled.due().get()::sameAs).isPresent();
      return sameText ? SecondLookResult.AS_SETTLED : SecondLookResult.NOT_TOLD;
    }
    if (same(was.get(), is.get())) {
      return SecondLookResult.AS_SETTLED;
    }
    if (is.get().isAfter(was.get())) {
      return settled.afterDoubt() || fresh(settled)
          ? SecondLookResult.DUE_DATE_MOVED
          : SecondLookResult.MOVED_ON;
    }
    boolean asBefore =
        settled.left() == SettledEntry.Left.RENEWED
            && settled.before().flatMap(DueDate::at).filter(at -> same(at, is.get())).isPresent();
    if (asBefore) {
      return SecondLookResult.RENEWAL_GONE;
    }
    // A recall brings the due date forward, and the library informs the patron.
    boolean recalled = look.holdQueue() > 0 || look.status() == CirculationStatus.RECALLED;
    return recalled ? SecondLookResult.MOVED_ON : SecondLookResult.DUE_DATE_MOVED;
  }

  private boolean fresh(SettledEntry settled) {
    return parts.elapsed().probably(settled.at()).compareTo(FRESH) <= 0;
  }

  private static boolean same(LocalDateTime one, LocalDateTime other) {
    boolean bothTellTime =
        one.toLocalTime().isBefore(END_OF_DAY) && other.toLocalTime().isBefore(END_OF_DAY);
    return bothTellTime ? one.equals(other) : one.toLocalDate().equals(other.toLocalDate());
  }

  private SecondLookResult back(SettledEntry settled, ItemLook look) {
    if (!parts.habits().onLoan(look)) {
      return SecondLookResult.AS_SETTLED;
    }
    ItemReturned returned = (ItemReturned) settled.entry().what();
    return switch (new HandedIn(parts).judge(settled.entry(), returned, look)) {
      case THE_SAME_LOAN -> SecondLookResult.RETURN_GONE;
      case BACK_ALREADY, NOT_DECIDABLE ->
          look.due().isEmpty() ? SecondLookResult.NOT_TOLD : SecondLookResult.MOVED_ON;
    };
  }

  private SecondLookResult notLent(SettledEntry settled, ItemLook look) {
    if (!parts.habits().onLoan(look)) {
      return SecondLookResult.AS_SETTLED;
    }
    // The item was on loan to a patron when the ask was abandoned.
    boolean asThen =
        settled.due().isPresent() && !settled.told(StaffLine.StaffReason.LENT_AFTER_ALL);
    if (!asThen) {
      return SecondLookResult.LENT_AFTER_ALL;
    }
    return look.due().filter(settled.due().get()::sameAs).isPresent()
        ? SecondLookResult.AS_SETTLED
        : SecondLookResult.MOVED_ON;
  }
}
