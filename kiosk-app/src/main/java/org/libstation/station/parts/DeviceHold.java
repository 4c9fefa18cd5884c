package org.libstation.station.parts;

import org.libstation.flow.state.CheckBoard;

/// Releases the station's devices while another part needs their ports.
public interface DeviceHold {
  /// Closes the devices.
  void letGo();

  /// Opens the devices again and waits, for some seconds at most, until they answer.
  CheckBoard.Reopened takeBack();
}
