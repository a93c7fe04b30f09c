/**
 * What is wrong, where, and what to do: a finding in, one positioned message with hints out.
 *
 * <p>Front door: {@link io.hotcopy.problem.Problem} for findings that are collected, and
 * {@link io.hotcopy.problem.HotCopyException} for operating trouble that ends a job. Nothing of ours is imported.
 */
package io.hotcopy.problem;
