package org.libstation.command;

import org.libstation.central.sip2.Sip2Dialect;

/// Reads the dialects of central systems.
@FunctionalInterface
public interface Dialects {

  /// @param name of one that comes with the program, or the path of a file that ends in `.yaml`
  /// @throws SiteProblem when there is none, or something in it cannot be
  Sip2Dialect read(String name);
}
