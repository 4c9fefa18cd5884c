package org.libstation.service;

import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.libstation.circulation.EventTime;
import org.libstation.flow.state.FlowEvent;
import org.libstation.station.policy.PolicyFeeds;

/// The parts of the running station that remote orders use.
///
/// @param settle retries the entries that wait for the central system
/// @param waiting number of entries that wait for the central system
/// @param watched whether a supervisor restarts the program after it ends
public record StationAccess(
    Consumer<FlowEvent> flow,
    Supplier<EventTime> clock,
    PolicyFeeds feeds,
    Runnable settle,
    IntSupplier waiting,
    boolean watched) {}
