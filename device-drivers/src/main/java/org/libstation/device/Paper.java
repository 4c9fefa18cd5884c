package org.libstation.device;

/// How much paper a printer says it has.
public enum Paper {
  PRESENT,
  NEAR_END,
  OUT
}
