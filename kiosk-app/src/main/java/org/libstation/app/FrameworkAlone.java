package org.libstation.app;

import org.springframework.boot.SpringApplication;

/// Starts Spring Boot as the station does, but with an empty application, so that `./station bench`
/// can measure its cost. It is here because only the wiring may know how Spring Boot is started.
public final class FrameworkAlone {
  private FrameworkAlone() {}

  /// Starts and ends the framework.
  public static void main(String[] args) {
    SpringApplication.exit(StationProgram.framework(FrameworkAlone.class).run());
  }
}
