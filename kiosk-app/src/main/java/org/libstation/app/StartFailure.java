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

/// Why the station could not be put together or begin, told in the log in one line: what in the
/// site's files cannot be, by its place and what was expected, or else the cause of a bug. Found by
/// Spring Boot in `META-INF/spring.factories`.
final class StartFailure implements FailureAnalyzer, FailureAnalysisReporter, Ordered {
  private static final Logger log = LoggerFactory.getLogger(StartFailure.class);

  /// Of what the command prints in plain words as well: the log on standard error is without it
  /// ([ProgramLog]).
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

  /// Before those that come with Spring Boot.
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  /// What of a failure lies in the site's files; null where nothing does.
  static @Nullable SiteProblem siteProblem(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SiteProblem problem) {
        return problem;
      }
    }
    return null;
  }
}
