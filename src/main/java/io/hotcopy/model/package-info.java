/**
 * What people declare, as values: domains with their regions, databases and storage managers, and the policies that
 * protect them. Words checked by a compiler in, immutable records out; no I/O, and positions take no part in equality.
 *
 * <p>Front door: {@link io.hotcopy.model.Declarations}.
 */
package io.hotcopy.model;
