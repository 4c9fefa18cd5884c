package org.libstation.service;

import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.libstation.circulation.EventTime;
import org.libstation.flow.state.FlowEvent;
import org.libstation.station.policy.PolicyFeeds;

/// What orders from staff far away reach of the running station.
///
/// @param settle what waits for the central system is tried now
/// @param waiting how many entries wait for the central system
/// @param watched whether somebody starts the program again when it has ended
public record StationAccess(
    Consumer<FlowEvent> flow,
    Supplier<EventTime> clock,
    PolicyFeeds feeds,
    Runnable settle,
    IntSupplier waiting,
    boolean watched) {}
