/// What every journal must do ([org.libstation.journal.JournalContractTest]), and a journal in
/// memory that does it for the tests of others ([org.libstation.journal.FakeJournal]).
@NullMarked
package org.libstation.journal;

import org.jspecify.annotations.NullMarked;
