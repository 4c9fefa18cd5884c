package org.libstation.lab.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs [MessageBenchmark] by JMH in a separate process.
public final class MessageTrial {
  private final int warmUps;
  private final int iterations;
  private final TimeValue length;

  /// @param iterations measured, after a few that warm up
  /// @param milliseconds of each
  public MessageTrial(int iterations, int milliseconds) {
    this.warmUps = Math.ceilDiv(iterations, 2);
    this.iterations = iterations;
    this.length = TimeValue.milliseconds(milliseconds);
  }

  /// @throws IllegalStateException when JMH cannot run
  public List<BenchReport.BenchReportRow> run() {
    Map<String, Map<String, String>> figures = new TreeMap<>();
    for (RunResult result : results()) {
      String method = result.getPrimaryResult().getLabel();
      String figure =
          String.format(
              Locale.ROOT,
              "%s %,.0f ns ± %,.0f",
              method,
              result.getPrimaryResult().getScore(),
              result.getPrimaryResult().getScoreError());
      figures
          .computeIfAbsent(result.getParams().getParam("code"), _ -> new TreeMap<>())
          .put(method, figure);
    }
    List<BenchReport.BenchReportRow> rows = new ArrayList<>();
    figures.forEach(
        (code, both) ->
            rows.add(
                new BenchReport.BenchReportRow(
                    "message " + code + ", JMH", String.join(", ", both.values()))));
    return rows;
  }

  private Collection<RunResult> results() {
    try {
      return new Runner(
              new OptionsBuilder()
                  .include(MessageBenchmark.class.getName())
                  .forks(1)
                  .jvmArgs("-Xms256m", "-Xmx256m")
                  .warmupIterations(warmUps)
                  .warmupTime(length)
                  .measurementIterations(iterations)
                  .measurementTime(length)
                  .verbosity(VerboseMode.SILENT)
                  .build())
          .run();
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH could not run", e);
    }
  }
}
