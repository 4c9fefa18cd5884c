package org.libstation.command;

/// Something in the site's configuration that cannot be; the message is for a technician and names
/// file, line, key and what was expected.
public class SiteProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SiteProblem(String message) {
    super(message);
  }
}
