package dev.portolan.demo.data;

/** The one password of everybody in the data set. */
final class Password {
    /** As it is typed. */
    static final String TYPED = "sail-the-seven-seas";

    /** As it is stored; made once, so that loading twice stores the same. */
    static final String HASH = "{bcrypt}$2a$10$j76b.fraWZUglPgQqN5aHOXuBI2wo7TMTpnaPHfyi1cIRTk614Qp2";

    private Password() {}
}
