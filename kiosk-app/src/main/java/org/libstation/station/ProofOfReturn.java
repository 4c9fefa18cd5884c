package org.libstation.station;

import java.util.List;
import org.libstation.returnproof.ReturnStatement.HandedOver;

/// Signs what a slip states of returns.
public interface ProofOfReturn {
  /// Nothing is proven.
  ProofOfReturn NONE = (_, _) -> List.of();

  /// @param station its name and the library's, as they stand on the slip
  /// @param returns in the order of the slip
  /// @return texts for QR codes, as many as it takes; empty where the station signs nothing
  List<String> of(String station, List<HandedOver> returns);
}
