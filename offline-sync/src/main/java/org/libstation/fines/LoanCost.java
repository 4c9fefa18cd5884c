package org.libstation.fines;

import java.time.LocalDate;
import java.util.Optional;
import org.libstation.circulation.Money;

/// What a loan costs in all: its fine, and what is owed for its loss.
///
/// @param fine the fine owed; counted to the day of the loss if that ended it
/// @param lostOn the day on which the item counted as lost; empty if it never did
/// @param lost what is still owed for the loss
public record LoanCost(Assessment fine, Optional<LocalDate> lostOn, Money lost) {}
