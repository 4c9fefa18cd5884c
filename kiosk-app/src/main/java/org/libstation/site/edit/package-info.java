/// Belongs here: changes to a settings file that keep everything else as written. [YamlEdit]
/// changes one value in the text, [TextDiff] shows the difference, and [KeptFile] replaces the old
/// text in one step and keeps previous versions.
///
/// Does not belong here: which values a setting may have. The reader of the file checks them.
@NullMarked
package org.libstation.site.edit;

import org.jspecify.annotations.NullMarked;
