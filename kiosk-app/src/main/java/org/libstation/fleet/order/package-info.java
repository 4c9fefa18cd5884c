/// Belongs here: orders to a station: what an order is, whether it is accepted ([OrderJudge]), that
/// it is carried out only once ([OrderStore]), and its progress ([OrderDesk]).
///
/// Does not belong here: what an order does ([OrderActions] is implemented elsewhere).
@NullMarked
package org.libstation.fleet.order;

import org.jspecify.annotations.NullMarked;
