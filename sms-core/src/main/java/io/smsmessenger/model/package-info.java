/** The words of texting: values, snapshots, events and problems, made of {@code java.*} only. */
@NullMarked
package io.smsmessenger.model;

import org.jspecify.annotations.NullMarked;
