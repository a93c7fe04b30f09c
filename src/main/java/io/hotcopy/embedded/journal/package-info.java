/**
 * The journal of one archive: frames in, synced segments out, and back.
 *
 * <p>Front doors: {@link io.hotcopy.embedded.journal.Journal} writes, {@link io.hotcopy.embedded.journal.JournalReader}
 * reads, {@link io.hotcopy.embedded.journal.Leases} keep what others still need, and
 * {@link io.hotcopy.embedded.journal.VoidFilter} tells which commits never happened.
 *
 * <h2>Format, version 1</h2>
 *
 * All numbers are big-endian. A journal is a directory of segments {@code <number, 16 digits>.seg}; numbers have no
 * gap. While it is made, the next segment is called {@code spare.tmp}; no reader looks at that.
 *
 * <pre>
 * segment      = header groupCommit* zero*               ; zero* = preallocated, and missing where it was cut off
 * groupCommit  = (frame align8)* pad4096                 ; begins on a multiple of 4096, written and synced at once
 * align8       = zero bytes up to a multiple of 8        ; so that a length never lies across two blocks
 * pad4096      = zero bytes up to a multiple of 4096     ; so that a synced block is never written again
 *
 * header, one block of 4096 bytes
 *      0  8  magic "HCJOURNL"                            ; magic, version and checksum: at this place in every version
 *      8  4  format version = 1
 *     12  4  archive id
 *     16 16  database uuid
 *     32 16  archive uuid
 *     48 16  lineage id
 *     64 16  parent lineage id, zero for none
 *     80  8  fork: last commit shared with the parent
 *     88  8  segment number
 *     96  8  nonce, random for each segment ever begun
 *    104  8  lsn of the first frame                      ; the last one of the segment before is one less
 *    112  8  highest commit in all earlier segments
 *    120 ..  zero
 *   4092  4  CRC-32C of bytes 0 to 4091
 *
 * frame
 *      0  4  length of the whole frame, 41 bytes to 64 MiB
 *      4  4  CRC-32C of nonce (8), offset of the frame in the segment (8), length (4), bytes 8 to the end of the frame
 *      8  8  lsn, rising by one from frame to frame of the journal
 *     16  8  synced: all frames through this lsn were synced before this one was written
 *     24  8  stable commit number known when it was written
 *     32  8  time, microseconds since 1970-01-01T00:00:00Z
 *     40  1  type: 1 commit, 2 mark, 3 view
 *     41 ..  commit | nothing for a mark | view
 *
 * commit       = number:8 view:8 archives groups differences operations
 * archives     = count:2 (archive id:4)*                 ; the participants
 * groups       = count:2 (length:2 name in ASCII)*       ; all groups touched, in order of name
 * differences  = count:4 (group:2 table:4 difference:16)*         ; group = index into groups, from 0
 * operations   = count:4 (group:2 keyLength:4 key valueLength:4 value)*   ; valueLength -1 and no value: a tombstone
 * view         = number:8 id:16 voidAbove:8 archives     ; the members
 * </pre>
 *
 * <h2>How a journal ends</h2>
 *
 * Where no frame with the next lsn and the right checksum stands, not even at the beginning of a later block, the
 * journal ends, torn or clean. It is damaged if anything shows that the missing frame had been synced: the
 * {@code synced} field of a later frame, or the first lsn in the next segment's header. Later frames alone show
 * nothing, since the blocks of one group commit reach the disk in any order. A segment that was left at a torn end is
 * closed: the next start begins another segment. Whether an end that looks clean in one journal has lost something that
 * another journal knows to be stable, the database finds out when it starts.
 */
package io.hotcopy.embedded.journal;
