/// Orders to a station: what one is, whether it is to be carried out ([OrderJudge]), that it is so
/// once only ([OrderStore]), and how far it is ([OrderDesk]). What an order does is elsewhere
/// ([OrderActions]).
@NullMarked
package org.libstation.fleet.order;

import org.jspecify.annotations.NullMarked;
