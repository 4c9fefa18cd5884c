package org.libstation.flow.state;

/// How a task of staff was put right; written into the journal beside the name.
public enum TaskReason {
  BOOKED_BY_HAND,
  RETURNED_BY_HAND,
  READER_TOLD,
  FOUND_IN_ORDER,
  GIVEN_UP
}
