package dev.portolan.portal.settings;

import dev.portolan.portal.client.EnrolmentCodes;
import dev.portolan.portal.client.ErasureClients;
import dev.portolan.portal.user.Authority;
import dev.portolan.portal.user.Right;
import dev.portolan.web.Download;
import dev.portolan.web.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How erasure clients are set up, and which there are. */
@Controller
@RequestMapping("/settings/clients")
class ClientSettingsPage {
    private final Authority authority;
    private final ClientEndpoint endpoint;
    private final EnrolmentCodes codes;
    private final ErasureClients clients;

    ClientSettingsPage(Authority authority, ClientEndpoint endpoint, EnrolmentCodes codes, ErasureClients clients) {
        this.authority = authority;
        this.endpoint = endpoint;
        this.codes = codes;
        this.clients = clients;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn person, Model model) {
        authority.require(person, Right.ERASE);
        model.addAttribute("endpoint", endpoint);
        model.addAttribute("days", EnrolmentCodes.VALID.toDays());
        model.addAttribute("clients", clients.list(person.company()));
        return "portal/clients";
    }

    /** Each download makes a code of its own, so a file works for one client. */
    @PostMapping("/settings-file")
    ResponseEntity<SettingsFile> download(@AuthenticationPrincipal SignedIn person) {
        authority.require(person, Right.ERASE);
        var code = codes.make(person.company(), person.userId());
        var file = new SettingsFile("portal", endpoint.url(), person.email(), code);
        return Download.of("erasure-client-portal.json", MediaType.APPLICATION_JSON, file);
    }

    /** What the erasure client reads. @param enrolmentCode works once; there is never a password in it */
    record SettingsFile(String environment, String endpoint, String user, String enrolmentCode) {}
}
