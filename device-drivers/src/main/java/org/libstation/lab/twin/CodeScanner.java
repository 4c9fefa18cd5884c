package org.libstation.lab.twin;

import java.util.Optional;
import org.libstation.lab.link.Twin;

/// A twin of a scanner before which barcodes are held.
public interface CodeScanner extends Twin {

  /// Holds a barcode before the scanner.
  ///
  /// @return whether the scanner read it
  boolean scan(String data);

  /// A twin of the same make that is set to be another kind of device; empty if the make has only
  /// one kind.
  ///
  /// @param scheme scheme of the address by which that kind is reached
  default Optional<CodeScanner> as(String scheme) {
    return Optional.empty();
  }
}
