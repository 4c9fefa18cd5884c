package org.libstation.process;

import java.time.OffsetDateTime;

/// A restart of the program.
///
/// @param at when the program had ended
/// @param code code that patrons saw meanwhile, such as K41; `-` if nothing was shown
/// @param cause one line for a technician; never text of a message, which may be personal
public record RestartRecord(OffsetDateTime at, String code, String cause) {
  /// Code for a start after a power failure or a hard reset.
  public static final String UNSEEN = "-";

  public RestartRecord {
    cause = cause.replaceAll("[\\t\\r\\n]+", " ").strip();
    if (!code.matches("K\\d\\d|-")) {
      throw new IllegalArgumentException("no code of the station: " + code);
    }
  }
}
