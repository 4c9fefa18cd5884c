package org.libstation.device.exam;

/// Somebody ended the examination: the thread was interrupted.
public final class ExamStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ExamStopped() {
    super("the examination was ended");
  }
}
