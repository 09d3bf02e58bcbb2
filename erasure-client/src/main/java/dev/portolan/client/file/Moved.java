package dev.portolan.client.file;

import java.io.IOException;

/** The file lies elsewhere after overwriting than before, so what was written is not where the content was. */
public final class Moved extends IOException {
    Moved() {
        super("the file system wrote to other blocks than the file had");
    }
}
