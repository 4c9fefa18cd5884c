package org.libstation.flow.state;

/// How a staff task was closed; written into the journal beside the name.
public enum TaskReason {
  BOOKED_BY_HAND,
  RETURNED_BY_HAND,
  READER_TOLD,
  FOUND_IN_ORDER,
  GIVEN_UP
}
