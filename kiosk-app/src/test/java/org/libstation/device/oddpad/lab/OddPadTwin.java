package org.libstation.device.oddpad.lab;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.twin.TagField;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// Plays the reader that nobody makes.
public final class OddPadTwin implements TagField {
  private static final TwinFault MUTE = new TwinFault("mute", "it answers nothing", List.of());
  private static final TwinFault DEAF =
      new TwinFault(
          "deaf",
          "the tag says yes to a new security byte and keeps the old one",
          List.of(TwinFault.SOME_TAG));
  private static final int BLOCK = 4;
  private static final int BLOCKS = 28;

  private static final class Tag {
    int afi;
    int dsfid;
    byte[] memory = new byte[0];
    boolean deaf;
  }

  private final Map<String, Tag> tags = new LinkedHashMap<>();
  private final Set<String> field = new LinkedHashSet<>();
  private final StringBuilder heard = new StringBuilder();
  private boolean mute;
  private long looks;

  @Override
  public synchronized byte[] exchange(byte[] received) {
    heard.append(new String(received, StandardCharsets.US_ASCII));
    StringBuilder said = new StringBuilder();
    for (int end = heard.indexOf("\n"); end >= 0; end = heard.indexOf("\n")) {
      String line = heard.substring(0, end);
      heard.delete(0, end + 1);
      said.append(mute ? "" : answer(List.of(line.split(" ", -1))) + "\n");
    }
    return said.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private String answer(List<String> words) {
    Optional<Tag> tag =
        words.size() < 2
            ? Optional.empty()
            : Optional.of(words.get(1)).filter(field::contains).map(tags::get);
    return switch (words.getFirst()) {
      case "V" -> "ODDPAD 1";
      case "L" -> {
        looks++;
        yield field.stream()
            .map(uid -> " %s:%02X:%02X".formatted(uid, tag(uid).afi, tag(uid).dsfid))
            .collect(Collectors.joining("", "L", ""));
      }
      case "R" -> tag.map(it -> "R " + HexFormat.of().formatHex(it.memory)).orElse("?");
      case "A" -> tag.map(it -> secure(it, words.get(2))).orElse("?");
      case "W" -> tag.map(it -> write(it, words)).orElse("?");
      default -> "?";
    };
  }

  private static String secure(Tag tag, String afi) {
    tag.afi = tag.deaf ? tag.afi : Integer.parseInt(afi, 16);
    return "A";
  }

  private static String write(Tag tag, List<String> words) {
    byte[] record = HexFormat.of().parseHex(words.get(3));
    tag.dsfid = Integer.parseInt(words.get(2), 16);
    System.arraycopy(record, 0, tag.memory, 0, record.length);
    return "W";
  }

  @Override
  public synchronized void place(
      String uid, String itemBarcode, String isil, int setTotal, int setOrdinal, boolean armed) {
    TagContent.Item item =
        new TagContent.Item(itemBarcode, Optional.of(isil), setTotal, setOrdinal);
    placeRaw(
        uid,
        BLOCKS,
        armed ? AFI_IN_STOCK : AFI_ON_LOAN,
        LibraryTag.DSFID_ISO_28560_2,
        LibraryTag.encode(item));
  }

  @Override
  public synchronized void placePatronCard(String uid, String barcode, String isil) {
    byte[] record = LibraryTag.encode(new TagContent.PatronCard(barcode), Optional.of(isil));
    placeRaw(uid, BLOCKS, AFI_ON_LOAN, LibraryTag.DSFID_ISO_28560_2, record);
  }

  @Override
  public synchronized void placeRaw(
      String uid, int blockCount, int afi, int dsfid, byte[] content) {
    Tag tag = new Tag();
    tag.afi = afi;
    tag.dsfid = dsfid;
    tag.memory = Arrays.copyOf(content, blockCount * BLOCK);
    tags.put(uid, tag);
    field.add(uid);
  }

  @Override
  public synchronized void putBack(String uid) {
    Tag _ = tag(uid);
    field.add(uid);
  }

  @Override
  public synchronized void lift(String uid) {
    field.remove(uid);
  }

  @Override
  public synchronized void liftAll() {
    field.clear();
  }

  @Override
  public synchronized boolean isInField(String uid) {
    return field.contains(uid);
  }

  @Override
  public synchronized long looks() {
    return looks;
  }

  @Override
  public synchronized int afi(String uid) {
    return tag(uid).afi;
  }

  @Override
  public synchronized void deafToAfi(String uid, boolean deaf) {
    tag(uid).deaf = deaf;
  }

  private Tag tag(String uid) {
    return Optional.ofNullable(tags.get(uid))
        .orElseThrow(() -> new IllegalArgumentException("no such tag: " + uid));
  }

  @Override
  public List<TwinFault> faults() {
    return List.of(MUTE, DEAF);
  }

  @Override
  public synchronized Optional<String> bringAbout(String fault, List<String> arguments) {
    if (fault.equals(MUTE.name()) && arguments.isEmpty()) {
      mute = true;
      return Optional.empty();
    }
    if (fault.equals(DEAF.name())
        && arguments.size() == 1
        && tags.containsKey(arguments.getFirst())) {
      deafToAfi(arguments.getFirst(), true);
      return Optional.empty();
    }
    return Optional.of("it has no fault '" + fault + "' of these");
  }

  @Override
  public synchronized void heal() {
    mute = false;
    tags.values().forEach(tag -> tag.deaf = false);
  }
}
