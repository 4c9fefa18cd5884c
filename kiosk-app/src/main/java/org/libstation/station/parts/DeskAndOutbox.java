package org.libstation.station.parts;

import java.util.Optional;
import org.libstation.sync.Desk;
import org.libstation.sync.Outbox;

/// The two parts that settle: the desk for the patron present, the outbox for open entries.
public record DeskAndOutbox(Desk desk, Optional<Outbox> outbox) {}
