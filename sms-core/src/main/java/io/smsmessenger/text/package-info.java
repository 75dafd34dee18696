/** Pure functions over texts and what people type: how a text is cut, what a keyword is, what a number is. */
@NullMarked
package io.smsmessenger.text;

import org.jspecify.annotations.NullMarked;
