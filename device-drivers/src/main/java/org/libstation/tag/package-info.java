/// Belongs here: what the bytes of a library tag mean, and back (ISO 28560-2, ISO/IEC 15962); whose
/// tags are the library's own.
///
/// Does not belong here: the reader that read them.
///
/// The flow: a reader's driver hands the DSFID and the whole user memory to
/// [org.libstation.tag.LibraryTag], which cuts the memory into elements, unpacks each by its
/// compaction scheme and says what it found as a [org.libstation.tag.TagContent]. The other way
/// round it packs a content into the record that a driver writes from block 0.
@NullMarked
package org.libstation.tag;

import org.jspecify.annotations.NullMarked;
