/// Belongs here: `station policy`: checks, shows, compares, previews, signs and drafts a library's
/// policy.
///
/// Each command has a policy read by [org.libstation.policy.PolicyReader] and prints what was
/// asked. Nothing here changes a station.
@NullMarked
package org.libstation.tools.command.policy;

import org.jspecify.annotations.NullMarked;
