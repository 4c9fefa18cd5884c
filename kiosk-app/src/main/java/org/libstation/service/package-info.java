/// Belongs here: what a technician or an administrator needs from a station. This includes doctor,
/// health, support bundle, statistics, remote orders, settings forms and staff tasks.
///
/// Does not belong here: what a patron needs. A station serves patrons without this package.
@NullMarked
package org.libstation.service;

import org.jspecify.annotations.NullMarked;
