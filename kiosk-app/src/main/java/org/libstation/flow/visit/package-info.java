/// A person's visit, from the welcome to the good-bye.
///
/// `WelcomeFlow` or `CardFlow` begins a visit (`VisitStart`). `CardAsked` and `IdentifyFlow` find
/// out who the person is. `PurposeFlow` leads to borrowing (`BorrowFlow`, then `LoanFlow` for each
/// loan), to returning (`ReturnFlow`) or to the account (`AccountFlow`, `DetailsFlow`,
/// `EntryFlow`). `LeaveFlow` asks about unfinished items, `ReceiptFlow` gives the receipt, and
/// `NextCardFlow` admits the next card of the same visit. Every visit ends in `VisitEnd`, which
/// drops all personal data. `UntakenFlow`, `CutReturnFlow`, `ResumeFlow` and `CameBackFlow` handle
/// what outlasts a visit or a power cut. Staff's pages and the drop do not belong here.
@NullMarked
package org.libstation.flow.visit;

import org.jspecify.annotations.NullMarked;
