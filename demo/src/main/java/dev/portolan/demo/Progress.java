package dev.portolan.demo;

/** Says what a start is doing, for those who wait. */
@FunctionalInterface
public interface Progress {

    /** Says nothing. */
    Progress SILENT = line -> {};

    /** One line without a line end. */
    void say(String line);
}
