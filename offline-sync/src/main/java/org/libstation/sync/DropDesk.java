package org.libstation.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.BinHistory;
import org.libstation.circulation.DropUndone;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;

/// What the book drop writes down beside its returns: objects nobody could read, and each emptying.
///
/// Throws [org.libstation.journal.JournalException] when nothing can be written.
public interface DropDesk {

  /// Something came in and could not be read: on disk when this returns, and on staff's list.
  ///
  /// @param handedOver when it came
  /// @param dark how long it stood before the photo-eye, where that was measured
  /// @param sign what could be read of it all the same, as a code; may be empty text
  /// @return the entry's number
  long objectDropped(EventTime handedOver, Optional<Duration> dark, String sign);

  /// Says what such an object is: from now on it is a return of its first moment, to be settled as
  /// any other. Written as one, and once only.
  ///
  /// @param by who says so: a name, `patron` or `station`
  /// @param tagged whether a tag of it was read, whose security bit must be armed
  Identification identify(long object, ItemId item, String by, boolean tagged);

  /// The same by its barcode: no tag of it was read.
  default Identification identify(long object, ItemId item, String by) {
    return identify(object, item, by, false);
  }

  /// What lies in the bin.
  BinContents contents();

  /// What the bin held that was taken out last; [BinContents#EMPTY] when none ever was.
  BinContents last();

  /// Somebody says that the bin is being emptied: on disk before it can go. Where nothing came into
  /// it there is nothing to be known.
  ///
  /// @param by a name
  void emptyingBegun(String by);

  /// Emptying was left, and the bin had not gone, or nobody knows.
  void emptyingLeft();

  /// The manifest of this emptying came out.
  void listed(long emptying);

  /// These returns stand on a slip that came out.
  void onSlip(List<Long> returns);

  /// What former runs began and did not end.
  DropUndone undone();

  /// The bin was taken out: returns that waited for it go on, in the same write.
  ///
  /// @param by who empties it; empty text when nobody had said so: staff get a finding
  /// @param counted objects in it by the photo-eye
  /// @param percent how full it was, where that is known
  /// @return what was in it
  BinContents emptied(EventTime taken, String by, long counted, OptionalInt percent);

  /// What former fillings teach.
  BinHistory history();

  /// How saying what an object is ended.
  sealed interface Identification {
    /// @param entry number of the return
    record Done(long entry) implements Identification {}

    /// There is no such object.
    record NoObject() implements Identification {}

    /// Somebody has said so before.
    ///
    /// @param item what it is
    record KnownAlready(ItemId item) implements Identification {}

    /// Somebody closed it without a return.
    record ClosedAlready() implements Identification {}

    /// The item was lent here after the object came: it cannot be this one.
    record LentSince() implements Identification {}
  }
}
