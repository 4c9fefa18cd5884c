package org.libstation.circulation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.libstation.circulation.Refusal.RefusalReason;

/// What the station may do by itself while the central system does not answer.
///
/// @param mode which services continue
/// @param itemsPerCard most items that one card may have that the central system has not booked yet
/// @param mediaTypes SIP2 media types (CK) that are lent; empty means all. An item of unknown type
///   is lent only if this is empty
/// @param unknownCards whether to serve a card that the central system could not be asked about
/// @param loanDays days counted after the day of borrowing
/// @param dueAt time of day at which a loan is due
/// @param roll moves a due date to an open day (the lending place's calendar)
/// @param readers finds a reader's patron class, which is noted with the loan
public record OfflineRules(
    OfflineMode mode,
    int itemsPerCard,
    Set<String> mediaTypes,
    boolean unknownCards,
    int loanDays,
    LocalTime dueAt,
    UnaryOperator<LocalDate> roll,
    ReaderClasses readers) {

  /// Which services continue without the central system.
  public enum OfflineMode {
    NONE,
    RETURNS_ONLY,
    ALL
  }

  /// @throws IllegalArgumentException if a number is out of range
  public OfflineRules {
    mediaTypes = Set.copyOf(mediaTypes);
    if (itemsPerCard < 0 || loanDays < 1) {
      throw new IllegalArgumentException("items per card from 0, loan days from 1");
    }
  }

  /// The facts that are known when the station must decide alone.
  ///
  /// @param patronLook what the central system said of the patron when it last answered
  /// @param itemLook what it said of the item when it last answered
  /// @param unsettledLoans number of items that this card got by these rules and that are not
  ///   settled yet
  /// @param outInThisJournal whether the newest entry about this item says that it is out
  /// @param today the local date in the central system's zone
  public record OfflineRequest(
      Optional<PatronLook> patronLook,
      Optional<ItemLook> itemLook,
      int unsettledLoans,
      boolean outInThisJournal,
      LocalDate today) {}

  /// The decision of the offline rules.
  public sealed interface Decision {
    /// The item may be lent.
    ///
    /// @param due in the central system's zone
    record Allow(LocalDateTime due) implements Decision {}

    /// The item may not be lent.
    record Decline(Refusal refusal) implements Decision {}
  }

  /// Decides whether this item may be lent to this patron now.
  public Decision decide(OfflineRequest request) {
    Optional<RefusalReason> no =
        ofMode().or(() -> ofPatron(request)).or(() -> ofItem(request)).or(() -> ofNumber(request));
    if (no.isPresent()) {
      return new Decision.Decline(Refusal.of(no.get()));
    }
    return new Decision.Allow(due(request.today()));
  }

  /// The due date of a loan that begins on this day.
  public LocalDateTime due(LocalDate today) {
    return roll.apply(today.plusDays(loanDays)).atTime(dueAt);
  }

  private Optional<RefusalReason> ofMode() {
    return switch (mode) {
      case NONE, RETURNS_ONLY -> Optional.of(RefusalReason.NOT_WHILE_OFFLINE);
      case ALL -> Optional.empty();
    };
  }

  private Optional<RefusalReason> ofPatron(OfflineRequest request) {
    Optional<PatronLook> patron = request.patronLook();
    if (patron.isEmpty()) {
      return unknownCards ? Optional.empty() : Optional.of(RefusalReason.NOT_WHILE_OFFLINE);
    }
    if (!patron.get().known()) {
      return Optional.of(RefusalReason.UNKNOWN_PATRON);
    }
    return patron.get().mayBorrow() ? Optional.empty() : Optional.of(RefusalReason.PATRON_BLOCKED);
  }

  /// The reason why this item may not be lent. A known hold may be this patron's own; that cannot
  /// be checked now, so the item is not lent.
  private Optional<RefusalReason> ofItem(OfflineRequest request) {
    if (request.outInThisJournal()) {
      return Optional.of(RefusalReason.OUT_IN_THIS_JOURNAL);
    }
    Optional<ItemLook> item = request.itemLook();
    if (item.isPresent() && item.get().status().onLoan()) {
      return Optional.of(RefusalReason.ON_LOAN_TO_ANOTHER);
    }
    if (item.isPresent() && item.get().holdQueue() > 0) {
      return Optional.of(RefusalReason.HELD_FOR_ANOTHER);
    }
    boolean lendable =
        mediaTypes.isEmpty()
            || item.flatMap(ItemLook::mediaType).filter(mediaTypes::contains).isPresent();
    return lendable ? Optional.empty() : Optional.of(RefusalReason.NOT_WHILE_OFFLINE);
  }

  private Optional<RefusalReason> ofNumber(OfflineRequest request) {
    if (request.unsettledLoans() >= itemsPerCard) {
      return Optional.of(RefusalReason.OFFLINE_LIMIT_REACHED);
    }
    Optional<PatronLook> patron = request.patronLook();
    if (patron.isPresent()
        && patron.get().chargedCount().isPresent()
        && patron.get().chargedLimit().isPresent()
        && patron.get().chargedCount().getAsInt() + request.unsettledLoans()
            >= patron.get().chargedLimit().getAsInt()) {
      return Optional.of(RefusalReason.LIMIT_REACHED);
    }
    return Optional.empty();
  }
}
