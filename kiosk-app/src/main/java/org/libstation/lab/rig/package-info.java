/// The station put together without a site, for whoever measures or proves it: the production flow,
/// runner, bridge and loop ([FlowRig]) around any desk, any devices and any clock.
@NullMarked
package org.libstation.lab.rig;

import org.jspecify.annotations.NullMarked;
