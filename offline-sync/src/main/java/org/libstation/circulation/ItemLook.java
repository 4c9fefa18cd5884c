package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/// What the central system says of an item (SIP2 17/18). Asking has no effect.
///
/// @param title its title; empty text when none was sent
/// @param due AH, when sent and filled
/// @param holdQueue CF; 0 when not sent
/// @param mediaType CK (`001` book …) when sent
/// @param properties CH when sent
@RecordBuilder
public record ItemLook(
    ItemId item,
    String title,
    CirculationStatus status,
    Optional<DueDate> due,
    int holdQueue,
    Optional<String> mediaType,
    Optional<String> properties)
    implements ItemLookBuilder.With {

  /// What may be written down: what somebody borrows is nobody's business once it is lent.
  public ItemLook withoutTitle() {
    return withTitle("");
  }
}
