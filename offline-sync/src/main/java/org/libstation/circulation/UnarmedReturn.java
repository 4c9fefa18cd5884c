package org.libstation.circulation;

/// A return on disk whose tag should have been armed, without a record that it was armed or that
/// staff were told. The station lost power in between.
///
/// @param entry number of its journal entry
public record UnarmedReturn(
    long entry, ItemId item, EventTime handedOver, CirculationEvent.How how) {}
