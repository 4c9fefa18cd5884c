package org.libstation.device.link;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Ends the rest of a device's own thread when a command came for it, so that it may rest long and
/// still begin a command at once.
public final class DeviceWaker {
  private volatile @Nullable Thread owner;

  /// The device's own thread says, at each step, that it is the one to wake.
  public void ownedHere() {
    owner = Thread.currentThread();
  }

  /// There is something to do, and [org.libstation.device.Device#leisure()] says so by now. From
  /// any thread.
  public void wake() {
    LockSupport.unpark(owner);
  }
}
