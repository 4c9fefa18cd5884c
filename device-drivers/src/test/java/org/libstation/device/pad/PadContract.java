package org.libstation.device.pad;

import java.util.List;
import org.libstation.device.DeviceEvent;
import org.libstation.device.TagReader;
import org.libstation.device.TagSecurity;
import org.libstation.testkit.TagReaderContract;

/// What every tag reader does, of the makes whose pads share their work.
public abstract class PadContract extends TagReaderContract {
  private final PadRig<?> rig;

  /// @param rig the make under test
  protected PadContract(PadRig<?> rig) {
    this.rig = rig;
  }

  @Override
  protected TagReader reader() {
    return rig.reader;
  }

  @Override
  protected List<DeviceEvent> events() {
    return rig.events;
  }

  @Override
  protected void settle() {
    rig.settle();
  }

  @Override
  protected void placeItem(String uid, boolean armed) {
    rig.twin.place(uid, ITEM.primaryId(), "CN-NLC", 1, 1, armed);
  }

  @Override
  protected void lift(String uid) {
    rig.twin.lift(uid);
  }

  @Override
  protected void putBack(String uid) {
    rig.twin.putBack(uid);
  }

  @Override
  protected TagSecurity securityOf(String uid) {
    return switch (rig.twin.afi(uid)) {
      case 0xC2 -> TagSecurity.CLEARED;
      case 0x07 -> TagSecurity.ARMED;
      default -> TagSecurity.UNKNOWN;
    };
  }

  @Override
  protected void changeSecurityBehindItsBack(String uid, boolean armed) {
    rig.twin.setAfi(uid, armed ? 0x07 : 0xC2);
  }

  @Override
  protected void unplug() {
    rig.line.unplug();
  }

  @Override
  protected void plug() {
    rig.line.plug();
  }
}
