package org.libstation.app;

import org.springframework.boot.SpringApplication;

/// Spring Boot as the station starts it, putting together nothing: `./station bench` tells what
/// that costs. It stands here since only the wiring may know how Spring Boot is started.
public final class FrameworkAlone {
  private FrameworkAlone() {}

  /// Begins and ends.
  public static void main(String[] args) {
    SpringApplication.exit(StationProgram.framework(FrameworkAlone.class).run());
  }
}
