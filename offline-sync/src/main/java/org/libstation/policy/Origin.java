package org.libstation.policy;

import java.util.Optional;

/// The source of a fact in the policy.
///
/// @param source a law, a page, a notice
/// @param toBeConfirmed which part of the fact is not confirmed yet
public record Origin(Optional<String> source, Optional<String> toBeConfirmed) {}
