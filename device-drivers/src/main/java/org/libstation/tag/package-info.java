/// Belongs here: decoding and encoding the bytes of a library tag (ISO 28560-2, ISO/IEC 15962), and
/// which owners' tags are the library's own.
///
/// Does not belong here: the reader that reads the tags.
///
/// A reader's driver passes the DSFID and the user memory to [org.libstation.tag.LibraryTag]. This
/// cuts the memory into elements, unpacks each by its compaction scheme and returns a
/// [org.libstation.tag.TagContent]. In the other direction it packs a content into the record that
/// a driver writes from block 0.
@NullMarked
package org.libstation.tag;

import org.jspecify.annotations.NullMarked;
