package org.libstation.process;

import java.time.OffsetDateTime;

/// The program was started again.
///
/// @param at when it had ended
/// @param code what patrons saw meanwhile, such as K41; `-` where nobody saw anything
/// @param cause in one line, for a technician; never a word of a message, which may be personal
public record RestartRecord(OffsetDateTime at, String code, String cause) {
  /// Of a start after power went or the machine was cut off.
  public static final String UNSEEN = "-";

  public RestartRecord {
    cause = cause.replaceAll("[\\t\\r\\n]+", " ").strip();
    if (!code.matches("K\\d\\d|-")) {
      throw new IllegalArgumentException("no code of the station: " + code);
    }
  }
}
