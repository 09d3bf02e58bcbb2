package dev.portolan.crash;

import java.util.List;

/** One look at both databases. */
interface Look {
    /** What does not hold at this moment. */
    List<String> broken();
}
