package org.libstation.policy.feed;

import java.util.Optional;
import org.libstation.file.BoundedFile;

/// A source from which a document is fetched again and again.
@FunctionalInterface
public interface Feed {
  /// Largest document that is read, in bytes.
  int MOST_BYTES = BoundedFile.MOST_BYTES;

  /// Fetches the document, unless it is still the known one.
  ///
  /// @param known mark of the document that is held (an ETag, RFC 9110 8.8.3); empty if none is
  ///   held
  Fetched fetch(Optional<String> known);

  /// The result of a fetch.
  sealed interface Fetched {
    /// The feed answered that it has nothing newer.
    record NotChanged() implements Fetched {}

    /// A document was fetched.
    ///
    /// @param mark of this document, for the next fetch
    record Document(String text, Optional<String> mark) implements Fetched {}

    /// The fetch failed.
    ///
    /// @param why for a technician
    record FeedUnreachable(String why) implements Fetched {}
  }
}
