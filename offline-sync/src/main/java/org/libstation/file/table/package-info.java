/// Belongs here: tables that name the components of records in our own text formats, and that write
/// and read them.
///
/// Does not belong here: a format itself.
@NullMarked
package org.libstation.file.table;

import org.jspecify.annotations.NullMarked;
