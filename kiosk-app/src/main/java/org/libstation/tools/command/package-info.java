/// Belongs here: commands for people who prepare a site or examine its records: probing a central
/// system, SIP2 by hand, policies, tables of fines, journals of several stations.
///
/// Does not belong here: anything that a serving station needs.
///
/// The commands come in an archive of their own (`tools`). The program runs without it.
@NullMarked
package org.libstation.tools.command;

import org.jspecify.annotations.NullMarked;
