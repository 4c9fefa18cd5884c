package org.libstation.central;

import org.libstation.circulation.PartsTaken;

/// What a central system can promise, and what not.
///
/// @param recalledIsOnLoan an item that is recalled is still on loan
/// @param pinToSettle a loan is neither booked nor looked up without the PIN: then nothing is lent
///   without the link, since PINs are never kept
/// @param pinToRenew a renewal needs the PIN: then none is asked later
/// @param returnDateIgnored a return counts from the moment it is reported, whatever date goes with
///   it
/// @param loanDateKept a loan that is reported later counts from the moment that is sent with it
/// @param renewalMovesDue every renewal moves the due date: one that stays was not renewed
/// @param paymentsTaken it books money that a patron paid here: elsewhere a station takes none
/// @param parts what parts of a debt it books
public record CentralPromises(
    boolean recalledIsOnLoan,
    boolean pinToSettle,
    boolean pinToRenew,
    boolean returnDateIgnored,
    boolean loanDateKept,
    boolean renewalMovesDue,
    boolean paymentsTaken,
    PartsTaken parts) {}
