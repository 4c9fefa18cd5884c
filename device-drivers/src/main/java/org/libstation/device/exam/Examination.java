package org.libstation.device.exam;

import org.libstation.device.DeviceClock;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Examines a device of one model. The caller must be the only user of its line.
///
/// Runs to its end on the caller's thread within some seconds, or longer while it waits for a
/// person. An interrupt ends it at once with [ExamStopped].
public interface Examination {

  /// Examines the device.
  ///
  /// @throws LinkLostException when the line cannot be opened or is cut
  Examined run(LinkOpener opener, DeviceClock clock, ExamWishes wishes) throws LinkLostException;
}
