/// The script `station` itself: in a checkout of a few files, with a JDK and a Maven that are shell
/// scripts, so that a build takes no time and can be stopped anywhere.
@NullMarked
package org.libstation.script;

import org.jspecify.annotations.NullMarked;
