package org.libstation.fines;

import java.util.Optional;

/// Who had an item, where it was lent and what it is, as far as rules by reader ask.
///
/// @param patronClass of the policy's patron classes; empty text for a reader of none, empty when
///   nobody knows
/// @param place that lent it
/// @param media SIP2 media type (CK); empty when nobody knows
public record Reader(Optional<String> patronClass, String place, Optional<String> media) {}
