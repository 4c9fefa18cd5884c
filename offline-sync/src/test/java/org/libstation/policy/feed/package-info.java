/// Tests of how policies reach a station.
@NullMarked
package org.libstation.policy.feed;

import org.jspecify.annotations.NullMarked;
