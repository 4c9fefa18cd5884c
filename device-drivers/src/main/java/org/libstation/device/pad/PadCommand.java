package org.libstation.device.pad;

import java.util.Optional;
import org.libstation.device.DeviceEvent;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.tag.TagContent;

/// A caller's command to one tag.
sealed interface PadCommand {
  TagUid uid();

  /// The event that answers the command.
  ///
  /// @param security the current state, if it was asked for and is known
  DeviceEvent ended(String device, TagOutcome outcome, Optional<TagSecurity> security);

  record ReadSecurity(long number, TagUid uid) implements PadCommand {
    @Override
    public DeviceEvent ended(String device, TagOutcome outcome, Optional<TagSecurity> security) {
      return new DeviceEvent.SecurityRead(device, number, uid, outcome, security);
    }
  }

  record SetSecurity(long number, TagUid uid, TagSecurity to) implements PadCommand {
    @Override
    public DeviceEvent ended(String device, TagOutcome outcome, Optional<TagSecurity> security) {
      return new DeviceEvent.SecuritySet(device, number, uid, outcome);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared; a private hand-over of bytes
  record Write(long number, TagUid uid, int dsfid, byte[] bytes) implements PadCommand {
    @Override
    public DeviceEvent ended(String device, TagOutcome outcome, Optional<TagSecurity> security) {
      return new DeviceEvent.TagWritten(device, number, uid, outcome);
    }
  }

  record Rewrite(long number, TagUid uid, TagContent.Item to) implements PadCommand {
    @Override
    public DeviceEvent ended(String device, TagOutcome outcome, Optional<TagSecurity> security) {
      return new DeviceEvent.TagWritten(device, number, uid, outcome);
    }
  }
}
