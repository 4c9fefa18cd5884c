package org.libstation.fleet.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.libstation.fleet.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All incidents, in one file. It is written whole before an alert is sent, and again before other
/// watchers hear that it was sent. So due alerts survive an end at any moment.
public class WatchBook {
  private static final Logger log = LoggerFactory.getLogger(WatchBook.class);

  /// Most incidents: even with the longest station names the file stays below the limit of
  /// [WholeFile].
  static final int MOST = 1_500;

  private static final String ID = "id";
  private static final String PAIR = "pair";

  private final WholeFile file;
  private final String id;
  private final Map<String, Incident> matters = new LinkedHashMap<>();
  private boolean pair;
  private boolean changed;
  private boolean kept = true;

  /// @param data directory for this file alone; made if missing
  public WatchBook(Path data, RandomGenerator random) {
    file = new WholeFile(data.resolve("watch.properties"));
    Properties all = new Properties();
    try {
      all = file.read();
      for (String key : all.stringPropertyNames()) {
        if (!key.equals(ID) && !key.equals(PAIR)) {
          matters.put(key, Incident.read(key, all.getProperty(key)));
        }
      }
    } catch (IOException | RuntimeException e) {
      log.warn(
          "cannot read which alerts were sent before, so some may be sent again: {}", e.toString());
      matters.clear();
      file.setAside();
    }
    id = all.getProperty(ID, "%08x".formatted(random.nextInt()));
    pair = Boolean.parseBoolean(all.getProperty(PAIR));
    changed = true;
  }

  /// ID of this watcher: eight hexadecimal digits.
  String id() {
    return id;
  }

  /// Whether another watcher was there when this one last ran.
  boolean isPair() {
    return pair;
  }

  void pair(boolean now) {
    changed |= now != pair;
    pair = now;
  }

  Collection<Incident> all() {
    return List.copyOf(matters.values());
  }

  Optional<Incident> of(String key) {
    return Optional.ofNullable(matters.get(key));
  }

  /// Adds an incident.
  ///
  /// @return whether there is room for it
  boolean open(Incident matter) {
    String key = matter.subject().key();
    // A full book is itself an incident.
    boolean own = matter.subject().kind().isOfTheWatch();
    if (!own && matters.size() >= MOST && !matters.containsKey(key)) {
      return false;
    }
    matters.put(key, matter);
    changed = true;
    return true;
  }

  void remove(Predicate<Incident> which) {
    changed |= matters.values().removeIf(which);
  }

  void change() {
    changed = true;
  }

  boolean isChanged() {
    return changed;
  }

  /// Writes the file; it is on disk when this returns. A full or broken disk is logged and holds
  /// nothing up.
  void write() {
    if (!changed) {
      return;
    }
    Properties all = new Properties();
    all.setProperty(ID, id);
    all.setProperty(PAIR, String.valueOf(pair));
    matters.forEach((key, matter) -> all.setProperty(key, matter.line()));
    try {
      file.write(all);
      changed = false;
      kept = true;
    } catch (IOException e) {
      if (kept) {
        log.error(
            "cannot save which alerts were sent, so some may be sent again: {}", e.toString());
      }
      kept = false;
    }
  }
}
