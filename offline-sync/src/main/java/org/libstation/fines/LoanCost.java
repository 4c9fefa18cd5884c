package org.libstation.fines;

import java.time.LocalDate;
import java.util.Optional;
import org.libstation.circulation.Money;

/// What a loan costs in all: its fine, and what was charged for it as lost and not taken back.
///
/// @param fine as it is owed; counted up to the day it was lost, where that ended it
/// @param lostOn the day on which the item counted as lost; empty when it never did
/// @param lost what is still owed for it as lost
public record LoanCost(Assessment fine, Optional<LocalDate> lostOn, Money lost) {}
