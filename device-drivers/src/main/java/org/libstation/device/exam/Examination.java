package org.libstation.device.exam;

import org.libstation.device.DeviceClock;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Examines a device of one model. Nobody else may hold its line meanwhile.
///
/// Runs to its end on the caller's thread, within some seconds (more while a hand is waited for);
/// an interrupt ends it at once with [ExamStopped].
public interface Examination {

  /// @throws LinkLostException when the line cannot be opened or is cut
  Examined run(LinkOpener opener, DeviceClock clock, ExamWishes wishes) throws LinkLostException;
}
