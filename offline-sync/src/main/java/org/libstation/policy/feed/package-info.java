/// How policies and lists of blocked cards reach a station: fetched, proven, kept.
@NullMarked
package org.libstation.policy.feed;

import org.jspecify.annotations.NullMarked;
