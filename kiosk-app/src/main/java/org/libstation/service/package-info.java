/// Belongs here: what a technician or an administrator asks of a station: doctor, health, support
/// bundle, statistics, remote orders, settings by form.
///
/// Does not belong here: what a patron needs: a station runs without it.
///
/// What a technician or an operator asks of a station: doctor, health, support bundle, statistics,
/// what staff still have to do.
@NullMarked
package org.libstation.service;

import org.jspecify.annotations.NullMarked;
