package org.libstation.device.exam;

/// The examination was ended from outside: its thread was interrupted.
public final class ExamStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ExamStopped() {
    super("the examination was ended");
  }
}
