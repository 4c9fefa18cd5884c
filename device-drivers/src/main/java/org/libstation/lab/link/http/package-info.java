/// Twins that are reached by HTTP.
@NullMarked
package org.libstation.lab.link.http;

import org.jspecify.annotations.NullMarked;
