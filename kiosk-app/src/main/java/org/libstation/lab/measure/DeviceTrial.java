package org.libstation.lab.measure;

import java.util.List;

/// Times one kind of device: its driver against its twin on a real pseudo-terminal.
public interface DeviceTrial {

  /// What is measured, for the person who waits.
  String title();

  /// Measures; everything started has ended when it returns.
  ///
  /// @param rounds how often each figure is timed, at least 1
  /// @throws IllegalStateException when the device did not do its work in time
  List<BenchReport.BenchReportRow> run(int rounds) throws InterruptedException;
}
