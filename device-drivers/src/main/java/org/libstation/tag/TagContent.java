package org.libstation.tag;

import java.util.Optional;

/// The content of a tag, as judged from its bytes.
public sealed interface TagContent {

  /// Stands for an owner on a tag that cannot be read; no site can list it.
  String UNREADABLE_OWNER = "?";

  /// A library item (ISO 28560-2 type of usage other than 8, or none).
  ///
  /// @param primaryId the primary item identifier (OID 1)
  /// @param owner ISIL of the owner (OID 3); empty if the tag names none; [#UNREADABLE_OWNER] if it
  ///   cannot be read
  /// @param setTotal number of parts of the set (OID 4); 1 when the item is no set
  /// @param setOrdinal number of this part, 1 to setTotal
  record Item(String primaryId, Optional<String> owner, int setTotal, int setOrdinal)
      implements TagContent {}

  /// A patron's card (type of usage 8).
  record PatronCard(String primaryId) implements TagContent {}

  /// Nothing is written (all `00`, or the factory pattern `55`).
  record Blank() implements TagContent {}

  /// Data in no format that this station knows, such as another library's.
  record Foreign(String reason) implements TagContent {}

  /// The data begins as a known record and then breaks: half written or damaged.
  record Damaged(String reason) implements TagContent {}
}
