/// A person's visit, from the welcome to the good-bye.
///
/// The way of a visit: `WelcomeFlow` or `CardFlow` begins it (`Start`); `CardAsked` and
/// `IdentifyFlow` find out who it is; `PurposeFlow` goes to borrowing (`BorrowFlow`, then
/// `LoanFlow` from the desk's word to *take it*), returning (`ReturnFlow`) or the account
/// (`AccountFlow`, `DetailsFlow`, `EntryFlow`); `LeaveFlow` asks about what is open, `ReceiptFlow`
/// gives the receipt and `NextCardFlow` lets the next card of the same visit in. `VisitEnd` is the
/// one way in which everything personal goes. What outlasts a visit or a power cut: `UntakenFlow`,
/// `CutReturnFlow`, `ResumeFlow`, `CameBackFlow`.
@NullMarked
package org.libstation.flow.visit;

import org.jspecify.annotations.NullMarked;
