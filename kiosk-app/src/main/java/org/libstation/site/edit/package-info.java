/// Changing a file of settings by hand, without an editor.
///
/// The flow of this package: [YamlEdit] changes one value in the text and nothing else, [TextDiff]
/// shows what became of it, and [KeptFile] puts it in the place of the old text in one step and
/// keeps the last versions. What a setting may be is not known here: whoever reads the file judges.
@NullMarked
package org.libstation.site.edit;

import org.jspecify.annotations.NullMarked;
