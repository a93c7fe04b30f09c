/**
 * What an incremental hot copy holds on disk: per storage group the last value or tombstone of each changed record in
 * the order of keys, and the running fingerprints at the cut.
 *
 * <p>Front doors: {@link io.hotcopy.embedded.changes.ChangeSorter} takes changes in the order in which they were made
 * and gives them out as a {@link io.hotcopy.embedded.changes.ChangeStream} or as a file,
 * {@link io.hotcopy.embedded.changes.ChangeFileWriter} writes a file, {@link io.hotcopy.embedded.changes.ChangeCursor}
 * reads one, and {@link io.hotcopy.embedded.changes.TableFingerprintsFile} keeps the fingerprints.
 *
 * <p>The runs that the sorter writes into its scratch directory have the same format but hold stored values: one byte
 * more before a value that is here, and the place of one that was left where it lies. Nobody else reads them.
 *
 * <h2>Format, version 1, of {@code changes/<GROUP>.changes}</h2>
 *
 * All numbers are big-endian. Nothing follows the trailer. The file is written and read from front to end, so that it
 * may be made while it is copied and read through any pipeline.
 *
 * <pre>
 * file         = header block* trailer
 *
 * header
 *      0  8  magic "HCCHANGE"                       ; magic, version, length and the checksum at the end:
 *      8  4  format version = 1                     ; at this place in every version
 *     12  4  length of the whole header, 44 to 4096
 *     16  8  the last commit before the range
 *     24  8  the last commit of the range
 *     32  4  length of the group's name
 *     36 ..  the group's name in ASCII
 *     ..  4  CRC-32C of all bytes of the header before this
 *
 * block                                             ; 64 KiB, or longer for one record that is
 *      0  4  length of its records in bytes, 1 to 64 MiB
 *      4  4  CRC-32C of the header's checksum (4), offset of the block in the file (8), length (4), records
 *      8 ..  records
 *
 * record       = keyLength:4 key valueLength:4 value  ; keys rise, unsigned; valueLength -1 and no value: a tombstone
 *
 * trailer
 *      0  4  zero, where a block has its length
 *      4  4  CRC-32C of the header's checksum (4), offset of the trailer in the file (8), zero (4), records (8)
 *      8  8  number of records in all blocks
 * </pre>
 */
package io.hotcopy.embedded.changes;
