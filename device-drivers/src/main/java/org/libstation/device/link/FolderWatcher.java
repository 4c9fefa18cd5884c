package org.libstation.device.link;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the folders of all [PathWatch] paths with one thread.
final class FolderWatcher {
  /// Most symbolic links followed; more form a circle.
  private static final int MOST_LINKS = 16;

  /// Number of looks after which a path is given up, because its folders come and go too fast.
  private static final int MOST_LOOKS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatcher.class);
  private static final FolderWatcher SHARED = new FolderWatcher();

  /// A place where a file must appear.
  ///
  /// @param folder the watch of the folder
  /// @param name the file or link that must appear in it
  record WatchedPath(WatchKey folder, Path name) {}

  private final Set<PathWatch> watches = new HashSet<>();
  private final Set<WatchKey> folders = new HashSet<>();
  private @Nullable WatchService service;
  private boolean refused;

  private FolderWatcher() {}

  static FolderWatcher shared() {
    return SHARED;
  }

  /// Starts watching a path, or restarts it at its present folders.
  synchronized void watch(PathWatch watch) {
    watches.add(watch);
    watch.watchedAt(places(watch.path()));
    dropUnused();
  }

  /// Stops watching a path.
  synchronized void forget(PathWatch watch) {
    watches.remove(watch);
    watch.watchedAt(Set.of());
    dropUnused();
  }

  /// Number of folders that are watched now.
  synchronized int folders() {
    return folders.size();
  }

  private void run(WatchService from) {
    try {
      while (true) {
        happened(from.take());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ClosedWatchServiceException _) {
      // The watch service was closed.
    }
  }

  private synchronized void happened(WatchKey folder) {
    Set<Path> names = new HashSet<>();
    boolean all = false;
    for (WatchEvent<?> event : folder.pollEvents()) {
      if (event.context() instanceof Path name) {
        names.add(name);
      } else {
        // Events were lost, because more happened than the system kept.
        all = true;
      }
    }
    // A folder that is gone took all its content away, and may be back already.
    boolean any = !folder.reset() || all;
    for (PathWatch watch : watches) {
      boolean concerned =
          watch.places().stream()
              .anyMatch(
                  place -> place.folder().equals(folder) && (any || names.contains(place.name())));
      if (concerned) {
        watch.watchedAt(places(watch.path()));
        if (Files.exists(watch.path())) {
          watch.hasAppeared();
        }
      }
    }
    dropUnused();
  }

  private void dropUnused() {
    Set<WatchKey> used =
        watches.stream()
            .flatMap(watch -> watch.places().stream())
            .map(WatchedPath::folder)
            .collect(Collectors.toSet());
    folders.removeIf(
        folder -> {
          if (used.contains(folder)) {
            return false;
          }
          folder.cancel();
          return true;
        });
  }

  /// The places to watch for a path. If a folder disappears before it can be watched, the search is
  /// repeated.
  private Set<WatchedPath> places(Path path) {
    for (int i = 0; i < MOST_LOOKS; i++) {
      try {
        return placesNow(path);
      } catch (NoSuchFileException _) {
        LOG.debug("{}: a folder on its way went in this moment", path);
      }
    }
    return Set.of();
  }

  /// The places to watch at this moment. Each folder is watched before it is looked into, so that
  /// no change is missed in between.
  ///
  /// @throws NoSuchFileException when a folder on the way disappeared in this moment
  private Set<WatchedPath> placesNow(Path path) throws NoSuchFileException {
    Set<WatchedPath> places = new LinkedHashSet<>();
    Deque<Path> ahead = new ArrayDeque<>();
    path.forEach(ahead::addLast);
    Path folder = path.getRoot();
    int links = 0;
    while (!ahead.isEmpty() && links <= MOST_LINKS) {
      Path name = ahead.removeFirst();
      Path here = folder.resolve(name).normalize();
      if (isFolder(here)) {
        folder = here;
        continue;
      }
      Optional<WatchKey> watched = watched(folder);
      if (watched.isEmpty()) {
        return places;
      }
      places.add(new WatchedPath(watched.get(), name));
      Optional<Path> target = target(here);
      if (target.isPresent()) {
        links++;
        prepend(target.get(), ahead);
        folder = target.get().isAbsolute() ? path.getRoot() : folder;
      } else if (isFolder(here)) {
        folder = here;
      } else {
        return places;
      }
    }
    return places;
  }

  private static boolean isFolder(Path here) {
    return Files.isDirectory(here, LinkOption.NOFOLLOW_LINKS);
  }

  private static Optional<Path> target(Path link) {
    try {
      return Files.isSymbolicLink(link)
          ? Optional.of(Files.readSymbolicLink(link))
          : Optional.empty();
    } catch (IOException _) {
      // The link has just been removed.
      return Optional.empty();
    }
  }

  private static void prepend(Path target, Deque<Path> ahead) {
    for (int i = target.getNameCount() - 1; i >= 0; i--) {
      ahead.addFirst(target.getName(i));
    }
  }

  private Optional<WatchKey> watched(Path folder) throws NoSuchFileException {
    try {
      WatchService open = service();
      if (open == null) {
        return Optional.empty();
      }
      WatchKey key = folder.register(open, StandardWatchEventKinds.ENTRY_CREATE);
      folders.add(key);
      return Optional.of(key);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // This program may not read the folder.
      LOG.debug("{} is not watched: {}", folder, e.toString());
      return Optional.empty();
    }
  }

  private @Nullable WatchService service() {
    if (service == null && !refused) {
      try {
        WatchService fresh = FileSystems.getDefault().newWatchService();
        service = fresh;
        Thread.ofPlatform().daemon().name("paths of devices").start(() -> run(fresh));
      } catch (IOException | RuntimeException e) {
        refused = true;
        LOG.warn(
            "the system does not allow watching folders ({}): the station finds a device that is"
                + " plugged in again only at its next try",
            e.toString());
      }
    }
    return service;
  }
}
