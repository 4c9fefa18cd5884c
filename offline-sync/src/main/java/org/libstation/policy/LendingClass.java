package org.libstation.policy;

import org.libstation.fines.FinePolicy;

/// What holds for the items of one lending section.
///
/// @param loanDays days counted after the day of borrowing, before the due date is rolled
public record LendingClass(String name, int loanDays, FinePolicy fines) {}
