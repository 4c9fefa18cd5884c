package org.libstation.circulation;

import java.util.Optional;

/// One loan on a patron's account, as the central system lists it.
public record LoanLine(ItemId item, String title, Optional<DueDate> due, boolean overdue) {}
