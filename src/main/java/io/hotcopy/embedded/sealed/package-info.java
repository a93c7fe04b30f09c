/**
 * Small files of the embedded database: a document in, a sealed file replaced whole out, and back.
 *
 * <p>Front door: {@link io.hotcopy.embedded.sealed.SealedYaml}.
 */
package io.hotcopy.embedded.sealed;
