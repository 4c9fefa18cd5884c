/// A document in YAML 1.2, or in JSON, which is part of it: values with the line each stands on.
///
/// [org.libstation.policy.document.Documents] reads one into
/// [org.libstation.policy.document.Value]s; [org.libstation.policy.document.Json] writes them for
/// the wire. No objects are made from what a document names: it is text, numbers, lists and named
/// values.
@NullMarked
package org.libstation.policy.document;

import org.jspecify.annotations.NullMarked;
