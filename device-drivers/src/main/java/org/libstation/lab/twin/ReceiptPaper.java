package org.libstation.lab.twin;

import java.util.List;
import org.libstation.lab.link.Twin;

/// A twin of a printer whose paper can be looked at, taken out and loaded.
public interface ReceiptPaper extends Twin {

  /// The strips that were cut or torn off, oldest first; only the last few hundred are kept.
  List<PaperStrip> tickets();

  /// The paper that hangs out of the printer, not yet cut.
  PaperStrip hanging();

  /// Whether the printer has a roll.
  boolean hasPaper();

  void takePaperOut();

  /// Loads a new roll; the paper that hung out of the old one is torn off.
  void loadPaper();

  void paperNearEnd(boolean near);

  /// Opens or closes the cover.
  void cover(boolean open);
}
