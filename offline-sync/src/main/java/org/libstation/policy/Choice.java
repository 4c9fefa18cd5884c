package org.libstation.policy;

import java.util.Optional;

/// A value of a document, or empty for a word such as `none` or `open`.
record Choice<T>(Optional<T> value) {}
