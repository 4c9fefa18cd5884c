package org.libstation.circulation;

/// Where an item is, as far as a station can know; for staff who set its security bit right.
///
/// @param source whose word it is
/// @param title empty text when not known
public record ItemStanding(Where where, Source source, String title) {

  public enum Where {
    IN_STOCK,
    ON_LOAN,
    /// Nobody can tell: no answer, or a status that leaves it open.
    UNKNOWN
  }

  public enum Source {
    /// The central system, asked just now.
    CENTRAL,
    /// This station's journal: what the central system has not heard of yet, or while it is silent.
    JOURNAL
  }
}
