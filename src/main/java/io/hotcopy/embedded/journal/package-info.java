/** The journal of one archive: frames in, synced segments out, and back. */
package io.hotcopy.embedded.journal;
