/**
 * The way of a commit: a transaction's writes in; a numbered, durable, stable, applied and visible commit out, in one
 * order for all storage managers.
 *
 * <p>Front door: {@link io.hotcopy.embedded.commit.CommitPipeline}.
 */
package io.hotcopy.embedded.commit;
