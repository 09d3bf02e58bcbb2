package dev.portolan.portal.support;

import dev.portolan.web.SignedIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where people find help, and the guides themselves. */
@Controller
@RequestMapping("/support")
class SupportPage {
    private final String contact;
    private final String oldProduct;
    private final String publicUrl;

    SupportPage(
            @Value("${portolan.product.support}") String contact,
            @Value("${portolan.product.cloud}") String oldProduct,
            @Value("${portolan.public-url}") String publicUrl) {
        this.contact = contact;
        this.oldProduct = oldProduct;
        this.publicUrl = publicUrl;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("contact", contact);
        return "portal/support";
    }

    @GetMapping("/api-guide")
    String apiGuide(Model model) {
        model.addAttribute("calls", LegacyCall.values());
        model.addAttribute("oldProduct", oldProduct);
        model.addAttribute("publicUrl", publicUrl);
        return "portal/api-guide";
    }

    /** The page of the knowledge base that the Cloud's upgrade wizard names. */
    @GetMapping("/knowledge/management-portal-api")
    String knowledge(Model model) {
        model.addAttribute("publicUrl", publicUrl);
        return "portal/knowledge-api";
    }
}
