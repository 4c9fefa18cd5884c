/// Brings policies and lists of blocked cards to a station: fetches them, checks their signature
/// and keeps them.
///
/// The meaning of the rules does not belong here.
@NullMarked
package org.libstation.policy.feed;

import org.jspecify.annotations.NullMarked;
