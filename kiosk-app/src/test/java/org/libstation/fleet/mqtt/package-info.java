@NullMarked
package org.libstation.fleet.mqtt;

import org.jspecify.annotations.NullMarked;
