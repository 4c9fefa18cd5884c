package org.libstation.policy;

import java.util.Optional;

/// A value that a certain word leaves open.
record Choice<T>(Optional<T> value) {}
