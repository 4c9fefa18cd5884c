package org.libstation.language.speech;

import java.util.List;

/// What is said in one breath.
///
/// @param about stands for what it is about: a newer word about the same thing replaces one that
///   was not said yet; empty = nothing replaces it
/// @param pieces one a voice, in order
/// @param personal only for the ears of the person in front
public record Utterance(String about, List<Spoken> pieces, boolean personal) {
  public Utterance {
    pieces = List.copyOf(pieces);
  }

  /// For everybody's ears.
  public static Utterance open(List<Spoken> pieces) {
    return new Utterance("", pieces, false);
  }
}
