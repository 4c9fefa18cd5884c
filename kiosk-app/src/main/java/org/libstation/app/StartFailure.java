package org.libstation.app;

import org.jspecify.annotations.Nullable;
import org.libstation.process.UncaughtFault;
import org.libstation.process.log.ProgramLog;
import org.libstation.site.SiteProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;

/// Logs in one line why the station could not be assembled or started. For wrong site files it
/// gives the place and what was expected, otherwise the cause of a bug. Spring Boot finds it in
/// `META-INF/spring.factories`.
final class StartFailure implements FailureAnalyzer, FailureAnalysisReporter, Ordered {
  private static final Logger log = LoggerFactory.getLogger(StartFailure.class);

  /// Marks a log line that the command also prints in plain words. The log on standard error omits
  /// it ([ProgramLog]).
  static final Marker TOLD = MarkerFactory.getMarker(ProgramLog.TOLD);

  @Override
  public FailureAnalysis analyze(Throwable failure) {
    SiteProblem problem = siteProblem(failure);
    return problem == null
        ? new FailureAnalysis(UncaughtFault.cause(Thread.currentThread(), failure), null, failure)
        : new FailureAnalysis(String.valueOf(problem.getMessage()), null, problem);
  }

  @Override
  public void report(FailureAnalysis analysis) {
    boolean told = analysis.getCause() instanceof SiteProblem;
    log.error(told ? TOLD : null, "the station does not start: {}", analysis.getDescription());
  }

  /// Precedes the analyzers of Spring Boot.
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  /// The fault in the site's files that caused a failure; null if there is none.
  static @Nullable SiteProblem siteProblem(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SiteProblem problem) {
        return problem;
      }
    }
    return null;
  }
}
