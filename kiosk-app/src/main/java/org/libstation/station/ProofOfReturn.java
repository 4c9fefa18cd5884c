package org.libstation.station;

import java.util.List;
import org.libstation.returnproof.ReturnStatement.HandedOver;

/// Signs what a receipt states about returns.
public interface ProofOfReturn {
  /// Signs nothing.
  ProofOfReturn NONE = (_, _) -> List.of();

  /// @param station the station's name and the library's, as printed on the receipt
  /// @param returns in the order of the receipt
  /// @return texts for QR codes, as many as needed; empty if the station signs nothing
  List<String> of(String station, List<HandedOver> returns);
}
