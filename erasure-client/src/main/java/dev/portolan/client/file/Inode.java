package dev.portolan.client.file;

/**
 * Which file a name means, whatever the name becomes.
 *
 * @param generation tells it from a later file of the same number; 0 where the file system does not count them
 */
public record Inode(long device, long number, long generation) {}
