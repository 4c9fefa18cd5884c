package org.libstation.circulation;

/// The 14 flags of the SIP2 patron status, in order of position.
public enum PatronBlock {
  CHARGE_DENIED,
  RENEWAL_DENIED,
  RECALL_DENIED,
  HOLD_DENIED,
  CARD_LOST,
  TOO_MANY_CHARGED,
  TOO_MANY_OVERDUE,
  TOO_MANY_RENEWALS,
  TOO_MANY_CLAIMS_RETURNED,
  TOO_MANY_LOST,
  EXCESSIVE_FINES,
  EXCESSIVE_FEES,
  RECALL_OVERDUE,
  TOO_MANY_BILLED
}
