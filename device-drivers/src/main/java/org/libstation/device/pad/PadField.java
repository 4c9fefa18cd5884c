package org.libstation.device.pad;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceListener;
import org.libstation.device.LyingTag;
import org.libstation.device.SelfNote;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// What the inventories and readings of the field come to: arrivals, departures and ghosts, each
/// told once, and what lies there now.
final class PadField {
  /// How often the content of a new tag is tried before it is said to be unreadable.
  static final int READ_TRIES = 5;

  /// With so many tries left the field is reset, in case the tag hangs.
  static final int RESET_AT = 2;

  private final String name;
  private final PadOptions options;
  private final DeviceListener listener;
  private final FieldPresence presence;
  private final Queue<TagUid> toRead = new ArrayDeque<>();
  private final Map<TagUid, LyingTag> lying = new LinkedHashMap<>();
  private final Ghosts ghosts = new Ghosts();

  /// Inventories still to come until the field counts as listed, and one more; 0 once that was
  /// said.
  private int listings;

  /// A look was asked for, and what it comes to was not said yet.
  private boolean looking;

  /// Tags of which the list must say whether they lie there, and that were not named since.
  private final Set<TagUid> unseen = new HashSet<>();

  PadField(String name, PadOptions options, DeviceListener listener) {
    this.name = name;
    this.options = options;
    this.listener = listener;
    this.presence = new FieldPresence(options.leaveAfter(), READ_TRIES);
  }

  /// From any thread.
  List<LyingTag> lying() {
    synchronized (lying) {
      return List.copyOf(lying.values());
    }
  }

  /// The reader is there (again), or did not say for a while what lies there: that is to be said
  /// anew.
  void listAnew() {
    listings = options.leaveAfter() + 1;
  }

  /// The inventory that is made next is the first after somebody asked for a look: each tag is to
  /// be named again before the field counts as listed.
  void lookAnew() {
    looking = true;
    lying().forEach(tag -> unseen.add(tag.uid()));
  }

  /// Takes a complete inventory.
  void present(List<Seen> all) {
    List<Seen> seen = all.stream().filter(tag -> !isOfAnotherKind(tag)).toList();
    List<TagUid> uids = seen.stream().map(Seen::uid).distinct().toList();
    FieldPresence.PresenceChange change = presence.seen(uids);
    uids.forEach(unseen::remove);
    change.left().forEach(unseen::remove);
    change.left().forEach(this::left);
    change.passed().forEach(uid -> ghosts.tell(uid, "named for a moment, never answered"));
    List<TagUid> unread = presence.unread();
    for (Seen tag : seen) {
      if (!unread.contains(tag.uid()) || toRead.contains(tag.uid())) {
        continue;
      }
      switch (tag) {
        case Seen.Vicinity vicinity -> vicinity(vicinity.uid());
        case Seen.Other _ -> {
          // Told above.
        }
        case Seen.Proximity card -> {
          if (!isLying(card.uid())) {
            arrived(card.uid(), 0, 0, new TagContent.Foreign("a card of ISO 14443, no tag"));
          }
        }
      }
    }
    tellWhenListed();
  }

  /// Such a tag is never announced; the list goes on without it.
  private boolean isOfAnotherKind(Seen tag) {
    if (tag instanceof Seen.Other(int type)) {
      ghosts.tell(tag.uid(), "a tag of another kind (type %02X) lies there".formatted(type));
      return true;
    }
    return false;
  }

  /// A single inventory may miss a tag: as many as a tag may be missed by must have been taken, and
  /// one that the last of them missed is waited for.
  private void tellWhenListed() {
    if (listings > 1) {
      listings--;
      unseen.addAll(listings == 1 ? presence.missing() : List.of());
    }
    boolean listed = listings == 1 && toRead.isEmpty() && presence.unread().isEmpty();
    if (unseen.isEmpty() && (listed || (listings == 0 && looking))) {
      listings = 0;
      looking = false;
      listener.on(new DeviceEvent.FieldListed(name));
    }
  }

  private void vicinity(TagUid uid) {
    Optional<String> ghost = Ghosts.atSight(uid);
    if (ghost.isPresent()) {
      presence.ghost(uid);
      ghosts.tell(uid, ghost.get());
    } else {
      toRead.add(uid);
    }
  }

  private boolean isLying(TagUid uid) {
    synchronized (lying) {
      return lying.containsKey(uid);
    }
  }

  /// The next tag whose content is to be read.
  Optional<TagUid> nextToRead() {
    for (TagUid uid = toRead.poll(); uid != null; uid = toRead.poll()) {
      if (presence.unread().contains(uid)) {
        return Optional.of(uid);
      }
    }
    return Optional.empty();
  }

  boolean hasToRead() {
    return !toRead.isEmpty();
  }

  /// The content of a tag was read.
  void read(TagUid uid, ReadTask.TagRead read) {
    PadReply.TagInfo info = read.info();
    TagContent content = LibraryTag.judge(info.dsfid(), read.memory().toArray());
    arrived(uid, info.afi(), info.dsfid(), options.content(content));
  }

  /// A try to read it failed.
  ///
  /// @return whether the field should be reset before the next one
  boolean notRead(TagUid uid, TagOutcome outcome) {
    int left = presence.readFailed(uid);
    if (left > 0) {
      return left == RESET_AT;
    }
    Optional<String> misread = Ghosts.misread(uid, lying().stream().map(LyingTag::uid).toList());
    if (misread.isPresent()) {
      presence.ghost(uid);
      ghosts.tell(uid, misread.get());
    } else {
      String last =
          outcome instanceof TagOutcome.TagWriteFailed failed ? failed.reason() : "no answer";
      arrived(uid, 0, 0, new TagContent.Damaged("unreadable after several tries: " + last));
    }
    return false;
  }

  /// The security byte of a tag was read or written.
  ///
  /// @param contradicted the EAS bit says the other thing: then nothing is known
  void security(TagUid uid, int afi, boolean contradicted) {
    TagSecurity security = contradicted ? TagSecurity.UNKNOWN : options.security(afi);
    synchronized (lying) {
      lying.computeIfPresent(
          uid, (_, tag) -> new LyingTag(uid, afi, tag.dsfid(), tag.content(), security));
    }
  }

  /// What was last found there, whether or not it still lies there.
  Optional<TagSecurity> securityOf(TagUid uid) {
    return lying().stream()
        .filter(tag -> tag.uid().equals(uid))
        .map(LyingTag::security)
        .findFirst();
  }

  /// What the reader says of ghosts.
  List<SelfNote> ghosts() {
    return ghosts.note();
  }

  /// The line is lost: what lies there is not known to have left.
  void lineLost() {
    toRead.clear();
  }

  private void arrived(TagUid uid, int afi, int dsfid, TagContent content) {
    presence.announced(uid);
    TagSecurity security = options.security(afi);
    synchronized (lying) {
      lying.put(uid, new LyingTag(uid, afi, dsfid, content, security));
    }
    listener.on(new DeviceEvent.TagArrived(name, uid, afi, dsfid, content, security));
  }

  private void left(TagUid uid) {
    synchronized (lying) {
      lying.remove(uid);
    }
    listener.on(new DeviceEvent.TagLeft(name, uid));
  }
}
