package org.libstation.language;

import java.nio.file.Path;
import java.util.Optional;

/// The texts that come with the program, read once for all tests of a virtual machine.
public final class TestTexts {
  public static final Texts OURS = Texts.load(Path.of("../config/texts"), Optional.empty());

  private TestTexts() {}
}
