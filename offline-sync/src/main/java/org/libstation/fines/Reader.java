package org.libstation.fines;

import java.util.Optional;

/// The facts about a patron and a loan that patron-specific rules need.
///
/// @param patronClass one of the policy's patron classes; empty text if the patron belongs to none;
///   empty if not known
/// @param place the place that lent the item
/// @param media SIP2 media type (CK); empty if not known
public record Reader(Optional<String> patronClass, String place, Optional<String> media) {}
