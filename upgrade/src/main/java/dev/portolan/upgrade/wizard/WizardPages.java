package dev.portolan.upgrade.wizard;

import static dev.portolan.upgrade.journey.JourneyEvent.BACK;

import dev.portolan.upgrade.company.Companies;
import dev.portolan.upgrade.journey.JourneyEvent;
import dev.portolan.upgrade.journey.Journeys;
import dev.portolan.upgrade.journey.Journeys.Seen;
import dev.portolan.upgrade.journey.Moved;
import dev.portolan.upgrade.journey.Path;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows each step and takes its answer. */
@Controller
class WizardPages {
    private final Journeys journeys;
    private final Companies companies;
    private final Frame frame;
    private final Map<Step, StepForm> forms = new EnumMap<>(Step.class);

    WizardPages(Journeys journeys, Companies companies, Frame frame, List<StepForm> forms) {
        this.journeys = journeys;
        this.companies = companies;
        this.frame = frame;
        forms.forEach(form -> this.forms.put(form.step(), form));
    }

    @GetMapping("/upgrade")
    ModelAndView go(@AuthenticationPrincipal SignedIn person) {
        return Elsewhere.to(visit(person).journey().step());
    }

    @GetMapping("/upgrade/{step}")
    ModelAndView show(@AuthenticationPrincipal SignedIn person, @PathVariable("step") String slug, Model model) {
        var step = Step.ofSlug(slug).orElseThrow(Refusal::notFound);
        var visit = visit(person);
        if (step.happensToCustomers() && visit.journey().isOpen(Step.MANAGE_CUSTOMERS)) return Elsewhere.to(step);
        if (!visit.journey().isOpen(step)) return Elsewhere.to(visit.journey().step());
        return page(visit, step, visit.journey().answers(), model);
    }

    @PostMapping("/upgrade/{step}")
    ModelAndView take(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable("step") String slug,
            @RequestParam(defaultValue = "next") String act,
            @RequestParam int version,
            @RequestParam Map<String, String> sent,
            Model model,
            RedirectAttributes flash) {
        var form = form(slug);
        var visit = visit(person);
        var typed = new HashMap<String, String>();
        form.fields().forEach(field -> typed.put(field, sent.getOrDefault(field, "")));
        var seen = new Seen(form.step(), version);
        return switch (act) {
            case "save" -> save(visit, form, typed);
            case "back" ->
                moved(journeys.advance(visit.company(), seen, BACK, visit.user(), typed, locked -> {}), flash);
            case "next" -> next(visit, form, seen, typed, model, flash);
            default -> throw new Refusal(HttpStatus.BAD_REQUEST, "bad_request");
        };
    }

    private ModelAndView next(
            Visit visit, StepForm form, Seen seen, Map<String, String> typed, Model model, RedirectAttributes flash) {
        var now = visit.journey();
        if (now.step() != seen.step() || now.version() != seen.version()) return moved(new Moved.Elsewhere(now), flash);
        var stop = form.stop(visit, typed);
        if (stop.isPresent()) {
            journeys.keep(visit.company(), form.step(), typed);
            var answers = new HashMap<>(now.answers());
            answers.putAll(typed);
            model.addAttribute("stop", stop.get());
            var page = page(visit, form.step(), answers, model);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        JourneyEvent event = form.event(typed);
        return moved(
                journeys.advance(visit.company(), seen, event, visit.user(), typed, locked -> form.work(visit, locked)),
                flash);
    }

    private ModelAndView save(Visit visit, StepForm form, Map<String, String> typed) {
        journeys.keep(visit.company(), form.step(), typed);
        return Elsewhere.to("/");
    }

    private static ModelAndView moved(Moved moved, RedirectAttributes flash) {
        if (moved instanceof Moved.Elsewhere) flash.addFlashAttribute("notice", "upgrade.notice.elsewhere");
        return Elsewhere.to(moved.journey().step());
    }

    private ModelAndView page(Visit visit, Step step, Map<String, String> answers, Model model) {
        Objects.requireNonNull(forms.get(step)).show(visit, model);
        model.addAttribute("answers", answers);
        frame.into(model, visit, step);
        return new ModelAndView("upgrade/wizard", model.asMap());
    }

    private StepForm form(String slug) {
        var form = Step.ofSlug(slug).map(forms::get).orElse(null);
        if (form == null) throw Refusal.notFound();
        return form;
    }

    private Visit visit(SignedIn person) {
        var guess = companies.managedCount(person.company()) > 0 ? Path.PARTNER : Path.DIRECT;
        return new Visit(person, journeys.of(person.company(), guess, person.userId()));
    }
}
