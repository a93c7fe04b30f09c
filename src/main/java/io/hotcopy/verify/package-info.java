/**
 * Whether sets can be trusted: sets and a depth in; {@code valid}, {@code damaged} or {@code unknown} out.
 *
 * <p>Front door: {@link io.hotcopy.verify.Verifier}, which answers with a {@link io.hotcopy.verify.Verdict}.
 */
package io.hotcopy.verify;
