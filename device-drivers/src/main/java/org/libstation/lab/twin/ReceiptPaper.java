package org.libstation.lab.twin;

import java.util.List;
import org.libstation.lab.link.Twin;

/// A twin that prints on paper which is looked at, taken out and put in.
public interface ReceiptPaper extends Twin {

  /// What was cut (or torn) off, oldest first; the newest some hundred at most.
  List<PaperStrip> tickets();

  /// What hangs out of it, not yet cut.
  PaperStrip hanging();

  /// Whether there is a roll in it.
  boolean hasPaper();

  void takePaperOut();

  /// A new roll: what hung out of the old one is torn off.
  void loadPaper();

  void paperNearEnd(boolean near);

  void cover(boolean open);
}
