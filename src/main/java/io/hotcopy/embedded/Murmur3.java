package io.hotcopy.embedded;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** MurmurHash3 x86 32 with seed zero, after Austin Appleby's public-domain text. */
final class Murmur3 {

    private static final int C1 = 0xcc9e2d51;
    private static final int C2 = 0x1b873593;

    private Murmur3() {}

    static int hash(byte[] key) {
        ByteBuffer blocks = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
        int hash = 0;
        while (blocks.remaining() >= Integer.BYTES) {
            hash = Integer.rotateLeft(hash ^ mixed(blocks.getInt()), 13) * 5 + 0xe6546b64;
        }
        return avalanche(hash ^ mixed(tail(blocks)) ^ key.length);
    }

    private static int tail(ByteBuffer rest) {
        int tail = 0;
        for (int shift = 0; rest.hasRemaining(); shift += Byte.SIZE) {
            tail |= (rest.get() & 0xff) << shift;
        }
        return tail;
    }

    private static int mixed(int block) {
        return Integer.rotateLeft(block * C1, 15) * C2;
    }

    private static int avalanche(int hash) {
        int mixed = hash;
        mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
