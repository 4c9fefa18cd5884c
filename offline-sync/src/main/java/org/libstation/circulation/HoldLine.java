package org.libstation.circulation;

import java.util.Optional;

/// One hold on a patron's account.
///
/// @param item a copy of the held title, if the central system lists barcodes
/// @param title its title; empty text if not known
/// @param ready whether the item waits on the hold shelf
/// @param pickUpBy last day on which it is kept there (CM); empty if not reported
/// @param pickUpAt where it waits (BS); empty if not reported
public record HoldLine(
    Optional<ItemId> item,
    String title,
    boolean ready,
    Optional<DueDate> pickUpBy,
    Optional<String> pickUpAt) {

  /// Whether this hold is for the same copy or the same title as asked.
  public boolean isAbout(ItemId asked, String askedTitle) {
    return item.filter(asked::equals).isPresent()
        || (!askedTitle.isBlank() && title.strip().equalsIgnoreCase(askedTitle.strip()));
  }
}
