package org.libstation.circulation;

import java.util.List;
import java.util.Optional;

/// What a card owes, as the central system says it at one moment.
///
/// @param owed the sum (BV), where told
/// @param charges a line a charge; empty where they are not listed
public record ChargesLook(Optional<Money> owed, List<ChargeLine> charges) {
  public ChargesLook {
    charges = List.copyOf(charges);
  }

  /// What is open of one charge; empty when it is not listed or its sum cannot be read.
  public Optional<Money> open(String charge) {
    return charges.stream()
        .filter(line -> line.id().filter(charge::equals).isPresent())
        .findFirst()
        .flatMap(ChargeLine::open);
  }
}
