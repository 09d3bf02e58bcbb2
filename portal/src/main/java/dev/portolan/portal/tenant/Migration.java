package dev.portolan.portal.tenant;

/** How far a tenant's move from the Cloud has come. */
enum Migration {
    /** It was made in the Portal. */
    NONE,
    STAGE_ONE,
    STAGE_TWO,
    COMPLETED;

    /** The colour of its badge. */
    public String colour() {
        return switch (this) {
            case NONE -> "secondary";
            case STAGE_ONE -> "azure";
            case STAGE_TWO -> "yellow";
            case COMPLETED -> "green";
        };
    }
}
