package org.libstation.tag;

import java.util.Optional;

/// What a tag says, after its bytes were judged.
public sealed interface TagContent {

  /// The owner of an item whose tag names one that cannot be read: none that a site could list.
  String UNREADABLE_OWNER = "?";

  /// A library item (ISO 28560-2 type of usage other than 8, or none).
  ///
  /// @param primaryId the primary item identifier (OID 1)
  /// @param owner ISIL of the owner (OID 3), when there; [#UNREADABLE_OWNER] when it is none
  /// @param setTotal parts of the set (OID 4); 1 when the item is no set
  /// @param setOrdinal which part this is, 1 to setTotal
  record Item(String primaryId, Optional<String> owner, int setTotal, int setOrdinal)
      implements TagContent {}

  /// A patron's card (type of usage 8).
  record PatronCard(String primaryId) implements TagContent {}

  /// Nothing written (all `00`, or the factory pattern `55`).
  record Blank() implements TagContent {}

  /// Bytes there, but no record we know: another library's or another branch's format.
  record Foreign(String reason) implements TagContent {}

  /// It begins as a record we know and then breaks: half written or damaged.
  record Damaged(String reason) implements TagContent {}
}
