/** Pure functions over texts: segments, encodings, numbers as people type them, keywords. */
@NullMarked
package io.smsmessenger.text;

import org.jspecify.annotations.NullMarked;
