package dev.portolan.demo;

import java.util.List;

/** A named data set: what is in the databases at the first start, and who can sign in. */
public interface DemoData {

    /** Nothing beyond the schema. */
    DemoData NONE = new DemoData() {
        @Override
        public List<DemoUser> users() {
            return List.of();
        }

        @Override
        public void load(DemoTarget target) {
            // an empty set
        }
    };

    /** Everybody who can sign in, at the first start and later ones, those to try first in front. */
    List<DemoUser> users();

    /** What to try first, one line each, for the screen that the demo prints. */
    default List<String> hints() {
        return List.of();
    }

    /**
     * Fills the migrated databases, once, before the apps start. If it fails, the next start begins with empty
     * databases again.
     */
    void load(DemoTarget target) throws Exception;
}
