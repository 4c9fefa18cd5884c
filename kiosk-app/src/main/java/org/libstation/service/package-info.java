/// What a technician or an operator asks of a station: doctor, health, support bundle, statistics,
/// what staff still have to do.
@NullMarked
package org.libstation.service;

import org.jspecify.annotations.NullMarked;
