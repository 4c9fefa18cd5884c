package org.libstation.language;

import java.util.List;

/// Text files cannot be used; the message names each file or line and what is expected.
public class TextsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TextsException(List<String> findings) {
    super(String.join("\n", findings));
  }
}
