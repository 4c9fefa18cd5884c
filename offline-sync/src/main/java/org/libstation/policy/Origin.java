package org.libstation.policy;

import java.util.Optional;

/// Where a fact of the policy comes from.
///
/// @param source who says so: a law, a page, a notice
/// @param toBeConfirmed what of it nobody has confirmed yet
public record Origin(Optional<String> source, Optional<String> toBeConfirmed) {}
