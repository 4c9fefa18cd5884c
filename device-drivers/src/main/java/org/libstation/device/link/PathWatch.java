package org.libstation.device.link;

import java.nio.file.Path;
import java.util.Set;

/// Notices that a path has come (back), such as `/dev/serial/by-id/usb-…` when its device is
/// plugged in again; also through symbolic links and folders that are not there yet.
///
/// One thread and one watcher of the system serve all of them. Where the system has no watcher to
/// give, nothing is ever noticed, and whoever waits must look now and then.
public final class PathWatch implements AutoCloseable {
  private final Path path;
  private volatile boolean appeared;

  /// Where something must appear for the path to be there: the path itself, each link on its way,
  /// the first folder that is missing. Guarded by the folder watcher.
  private Set<FolderWatcher.WatchedPath> places = Set.of();

  public PathWatch(Path path) {
    this.path = path.toAbsolutePath();
  }

  /// Forgets what came so far, and watches from now on.
  ///
  /// Called before each attempt to open: whatever appears after this call is noticed.
  public void arm() {
    appeared = false;
    FolderWatcher.shared().watch(this);
  }

  /// Whether the path, or a link on its way, has come since the last [#arm()], and is there.
  public boolean appeared() {
    return appeared;
  }

  /// Ends watching; [#arm()] begins it anew.
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
