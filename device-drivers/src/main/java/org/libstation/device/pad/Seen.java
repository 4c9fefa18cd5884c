package org.libstation.device.pad;

import org.libstation.device.TagUid;

/// One tag of an inventory.
public sealed interface Seen {
  TagUid uid();

  /// An ISO 15693 tag.
  record Vicinity(TagUid uid) implements Seen {}

  /// An ISO 14443 card; only its card number is known.
  record Proximity(TagUid uid) implements Seen {}

  /// A tag of another kind. No more is reported, because its number may be that of a person's card.
  ///
  /// @param type as the make's protocol numbers it
  record Other(int type) implements Seen {
    /// An identifier made from the kind; all tags of that kind share it.
    @Override
    public TagUid uid() {
      return new TagUid("%08X".formatted(type));
    }
  }
}
