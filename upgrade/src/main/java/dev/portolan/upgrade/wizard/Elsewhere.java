package dev.portolan.upgrade.wizard;

import dev.portolan.upgrade.journey.Step;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Sends a browser on with 303, so that a reload repeats nothing. */
public final class Elsewhere {
    private Elsewhere() {}

    /** To a step; the three that happen to customers open the customers' page with the filter that fits. */
    public static ModelAndView to(Step step) {
        return to(href(step));
    }

    /** The address of a step. */
    public static String href(Step step) {
        return switch (step) {
            case INVITE -> "/upgrade/manage-customers?state=STAGE_ONE_PENDING";
            case STAGE_ONE_DONE -> "/upgrade/manage-customers?state=STAGE_ONE_IN_PROGRESS";
            case TRANSFER -> "/upgrade/manage-customers?state=STAGE_ONE_COMPLETED";
            case CHECK, WELCOME, SET_UP, VERIFY_ACCESS, API, MANAGE_CUSTOMERS, INITIATE, TRANSFER_DATA, SUMMARY ->
                "/upgrade/" + step.slug();
        };
    }

    /** To a path of this app. */
    public static ModelAndView to(String path) {
        var view = new RedirectView(path, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
