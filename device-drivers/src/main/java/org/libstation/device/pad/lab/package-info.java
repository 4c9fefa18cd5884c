/// Belongs here: what the twins of pads share, namely the tags in a field, and the faults of field
/// and line.
///
/// Does not belong here: the protocol of one make.
@NullMarked
package org.libstation.device.pad.lab;

import org.jspecify.annotations.NullMarked;
