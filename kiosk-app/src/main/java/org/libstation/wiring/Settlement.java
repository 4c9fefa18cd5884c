package org.libstation.wiring;

import java.util.Optional;
import org.libstation.sync.Desk;
import org.libstation.sync.Outbox;

/// Who settles: the desk for the person in front, the outbox for what is still open.
record Settlement(Desk desk, Optional<Outbox> outbox) {}
