package dev.portolan.contract;

import java.util.UUID;

/**
 * Some reports that a certificate speaks of, in the order of its tree.
 *
 * @param block from 0; all blocks but the last are of one size
 * @param first the document id of the first report in it
 * @param leaves document id and digest of each, 48 bytes
 * @param root the hash of the block's subtree
 */
@SuppressWarnings("ArrayRecordComponent") // stored as they are
public record CertificateLeaves(
        TransferTry order, UUID certificate, int block, UUID first, byte[] leaves, byte[] root) {}
