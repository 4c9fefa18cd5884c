/// Who may say and hear what at the fleet's broker, and the files by which mosquitto, RabbitMQ and
/// ejabberd are told.
@NullMarked
package org.libstation.fleet.rights;

import org.jspecify.annotations.NullMarked;
