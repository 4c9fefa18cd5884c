/// Documents in YAML 1.2, or in JSON, which is part of YAML. Each value knows its line.
///
/// [org.libstation.policy.document.Documents] reads a document into
/// [org.libstation.policy.document.Value]s. [org.libstation.policy.document.Json] writes them for
/// the wire. A document cannot name Java types: it has only text, numbers, lists and named values.
/// The meaning of a policy does not belong here.
@NullMarked
package org.libstation.policy.document;

import org.jspecify.annotations.NullMarked;
