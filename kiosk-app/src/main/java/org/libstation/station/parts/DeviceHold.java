package org.libstation.station.parts;

import org.libstation.flow.state.CheckBoard;

/// The station's hold on its devices, for who wants their lines meanwhile.
public interface DeviceHold {
  void letGo();

  /// Opens them again and waits, for some seconds at most, until they answer.
  CheckBoard.Reopened takeBack();
}
