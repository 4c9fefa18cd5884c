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

/// The folders in which the paths of all [PathWatch]es lie, watched by one thread.
final class FolderWatcher {
  /// A longer way of links leads in a circle.
  private static final int MOST_LINKS = 16;

  /// A path whose folders come and go faster than they can be looked at is given up.
  private static final int MOST_LOOKS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatcher.class);
  private static final FolderWatcher SHARED = new FolderWatcher();

  /// Where something must appear.
  ///
  /// @param folder the folder's watch
  /// @param name what must appear in it
  record WatchedPath(WatchKey folder, Path name) {}

  private final Set<PathWatch> watches = new HashSet<>();
  private final Set<WatchKey> folders = new HashSet<>();
  private @Nullable WatchService service;
  private boolean refused;

  private FolderWatcher() {}

  static FolderWatcher shared() {
    return SHARED;
  }

  synchronized void watch(PathWatch watch) {
    watches.add(watch);
    watch.watchedAt(places(watch.path()));
    dropUnused();
  }

  synchronized void forget(PathWatch watch) {
    watches.remove(watch);
    watch.watchedAt(Set.of());
    dropUnused();
  }

  /// Folders that are watched now.
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
      // Nothing is watched any more.
    }
  }

  private synchronized void happened(WatchKey folder) {
    Set<Path> names = new HashSet<>();
    boolean all = false;
    for (WatchEvent<?> event : folder.pollEvents()) {
      if (event.context() instanceof Path name) {
        names.add(name);
      } else {
        // More happened than the system kept.
        all = true;
      }
    }
    // A folder that is gone took everything in it away, and may be back already.
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

  /// A folder that was there and went before it was watched is looked for once more.
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

  /// Each folder is watched before it is looked into, so that nothing slips through in between.
  ///
  /// @throws NoSuchFileException when a folder on the way went in this moment
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
      // It has just gone.
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
      // Not ours to read.
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
            "the system lets no folder be watched ({}): a device that is plugged in again is found"
                + " at its next try only",
            e.toString());
      }
    }
    return service;
  }
}
