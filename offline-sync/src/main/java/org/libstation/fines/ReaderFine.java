package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Other fines than the usual ones of a lending class, for some patrons, lending places or media.
/// If several fit, the first one holds.
///
/// @param patrons patron classes; empty means every patron
/// @param places lending places; empty means all
/// @param media SIP2 media types (CK); empty means all
@RecordBuilder
public record ReaderFine(
    Set<String> patrons, Set<String> places, Set<String> media, FinePolicy fines)
    implements ReaderFineBuilder.With {
  public ReaderFine {
    patrons = Set.copyOf(patrons);
    places = Set.copyOf(places);
    media = Set.copyOf(media);
  }

  /// Whether it is for a patron about whom some facts may be unknown.
  private enum ReaderMatch {
    YES,
    PERHAPS,
    NO;

    static ReaderMatch of(Set<String> named, Optional<String> value) {
      if (named.isEmpty()) {
        return YES;
      }
      return value.isEmpty() ? PERHAPS : named.contains(value.get()) ? YES : NO;
    }

    /// Combines two matches to the less certain one.
    ReaderMatch and(ReaderMatch other) {
      return compareTo(other) > 0 ? this : other;
    }
  }

  private ReaderMatch fit(Reader reader) {
    return ReaderMatch.of(patrons, reader.patronClass())
        .and(ReaderMatch.of(places, Optional.of(reader.place())))
        .and(ReaderMatch.of(media, reader.media()));
  }

  /// Whether it certainly holds for this patron; an unknown fact does not match.
  public boolean isFor(Reader reader) {
    return fit(reader) == ReaderMatch.YES;
  }

  /// Whether a loan of this place can be under it at all.
  public boolean isOf(String place) {
    return places.isEmpty() || places.contains(place);
  }

  /// Whether both are for the same patrons, places and media.
  public boolean isAbout(ReaderFine other) {
    return patrons.equals(other.patrons)
        && places.equals(other.places)
        && media.equals(other.media);
  }

  /// The policy for this patron; an unknown fact does not match.
  public static FinePolicy of(FinePolicy usual, List<ReaderFine> others, Reader reader) {
    return others.stream()
        .filter(other -> other.isFor(reader))
        .findFirst()
        .map(ReaderFine::fines)
        .orElse(usual);
  }

  /// All policies that may hold for this patron, each once; exactly one if enough is known.
  public static List<FinePolicy> possible(
      FinePolicy usual, List<ReaderFine> others, Reader reader) {
    List<FinePolicy> possible = new ArrayList<>();
    for (ReaderFine other : others) {
      ReaderMatch fit = other.fit(reader);
      if (fit != ReaderMatch.NO) {
        possible.add(other.fines());
      }
      if (fit == ReaderMatch.YES) {
        return possible.stream().distinct().toList();
      }
    }
    possible.add(usual);
    return possible.stream().distinct().toList();
  }
}
