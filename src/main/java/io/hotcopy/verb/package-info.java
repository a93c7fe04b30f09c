/**
 * What each verb does, once, for shell, scripts and service: a request in, a result out. A session holds what is loaded
 * and started; the rooms that the verbs call do all reading and writing.
 *
 * <p>Front door: {@link io.hotcopy.verb.Verbs}.
 */
package io.hotcopy.verb;
