package org.libstation.device;

import org.libstation.tag.TagContent;

/// A tag that lies on the pad now, as last read or written.
///
/// @param afi its security byte, 0 to 255; 0 when it could not be read
/// @param dsfid its data storage format identifier, 0 to 255
/// @param security the meaning of `afi` by the configured pair
public record LyingTag(TagUid uid, int afi, int dsfid, TagContent content, TagSecurity security) {}
