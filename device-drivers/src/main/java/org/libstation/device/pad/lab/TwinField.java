package org.libstation.device.pad.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libstation.device.TagUid;
import org.libstation.tag.LibraryTag;

/// The field of a twin's reader: which tags lie in it and which of them answer. Used under the
/// twin's lock.
public final class TwinField {
  private final Map<TagUid, TwinTag> known = new LinkedHashMap<>();
  private final Set<TagUid> lying = new LinkedHashSet<>();
  public final PadTwinFaults faults;
  long looks;
  boolean on = true;

  /// @param possible the faults that such a pad can have
  TwinField(Set<PadFault> possible) {
    this.faults = new PadTwinFaults(possible);
  }

  void lay(TwinTag tag) {
    tag.quiet = false;
    known.put(tag.uid, tag);
    lying.add(tag.uid);
  }

  /// Lays an object in the field that is no tag of ISO 15693.
  public void lay(TagUid other) {
    lying.add(other);
  }

  void lift(TagUid uid) {
    lying.remove(uid);
  }

  void liftAll() {
    lying.clear();
  }

  boolean lies(TagUid uid) {
    return lying.contains(uid);
  }

  /// The tag, in the field or not; empty if it was never laid down.
  Optional<TwinTag> known(TagUid uid) {
    return Optional.ofNullable(known.get(uid));
  }

  void heal() {
    faults.heal();
    on = true;
    known.values().forEach(TwinTag::heal);
  }

  public boolean isOn() {
    return on;
  }

  /// Switches the field. Tags that were told to be quiet answer again.
  public void switchTo(boolean now) {
    on = now;
    known.values().forEach(tag -> tag.quiet = false);
  }

  /// The tag, if it lies in the field and receives the command.
  public Optional<TwinTag> heard(TagUid uid) {
    Optional<TwinTag> tag = on && lies(uid) ? known(uid) : Optional.empty();
    if (tag.isPresent() && tag.get().unheard > 0) {
      tag.get().unheard--;
      return Optional.empty();
    }
    return tag;
  }

  /// Whether the tag is pulled away as a write reaches this block. If so, it leaves the field.
  public boolean pullsAway(TwinTag tag, int block) {
    if (block != tag.goneAtBlock) {
      return false;
    }
    tag.goneAtBlock = TwinTag.NEVER;
    lift(tag.uid);
    return true;
  }

  /// The content of an inventory: the tags that answer, and the reader's false identifiers.
  public List<TagUid> listed() {
    looks++;
    if (!on) {
      return List.of();
    }
    List<TagUid> listed = new ArrayList<>();
    lying.stream()
        .filter(uid -> !known(uid).map(tag -> tag.quiet).orElse(false))
        .forEach(listed::add);
    listed.addAll(faults.alsoListed(lying::contains));
    return listed;
  }

  /// The AFI of a listed tag.
  public Optional<Integer> afi(TagUid uid) {
    return known(uid).map(tag -> tag.afi);
  }

  /// The DSFID of a listed tag; an identifier without a tag gets that of an item.
  public int dsfid(TagUid uid) {
    return known(uid).map(tag -> tag.dsfid).orElse(LibraryTag.DSFID_ISO_28560_2);
  }
}
