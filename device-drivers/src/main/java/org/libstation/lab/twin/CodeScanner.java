package org.libstation.lab.twin;

import org.libstation.lab.link.Twin;

/// A twin before which barcodes are held.
public interface CodeScanner extends Twin {

  /// Somebody holds a barcode before it.
  ///
  /// @return whether it read it
  boolean scan(String data);
}
