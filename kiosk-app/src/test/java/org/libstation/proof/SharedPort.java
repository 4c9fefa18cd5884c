package org.libstation.proof;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.simulated.LoopLine;

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
      forget();
    }
    who = now;
  }

  private void forget() {
    byte[] _ = own.exchange(new byte[0]);
  }

  /// The line to it; what was said before it is opened is lost, as at any port.
  LinkOpener over(LoopLine line) {
    return new LinkOpener() {
      @Override
      public ByteLink open() throws LinkLostException {
        ByteLink open = line.open();
        forget();
        return open;
      }

      @Override
      public String describe() {
        return line.describe();
      }
    };
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
