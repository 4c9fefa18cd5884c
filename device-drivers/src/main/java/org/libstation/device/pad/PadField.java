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

/// Derives events from the inventories and readings of the field: arrivals, departures and ghosts,
/// each reported once. Holds the tags that lie there now.
final class PadField {
  /// Number of tries to read a new tag before it is reported as unreadable.
  static final int READ_TRIES = 5;

  /// Number of remaining tries at which the field is reset, in case the tag hangs.
  static final int RESET_AT = 2;

  private final String name;
  private final PadOptions options;
  private final DeviceListener listener;
  private final FieldPresence presence;
  private final Queue<TagUid> toRead = new ArrayDeque<>();
  private final Map<TagUid, LyingTag> lying = new LinkedHashMap<>();
  private final Ghosts ghosts = new Ghosts();

  /// Number of inventories until the field counts as listed, plus one; 0 once that was reported.
  private int listings;

  /// Whether a look was requested and its result is not yet reported.
  private boolean looking;

  /// Tags that the requested list must confirm and that no inventory has listed since.
  private final Set<TagUid> unseen = new HashSet<>();

  PadField(String name, PadOptions options, DeviceListener listener) {
    this.name = name;
    this.options = options;
    this.listener = listener;
    this.presence = new FieldPresence(options.leaveAfter(), READ_TRIES);
  }

  /// The tags in the field; callable from any thread.
  List<LyingTag> lying() {
    synchronized (lying) {
      return List.copyOf(lying.values());
    }
  }

  /// Makes the field be reported anew. Called when the reader is there (again), or could not report
  /// the field for a while.
  void listAnew() {
    listings = options.leaveAfter() + 1;
  }

  /// Starts a requested look with the next inventory. Each tag must be listed again before the
  /// field counts as listed.
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
    change.passed().forEach(uid -> ghosts.tell(uid, "reported for a moment, but never answered"));
    List<TagUid> unread = presence.unread();
    for (Seen tag : seen) {
      if (!unread.contains(tag.uid()) || toRead.contains(tag.uid())) {
        continue;
      }
      switch (tag) {
        case Seen.Vicinity vicinity -> vicinity(vicinity.uid());
        case Seen.Other _ -> {
          // Already reported as of another kind.
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

  /// Whether the tag is of another kind. Such a tag is never announced; the list goes on without
  /// it.
  private boolean isOfAnotherKind(Seen tag) {
    if (tag instanceof Seen.Other(int type)) {
      ghosts.tell(tag.uid(), "a tag of another kind (type %02X) lies there".formatted(type));
      return true;
    }
    return false;
  }

  /// Reports the field as listed when it is. A single inventory may miss a tag, so as many must be
  /// taken as a tag may miss. A tag that the last of them missed is waited for.
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

  /// The next tag whose content is to be read; empty if there is none.
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

  /// Takes the content of a tag.
  void read(TagUid uid, ReadTask.TagRead read) {
    PadReply.TagInfo info = read.info();
    TagContent content = LibraryTag.judge(info.dsfid(), read.memory().toArray());
    arrived(uid, info.afi(), info.dsfid(), options.content(content));
  }

  /// Counts a failed try to read a tag.
  ///
  /// @return whether the field should be reset before the next try
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

  /// Takes a tag's security byte that was read or written.
  ///
  /// @param contradicted whether the EAS bit says the opposite; the state is then unknown
  void security(TagUid uid, int afi, boolean contradicted) {
    TagSecurity security = contradicted ? TagSecurity.UNKNOWN : options.security(afi);
    synchronized (lying) {
      lying.computeIfPresent(
          uid, (_, tag) -> new LyingTag(uid, afi, tag.dsfid(), tag.content(), security));
    }
  }

  /// The tag's last known state, whether or not the tag still lies there.
  Optional<TagSecurity> securityOf(TagUid uid) {
    return lying().stream()
        .filter(tag -> tag.uid().equals(uid))
        .map(LyingTag::security)
        .findFirst();
  }

  /// The health note about false identifiers ([Ghosts]); empty if there were none.
  List<SelfNote> ghosts() {
    return ghosts.note();
  }

  /// Notes that the line is lost. The tags in the field do not count as gone.
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
