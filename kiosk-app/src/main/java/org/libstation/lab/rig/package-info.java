/// Belongs here: a station put together without a site, for measuring and tests: the production
/// flow, runner, bridge and loop ([FlowRig]) around any desk, any devices and any clock.
@NullMarked
package org.libstation.lab.rig;

import org.jspecify.annotations.NullMarked;
