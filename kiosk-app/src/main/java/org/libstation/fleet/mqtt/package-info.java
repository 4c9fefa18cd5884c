/// Belongs here: MQTT 5 by the HiveMQ client; no other package imports that client. It is loaded
/// only if the site has a fleet.
@NullMarked
package org.libstation.fleet.mqtt;

import org.jspecify.annotations.NullMarked;
