package org.libstation.paper;

import java.util.List;

/// A template cannot be used; the message names file, line, element and what was expected.
public final class LayoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LayoutException(List<String> findings) {
    super(String.join("\n", findings));
  }
}
