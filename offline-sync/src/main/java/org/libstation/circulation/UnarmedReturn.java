package org.libstation.circulation;

/// A return on disk whose tag was to be armed, and of which nothing says that it was armed or that
/// staff were told: the station lost its power between the two.
///
/// @param entry its number in the journal
public record UnarmedReturn(
    long entry, ItemId item, EventTime handedOver, CirculationEvent.How how) {}
