package org.libstation.circulation;

/// Where an item is, as far as a station can know. Staff use it to set the item's security bit
/// right.
///
/// @param source where this information comes from
/// @param title empty text if not known
public record ItemStanding(Where where, Source source, String title) {

  /// Where the item is.
  public enum Where {
    IN_STOCK,
    ON_LOAN,
    /// No answer came, or the item's status leaves it open.
    UNKNOWN
  }

  /// Where the information comes from.
  public enum Source {
    /// The central system, asked just now.
    CENTRAL,
    /// This station's journal, for events that the central system does not know yet, or while it
    /// does not answer.
    JOURNAL
  }
}
