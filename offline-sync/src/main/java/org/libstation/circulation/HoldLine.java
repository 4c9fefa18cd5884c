package org.libstation.circulation;

import java.util.Optional;

/// One hold on a patron's account.
///
/// @param item a copy of what is held, where the central system lists barcodes
/// @param title its title; empty text when not known
/// @param ready whether it waits on the shelf of reserved items
/// @param pickUpBy the day till which it is kept there (CM), when told
/// @param pickUpAt where (BS), when told
public record HoldLine(
    Optional<ItemId> item,
    String title,
    boolean ready,
    Optional<DueDate> pickUpBy,
    Optional<String> pickUpAt) {

  /// Whether both are about the same thing: the same copy, or the same title.
  public boolean isAbout(ItemId asked, String askedTitle) {
    return item.filter(asked::equals).isPresent()
        || (!askedTitle.isBlank() && title.strip().equalsIgnoreCase(askedTitle.strip()));
  }
}
