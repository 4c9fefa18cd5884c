package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/// What the central system says of an item (SIP2 17/18). Asking has no effect.
///
/// @param title its title; empty text if none was sent
/// @param due AH; empty if not sent or blank
/// @param holdQueue number of holds (CF); 0 if not sent
/// @param mediaType CK (`001` book …); empty if not sent
/// @param properties CH; empty if not sent
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

  /// This look-up without the title, as it may be written down. The journal keeps no titles of lent
  /// items, for the patron's privacy.
  public ItemLook withoutTitle() {
    return withTitle("");
  }
}
