/// Belongs here: what stations and a fleet's page exchange (news, orders, rights), and the page
/// itself.
///
/// Does not belong here: what a station does for patrons.
///
/// [News] is a station's report to the fleet's page, built from its own numbers, codes and words
/// alone. [NewsDesk] sends it over [Broker], our own interface to a message broker. [NewsStore]
/// keeps what a restart must not lose. `docs/administrator/fleet-messages.md` names each topic and
/// member.
@NullMarked
package org.libstation.fleet;

import org.jspecify.annotations.NullMarked;
