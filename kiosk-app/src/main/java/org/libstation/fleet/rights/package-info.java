/// Belongs here: who may publish and subscribe to what at the fleet's broker, and the configuration
/// files of mosquitto, RabbitMQ and ejabberd that say so.
@NullMarked
package org.libstation.fleet.rights;

import org.jspecify.annotations.NullMarked;
