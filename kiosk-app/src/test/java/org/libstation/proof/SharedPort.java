package org.libstation.proof;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.TwinFault;

/// The far end of a port: the device that belongs there, another in its place, or both at once,
/// each speaking into the other's words.
final class SharedPort implements Twin {
  private final Twin own;
  private final Twin stranger;
  private Who who = Who.OWN;

  /// Who is plugged in there.
  enum Who {
    OWN,
    STRANGER,
    BOTH
  }

  SharedPort(Twin own, Twin stranger) {
    this.own = own;
    this.stranger = stranger;
  }

  /// What the one that belongs there said meanwhile, nobody heard.
  void plug(Who now) {
    if (who == Who.STRANGER) {
      byte[] _ = own.exchange(new byte[0]);
    }
    who = now;
  }

  @Override
  public byte[] exchange(byte[] received) {
    byte[] ours = who == Who.STRANGER ? new byte[0] : own.exchange(received);
    byte[] theirs = who == Who.OWN ? new byte[0] : stranger.exchange(received);
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    for (int i = 0; i < Math.max(ours.length, theirs.length); i++) {
      if (i < ours.length) {
        mixed.write(ours[i]);
      }
      if (i < theirs.length) {
        mixed.write(theirs[i]);
      }
    }
    return mixed.toByteArray();
  }

  @Override
  public List<TwinFault> faults() {
    return own.faults();
  }

  @Override
  public Optional<String> bringAbout(String fault, List<String> arguments) {
    return own.bringAbout(fault, arguments);
  }

  /// What belongs there is there alone, and well.
  @Override
  public void heal() {
    own.heal();
    plug(Who.OWN);
  }
}
