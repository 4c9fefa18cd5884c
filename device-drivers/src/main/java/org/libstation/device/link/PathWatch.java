package org.libstation.device.link;

import java.nio.file.Path;
import java.util.Set;

/// Notices that a path has appeared, such as `/dev/serial/by-id/usb-…` when its device is plugged
/// in again. The path may lead through symbolic links and through folders that do not exist yet.
///
/// One thread and one system watcher serve all paths. If the system grants no watcher, no
/// appearance is noticed, and the caller must look now and then.
public final class PathWatch implements AutoCloseable {
  private final Path path;
  private volatile boolean appeared;

  /// Where something must appear before the path exists: the path itself, each link on its way, the
  /// first missing folder. Guarded by the folder watcher.
  private Set<FolderWatcher.WatchedPath> places = Set.of();

  public PathWatch(Path path) {
    this.path = path.toAbsolutePath();
  }

  /// Forgets earlier appearances, and watches from now on.
  ///
  /// Call this before each attempt to open: whatever appears after this call is noticed.
  public void arm() {
    appeared = false;
    FolderWatcher.shared().watch(this);
  }

  /// Whether the path has appeared since the last [#arm()]. True if the path, or a link on its way,
  /// changed and the path existed just after the change.
  public boolean appeared() {
    return appeared;
  }

  /// Stops watching; [#arm()] starts it again.
  @Override
  public void close() {
    FolderWatcher.shared().forget(this);
    appeared = false;
  }

  Path path() {
    return path;
  }

  Set<FolderWatcher.WatchedPath> places() {
    return places;
  }

  void watchedAt(Set<FolderWatcher.WatchedPath> found) {
    places = found;
  }

  void hasAppeared() {
    appeared = true;
  }
}
