package org.libstation.circulation;

import java.util.List;
import java.util.Optional;

/// What a card owes, as the central system reports it at one moment.
///
/// @param owed the sum (BV); empty if not sent
/// @param charges one line for each charge; empty if the central system lists none
public record ChargesLook(Optional<Money> owed, List<ChargeLine> charges) {
  public ChargesLook {
    charges = List.copyOf(charges);
  }

  /// What is still owed of one charge; empty if the charge is not listed or its sum cannot be read.
  public Optional<Money> open(String charge) {
    return charges.stream()
        .filter(line -> line.id().filter(charge::equals).isPresent())
        .findFirst()
        .flatMap(ChargeLine::open);
  }
}
