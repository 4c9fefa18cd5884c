package org.libstation.policy.feed;

import java.util.Optional;
import org.libstation.file.BoundedFile;

/// Where a document comes from, again and again.
@FunctionalInterface
public interface Feed {
  /// A larger document is not read.
  int MOST_BYTES = BoundedFile.MOST_BYTES;

  /// Fetches it, unless it is the one that was fetched before.
  ///
  /// @param known the mark of the document that is held (an ETag, RFC 9110 8.8.3); empty for none
  Fetched fetch(Optional<String> known);

  /// What came of it.
  sealed interface Fetched {
    /// The feed answered: it has nothing newer.
    record NotChanged() implements Fetched {}

    /// @param mark of this document, to be given with the next fetch
    record Document(String text, Optional<String> mark) implements Fetched {}

    /// @param why for a technician
    record FeedUnreachable(String why) implements Fetched {}
  }
}
