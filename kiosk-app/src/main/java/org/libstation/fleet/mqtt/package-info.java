/// MQTT 5 by the HiveMQ client, the only importer of it. Loaded where a site has a fleet, and
/// nowhere else.
@NullMarked
package org.libstation.fleet.mqtt;

import org.jspecify.annotations.NullMarked;
