/// `station policy`: what a library's policy says, said, and would say.
///
/// The flow: each command has a policy read by the one reader
/// ([org.libstation.policy.PolicyReader]) and tells what it was asked for; nothing here changes a
/// station.
@NullMarked
package org.libstation.tools.command.policy;

import org.jspecify.annotations.NullMarked;
