package dev.portolan.demo.data;

/** What somebody is in a company. */
enum Position {
    MANAGER("Manager"),
    BASIC_USER("Basic User"),
    AUDITOR("Auditor"),
    /** Has the company's custom role. */
    CUSTOM("Custom role");

    private final String label;

    Position(String label) {
        this.label = label;
    }

    /** The name of the predefined role. */
    String label() {
        return label;
    }
}
