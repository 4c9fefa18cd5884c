package org.libstation.station.parts;

import java.util.Optional;
import org.libstation.sync.Desk;
import org.libstation.sync.Outbox;

/// Holds who settles: the desk for the person in front, the outbox for what is still open.
public record DeskAndOutbox(Desk desk, Optional<Outbox> outbox) {}
