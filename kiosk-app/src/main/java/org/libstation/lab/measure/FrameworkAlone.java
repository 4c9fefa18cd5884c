package org.libstation.lab.measure;

import org.libstation.wiring.StationProgram;
import org.springframework.boot.SpringApplication;

/// Spring Boot as the station starts it, putting together nothing: what it costs by itself.
public final class FrameworkAlone {
  private FrameworkAlone() {}

  /// Begins and ends.
  public static void main(String[] args) {
    SpringApplication.exit(StationProgram.framework(FrameworkAlone.class).run());
  }
}
