/// Belongs here: what a technician or an administrator asks of a station: doctor, health, support
/// bundle, statistics, remote orders, settings by form, tasks for staff.
///
/// Does not belong here: what a patron needs: a station runs without it.
@NullMarked
package org.libstation.service;

import org.jspecify.annotations.NullMarked;
