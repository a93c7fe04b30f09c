/**
 * The words of the trade as values: numbers, names and ids in, comparable and printable values out; a closed list.
 *
 * <p>Front door: every type here. Nothing of ours is imported.
 */
package io.hotcopy.term;
