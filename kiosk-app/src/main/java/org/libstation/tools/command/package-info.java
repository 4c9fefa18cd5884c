/// Belongs here: commands for whoever prepares a site or examines its records: probing a central
/// system, SIP2 by hand, policies, tables of fines, journals of several stations.
///
/// Does not belong here: what a station that serves needs.
///
/// They come in an archive of their own (`tools`). The program runs without it.
@NullMarked
package org.libstation.tools.command;

import org.jspecify.annotations.NullMarked;
