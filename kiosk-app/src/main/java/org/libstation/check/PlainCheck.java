package org.libstation.check;

import java.time.Duration;
import java.util.function.Predicate;

/// A check that consists of one function.
public final class PlainCheck implements Check {

  /// Performs the check.
  @FunctionalInterface
  public interface PlainLook {
    Verdict look() throws InterruptedException;
  }

  private final String id;
  private final Duration limit;
  private final PlainLook look;
  private final Predicate<Finding> fix;

  public PlainCheck(String id, Duration limit, PlainLook look) {
    this(id, limit, look, _ -> false);
  }

  /// @param fix tries to mend a finding; returns whether it changed anything
  public PlainCheck(String id, Duration limit, PlainLook look, Predicate<Finding> fix) {
    this.id = id;
    this.limit = limit;
    this.look = look;
    this.fix = fix;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Duration limit() {
    return limit;
  }

  @Override
  public Verdict run() throws InterruptedException {
    return look.look();
  }

  @Override
  public boolean fix(Finding finding) {
    return fix.test(finding);
  }
}
