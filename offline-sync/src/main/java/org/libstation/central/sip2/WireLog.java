package org.libstation.central.sip2;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where what goes over the wire is written into a log, at DEBUG only: card numbers
/// masked, secrets and names by their length, the central system's sentences by their shape
/// ([Sip2Fields#toString()]).
final class WireLog {

  private static final Logger LOG = LoggerFactory.getLogger(WireLog.class);

  private WireLog() {}

  static void sent(Sip2Message message, int sequence) {
    LOG.debug("> {} AY{}", message, sequence);
  }

  static void received(Sip2Codec.Received received) {
    LOG.debug("< {} {}", received.message(), received.trailer());
  }

  /// @param reason for technicians; never holds a secret or a name
  static void noted(String reason) {
    LOG.debug("! {}", reason);
  }
}
