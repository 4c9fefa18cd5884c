package org.libstation.central;

import org.libstation.circulation.PartsTaken;

/// What the station may rely on at this central system.
///
/// @param recalledIsOnLoan a recalled item is still on loan
/// @param pinToSettle a loan can be neither booked nor looked up without the PIN; the station then
///   lends nothing without the link, because PINs are never kept
/// @param pinToRenew a renewal needs the PIN; the station then asks for none later
/// @param returnDateIgnored a return counts from the moment it is reported, whatever return date is
///   sent
/// @param loanDateKept a loan that is reported later counts from the moment that is sent with it
/// @param renewalMovesDue every renewal moves the due date; if the date is unchanged, the loan was
///   not renewed
/// @param paymentsTaken it books money that a patron paid here; otherwise the station takes no
///   money
/// @param parts which parts of a debt it books
public record CentralPromises(
    boolean recalledIsOnLoan,
    boolean pinToSettle,
    boolean pinToRenew,
    boolean returnDateIgnored,
    boolean loanDateKept,
    boolean renewalMovesDue,
    boolean paymentsTaken,
    PartsTaken parts) {}
