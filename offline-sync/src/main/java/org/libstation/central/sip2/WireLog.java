package org.libstation.central.sip2;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The only code that writes the traffic of the wire to a log, at DEBUG only. Card numbers are
/// masked. Secrets and names are replaced by their length, and the central system's sentences by
/// their shape ([Sip2Fields#toString()]).
final class WireLog {

  private static final Logger LOG = LoggerFactory.getLogger(WireLog.class);

  private WireLog() {}

  static void sent(Sip2Message message, int sequence) {
    LOG.debug("> {} AY{}", message, sequence);
  }

  static void received(Sip2Codec.Received received) {
    LOG.debug("< {} {}", received.message(), received.trailer());
  }

  /// @param reason for technicians; must never hold a secret or a name
  static void noted(String reason) {
    LOG.debug("! {}", reason);
  }
}
