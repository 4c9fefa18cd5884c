package org.libstation.device.link;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Wakes a device's own thread when a command arrives for it. The thread can therefore rest long
/// and still begin a command at once.
public final class DeviceWaker {
  private volatile @Nullable Thread owner;

  /// Registers the calling thread as the one to wake. The device's own thread calls this at each
  /// step.
  public void ownedHere() {
    owner = Thread.currentThread();
  }

  /// Wakes the device's thread. By now [org.libstation.device.Device#leisure()] must report that
  /// there is work. Callable from any thread.
  public void wake() {
    LockSupport.unpark(owner);
  }
}
