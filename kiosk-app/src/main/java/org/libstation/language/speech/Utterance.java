package org.libstation.language.speech;

import java.util.List;

/// One sentence, spoken as a unit.
///
/// @param about identifies its topic: a newer utterance about it replaces one that was not spoken
///   yet; empty = none does
/// @param pieces pieces for one voice each, in order
/// @param personal whether only the patron may hear it
public record Utterance(String about, List<Spoken> pieces, boolean personal) {
  public Utterance {
    pieces = List.copyOf(pieces);
  }

  /// Returns an utterance that everybody may hear.
  public static Utterance open(List<Spoken> pieces) {
    return new Utterance("", pieces, false);
  }
}
