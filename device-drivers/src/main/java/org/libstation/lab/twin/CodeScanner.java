package org.libstation.lab.twin;

import java.util.Optional;
import org.libstation.lab.link.Twin;

/// A twin before which barcodes are held.
public interface CodeScanner extends Twin {

  /// Somebody holds a barcode before it.
  ///
  /// @return whether it read it
  boolean scan(String data);

  /// One of the same make that is set to be another kind of device; empty where it is one kind
  /// alone.
  ///
  /// @param scheme of the address by which that kind is reached
  default Optional<CodeScanner> as(String scheme) {
    return Optional.empty();
  }
}
