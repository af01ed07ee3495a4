package br.com.recarga.platform.database;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How many rows there are and what is in them, in whatever order they come: the sum of their SHA-256. */
final class RowsFingerprint {

    /** Of those 32, as many as one looks at. */
    private static final int SHOWN_BYTES = 6;

    private static final int DIGEST_BYTES = 32;
    private static final BigInteger MASK =
            BigInteger.ONE.shiftLeft(DIGEST_BYTES * Byte.SIZE).subtract(BigInteger.ONE);

    private final MessageDigest digest = sha256();
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    /**
     * @param values null, or String, Long, Double, Boolean or byte[]: of each column the same kind on both sides
     * @param columns how many of them count, from the first
     */
    void add(Object[] values, int columns) {
        for (int i = 0; i < columns; i++) {
            byte[] bytes = bytes(values[i]);
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(bytes == null ? -1 : bytes.length)
                    .flip());
            if (bytes != null) {
                digest.update(bytes);
            }
        }
        sum = sum.add(new BigInteger(1, digest.digest())).and(MASK);
        rows++;
    }

    long rows() {
        return rows;
    }

    boolean isOfTheSame(RowsFingerprint other) {
        return rows == other.rows && sum.equals(other.sum);
    }

    /** The beginning of it, in hexadecimal digits. */
    @Override
    public String toString() {
        byte[] all = ByteBuffer.allocate(DIGEST_BYTES).array();
        byte[] bytes = sum.toByteArray();
        int length = Math.min(bytes.length, DIGEST_BYTES);
        System.arraycopy(bytes, bytes.length - length, all, DIGEST_BYTES - length, length);
        return HexFormat.of().formatHex(all, 0, SHOWN_BYTES);
    }

    private static byte[] bytes(Object value) {
        if (value == null || value instanceof byte[]) {
            return (byte[]) value;
        }
        if (value instanceof Double real) {
            return ByteBuffer.allocate(Double.BYTES).putDouble(real).array();
        }
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
