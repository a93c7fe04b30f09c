/**
 * What the options and places of a command take, said where they are declared: for completion, which offers such
 * values, and for a test that no place goes without.
 */
package io.hotcopy.shell.argument;
