package org.libstation.sync;

import java.util.List;

/// Rests in memory, for tests that start a station again.
public final class KeptRests implements LongRest.Memory {
  private List<LongRest.Rest> rests = List.of();

  @Override
  public List<LongRest.Rest> kept() {
    return rests;
  }

  @Override
  public void keep(List<LongRest.Rest> kept) {
    rests = List.copyOf(kept);
  }
}
