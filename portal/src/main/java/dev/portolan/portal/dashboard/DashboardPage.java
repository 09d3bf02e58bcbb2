package dev.portolan.portal.dashboard;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the dashboard. */
@Controller
class DashboardPage {

    @GetMapping("/")
    String show() {
        return "portal/dashboard";
    }
}
