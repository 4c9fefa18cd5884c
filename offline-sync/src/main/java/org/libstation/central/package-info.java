/// Belongs here: the port to the library's central system, and a package for each protocol.
///
/// Does not belong here: what follows from an answer (sync).
///
/// The flow: the desk and the outbox ask one question at a time through
/// [org.libstation.central.CentralSystem]; each answer is one of accepted, refused, not sent,
/// unknown ([org.libstation.circulation.Answer]) and unknown is never folded into another.
@NullMarked
package org.libstation.central;

import org.jspecify.annotations.NullMarked;
