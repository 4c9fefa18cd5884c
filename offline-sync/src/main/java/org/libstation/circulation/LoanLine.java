package org.libstation.circulation;

import java.util.Optional;

/// One loan on a patron's account.
public record LoanLine(ItemId item, String title, Optional<DueDate> due, boolean overdue) {}
