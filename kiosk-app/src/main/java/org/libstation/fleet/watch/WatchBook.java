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

/// All matters, in one file that is written whole before anything of them is told, and again before
/// anybody hears that it was told. So what is due survives an end at any moment.
public class WatchBook {
  private static final Logger log = LoggerFactory.getLogger(WatchBook.class);

  /// With the names of stations as long as they may be, below what [WholeFile] takes.
  static final int MOST = 1_500;

  private static final String ID = "id";
  private static final String PAIR = "pair";

  private final WholeFile file;
  private final String id;
  private final Map<String, Incident> matters = new LinkedHashMap<>();
  private boolean pair;
  private boolean changed;
  private boolean kept = true;

  /// @param data a directory of its own; made where there is none
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
      log.warn("what was told before cannot be read, and may be told again: {}", e.toString());
      matters.clear();
      file.setAside();
    }
    id = all.getProperty(ID, "%08x".formatted(random.nextInt()));
    pair = Boolean.parseBoolean(all.getProperty(PAIR));
    changed = true;
  }

  /// Of this one that watches: eight hexadecimal digits.
  String id() {
    return id;
  }

  /// Whether another one watched when this one was there last.
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

  /// @return whether there is room for it
  boolean open(Incident matter) {
    String key = matter.subject().key();
    // That it is full is itself a matter.
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

  /// It is on disk when this returns; a disk that takes nothing is told, and waited for with
  /// nothing.
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
        log.error("what is told cannot be kept, and may be told again: {}", e.toString());
      }
      kept = false;
    }
  }
}
