package org.libstation.lab.measure;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.LyingTag;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagReader;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.tag.TagContent;

/// A pad that reads tags and sets a security byte in no time. A real one works beside the next
/// checkout, so its time is not measured.
final class InstantPad implements TagReader {
  private static final String NAME = "pad";

  private final Consumer<DeviceEvent> events;

  InstantPad(Consumer<DeviceEvent> events) {
    this.events = events;
  }

  @Override
  public boolean setSecurity(long command, TagUid uid, TagSecurity to) {
    events.accept(
        new DeviceEvent.SecuritySet(NAME, command, uid, new TagOutcome.TagWriteVerified()));
    return true;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DeviceHealth health() {
    return new DeviceHealth.Ready(Instant.EPOCH, List.of(), Instant.EPOCH);
  }

  @Override
  public List<LyingTag> lying() {
    return List.of();
  }

  @Override
  public void lookAnew() {
    events.accept(new DeviceEvent.FieldListed(NAME));
  }

  @Override
  public boolean readSecurity(long command, TagUid uid) {
    return false;
  }

  @Override
  public boolean write(long command, TagUid uid, int dsfid, byte[] bytes) {
    return false;
  }

  @Override
  public boolean rewrite(long command, TagUid uid, TagContent.Item to) {
    return false;
  }

  @Override
  public void step() {}

  @Override
  public void close() {}
}
